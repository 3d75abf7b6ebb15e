/** The contact lists with what the record counted at each cut: what the weights of a tie are fitted on. */
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { Memory } from '#core/relationship/memory.ts';
import { tieCounts } from '#core/relationship/strength.ts';
import { asAddress, TriageFeed } from './as-triage.ts';
import { type ContactList, contactLists, type UserStream } from './contact-lists.ts';
import type { FittedList } from './fit-tie-weights.ts';

export function ownerOf({ user }: UserStream): Owner {
  return { ...UNKNOWN_OWNER, addresses: [asAddress(user)] };
}

/** Every list of a stream with the counts of its contacts, made in one pass over the mail. */
export function tieData(stream: UserStream): readonly (FittedList & { readonly list: ContactList })[] {
  const memory = new Memory(ownerOf(stream));
  const feed = new TriageFeed(stream.user);
  let next = 0;
  return contactLists(stream).map((list) => {
    for (let event = stream.events[next]; event && event.at <= list.cutAt; event = stream.events[next]) {
      memory.observe(feed.next(event), []);
      next += 1;
    }
    const contacts = list.contacts.flatMap(({ address, positive }) => {
      const mailbox = memory.people.mailbox(asAddress(address));
      if (!mailbox) return [];
      const { ledger } = mailbox.person;
      const introducer = ledger.introduction?.introducer;
      return [
        {
          counts: tieCounts(ledger, list.cutAt),
          grounds: {
            introduced: introducer?.inWords === true,
            copiedIn: introducer?.inWords === false,
            firm: memory.domains.knownShare(mailbox.domain, mailbox.person.mailboxes, list.cutAt),
            vouched: false,
            circle: false,
          },
          positive,
        },
      ];
    });
    return { user: stream.user, list, contacts };
  });
}
