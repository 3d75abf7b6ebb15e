/** Another address that the writer says is also his or hers; lets two addresses become one person. */
import { mailboxKey } from '../../mail/address.ts';
import type { Reading } from '../reading.ts';

const ADDRESS = String.raw`([a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+)`;
const SAYS: readonly RegExp[] = [
  String.raw`(?:my|our) (?:new|private|personal|other|home|work|current|own) (?:e-?mail )?(?:address|e-?mail|account|one)[^.@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:new|private|personal|changed my|change of) (?:e-?mail )?address[^@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:please )?(?:use|write to|reach me (?:at|on|under)|find me (?:at|under)|e-?mail me (?:at|on)|contact me (?:at|on)|reply to|moving to|moved to|from now on)(?: me)?(?: \w+){0,4}? ${ADDRESS}`,
  String.raw`${ADDRESS} (?:from now on|is my new|is me|as well|is my private|is my personal|instead)`,
  String.raw`(?:meine neue|neue|private) (?:e-?mail-?)?(?:adresse|mail)[^@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:ma nouvelle|nouvelle|mon) (?:adresse|mail|e-?mail)[^@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:mi nuev[oa]|nuev[oa]) (?:direccion|correo|e-?mail)[^@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:mijn nieuwe|nieuw) (?:e-?mail-?)?(?:adres|mail)[^@\n]{0,40}?\W${ADDRESS}`,
  String.raw`(?:il mio nuovo|nuovo|la mia nuova) (?:indirizzo|mail|e-?mail)[^@\n]{0,40}?\W${ADDRESS}`,
].map((source) => new RegExp(source));

export function readOtherAddress({ folded, foldedSignature, message, ownerKeys }: Reading): string | undefined {
  if (!folded.includes('@') && !foldedSignature.includes('@')) return undefined;
  for (const text of [folded, foldedSignature])
    for (const expression of SAYS) {
      const address = expression.exec(text)?.[1]?.replace(/[.-]+$/, '');
      if (
        address === undefined ||
        ownerKeys.has(mailboxKey(address)) ||
        mailboxKey(address) === mailboxKey(message.from.address)
      )
        continue;
      // A colleague's or a shop's address is not the writer's own: the names must share something.
      const own = new Set(
        message.from.name
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 2),
      );
      const local = address.slice(0, address.indexOf('@'));
      if (
        [...own].some(
          (word) => local.includes(word.normalize('NFD').replaceAll(/\p{M}/gu, '')) || address.includes(word),
        )
      )
        return address;
    }
  return undefined;
}
