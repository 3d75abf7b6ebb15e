/** The owner's own words that set a boundary (B1–B3): such mail makes no tie. */
import type { ReplyKind } from '../../boundary/kinds.ts';
import { combinedStrength, phraseBook } from '../phrase-book.ts';
import type { Reading } from '../reading.ts';

const BOOK = phraseBook({
  remove: [
    `!(take|remove|delete|strike|erase|scrub) (me|my (address|name|email|e-mail|details|data|contact~)) ** (list|
      lists|mailing|mailings|database|contacts|records|distribution|system|books)`,
    '!(remove|delete|erase|unsubscribe) (me|my (address|name|email|e-mail|details|data))',
    '!take (me|my (address|name|email|e-mail)) off',
    `!(remove|delete|take|strike) * from (your|the|this|all|any) * (list|lists|database|mailing~|records|
      contacts|distribution)`,
    `!(do not|don't|please stop|stop|no longer|never|not to|cease) (write|writing|contact~|email~|e-mail~|mail~|
      send~|message~|call~|approach~) * (to me|me|anything|any more|any further|any|again|us|this address|further)`,
    `!(unsubscribe me|opt me out|opt out|off (your|the|this|all) (list|lists|mailing list)|keep me on a list|
      no further (mail|emails|contact|messages)|have not subscribed|never subscribed)`,
    '!(streichen|loschen|entfernen|nehmen|tragen) sie * (mich|meine) ** ',
    `!(aus (ihrem|dem|allen|ihren|allen ihren) (verteiler~|listen|liste|adressbuch)|
      schreiben sie mir [bitte] nicht|keine [weiteren] (mails|e-mails|nachrichten|anfragen)|
      nicht mehr (anschreiben|kontaktieren|schreiben))`,
    '!(retire~|supprime~|desinscri~|desabonne~|efface~) ** (liste|listes|adresse|fichier~|base|moi|me|coordonnees)',
    "!(ne (m'|me) (ecrivez|contactez|envoyez|ecris) plus)",
    `!(dame|darme|deme|denme|dar) de baja|(borra~|elimin~|quit~|saca~) ** (lista|listas|direccion|correo|datos)|
      no [me] (escrib~|contact~|envi~|mand~) (mas|de nuevo)`,
    `!(verwijder~|schrijf|haal|uitschrijven) ** (lijst|adres|mailinglijst|me|mij|bestand)|niet meer (mailen|
      schrijven|contact~|benaderen)`,
    '!(cancell~|rimuov~|tolg~|elimin~) ** (lista|elenco|indirizzo|mailing)|non [mi] (scriv~|contatt~|invi~|mand~) piu',
  ],
  'how-we-know': [
    `!(how|where|from where|whence) (do|are|did|have|might|would|should) (we|you) * (know|connected|met|
      each other|acquainted|come across|crossed)`,
    '!(do|have|did) (we|i) (know each other|met|meet|know you|know one another)|are we (connected|acquainted)',
    `!(can't|cannot|can not|could not|unable to|don't|do not) (place|recall|remember) (you|your name|meeting|
      how we|where we|having met|it|us)`,
    '!(remind me|help me remember|refresh my memory) * (how|where|when|who)',
    `!(how we are connected|how we know each other|how we met|who are you|where you got my|how you got my|
      where did you get my|how did you get my|where we met|where we know)`,
    `!(woher (kennen wir|wir uns kennen|sie mich|haben sie meine)|kennen wir uns|auf die sprunge|
      in welchem zusammenhang)`,
    `!(d'ou (nous connaissons|se connait|connaissons)|comment (nous |nous nous |on se |)(connaissons|connait|
      etes-vous)|nous connaissons-nous|on se connait|rappelez-moi|rafraichir la memoire)`,
    `!(de que nos conocemos|nos conocemos|de donde nos conocemos|como nos conocemos|no (te|le) recuerdo|no caigo|
      quien eres)`,
    '!(waar kennen (we|wij) elkaar|hoe kennen (we|wij) elkaar|kennen (we|wij) elkaar)',
    '!(come ci conosciamo|ci conosciamo|dove ci siamo conosciut~|non (la|ti) ricordo)',
  ],
  decline: [
    `!(no thank you|no thanks|not interested|not for me|i'll pass|i will pass|i must decline|i have to decline|
      i'd like to decline|i decline|respectfully decline|politely decline|thanks but no|thank you but no|
      i'm not looking|i am not looking|not open to|i'm not in a position|i am not in a position|
      i'm not able to help|i am not able to help|cannot help with|can't help with|will not be taking|
      won't be taking|i do not (relocate|review|take|do|refer|accept|sponsor|buy|need)|i don't (relocate|review|
      take on|refer|accept|do calls|do sales)|not something i|not a fit|i would rather not|i'd rather not|
      there is no interest)`,
    `!(nein danke|kein interesse|kein bedarf|ich (lehne|suche nicht|bin nicht interessiert|mochte nicht)|
      danke nein|leider nein|nicht interessiert)`,
    "!(non merci|pas interesse~|je ne suis pas (interesse~|a l'ecoute)|sans facon|je decline|je prefere decliner)",
    '!(no gracias|no me interesa|no estoy interesad~|prefiero no|no busco|declino)',
    '!(nee dank|nee bedankt|geen interesse|geen behoefte|niet geinteresseerd|nee dank je)',
    '!(no grazie|non mi interessa|non sono interessat~|preferisco di no)',
  ],
});

/** The longest a boundary is, in words: a long letter is an answer, whatever it declines in passing. */
const LONGEST = 90;
/** A refusal stands at the beginning: `None, thank you. Is Friday realistic?` answers a question further down. */
const REFUSAL_WITHIN = 130;

export function readOwnBoundary(reading: Reading): ReplyKind | undefined {
  if (reading.wordCount > LONGEST) return undefined;
  const bodyAt = reading.subject.length + 1;
  const matches = BOOK.match(reading.folded);
  const inBody = (family: 'remove' | 'how-we-know' | 'decline'): number =>
    combinedStrength((matches[family] ?? []).filter(({ start }) => start >= bodyAt));
  if (inBody('remove') >= 0.6 || (combinedStrength(matches.remove ?? []) >= 0.6 && reading.wordCount < 20))
    return 'remove';
  if (inBody('how-we-know') >= 0.6) return 'how-we-know';
  const refusal = (matches.decline ?? []).filter(({ start }) => start >= bodyAt && start < bodyAt + REFUSAL_WITHIN);
  return combinedStrength(refusal) >= 0.6 ? 'decline' : undefined;
}
