/** The reasons shown to the user: labels first where they explain more than the tie, and always what the record says. */
import { counted } from '../relationship/dates-in-words.ts';
import { answerInWords, claimsOf } from './answer-claims.ts';
import type { Case } from './case.ts';
import type { LabelFound } from './findings.ts';
import { knownSince, lettersWith } from './letters-with.ts';
import type { Facts, Lane, Reason } from './vocabulary.ts';

export function whyOf(one: Case, lane: Lane, labels: readonly LabelFound[], facts: Facts): readonly Reason[] {
  const { tie, message, correspondence, entities, seen, quotes } = one;
  const outreach = labels
    .filter(({ label }) => label !== 'personal' && label !== 'answers-how-we-know')
    .map(({ reason }) => reason);
  const answer = answerReasons(one, labels);
  const ties: Reason[] = [];
  const { introducedBy } = tie;
  const record =
    lane === 'automated' || lane === 'bulk' || tie.address === ''
      ? []
      : correspondence.evidence(tie.address, message.receivedAt).slice(0, 4);
  if (introducedBy && !record.some(({ messageIds }) => messageIds.includes(introducedBy.messageId)))
    ties.push({
      text: `Introduced by ${introducedBy.name || introducedBy.address}`,
      messageIds: [introducedBy.messageId],
    });
  if (tie.nameDrop && answer.length === 0) {
    const { name, verified, quote, record } = tie.nameDrop;
    ties.push(
      verified && record
        ? {
            text: `Names ${name}: you know each other${knownSince(record)} (you wrote ${record.sentCount}, they wrote ${record.receivedCount})`,
            messageIds: lettersWith(record.addresses[0], one),
            quotes: [quote],
          }
        : {
            text: record
              ? `Names ${name}, but your record does not bear it out`
              : `Names ${name}, who is not in your mail`,
            messageIds: [],
            quotes: [quote],
          },
    );
  }
  if (tie.circle && tie.lane !== 'known' && answer.length === 0)
    ties.push({
      text: tie.circle.explained
        ? `Explains the tie through ${tie.circle.name}`
        : `Names ${tie.circle.name} without saying how you met`,
      messageIds: [],
      quotes: tie.circleQuote === '' ? [] : [tie.circleQuote],
    });
  const [colleague] = tie.colleagues;
  if (colleague && tie.lane !== 'known')
    ties.push({
      text: `You know ${colleague.name || (colleague.addresses[0] ?? 'somebody')} at the same firm`,
      messageIds: lettersWith(colleague.addresses[0], one),
    });
  if (facts.offersToIntroduce) {
    const { name, alreadyKnown } = facts.offersToIntroduce;
    const [person] = correspondence.peopleNamed(name);
    ties.push(
      alreadyKnown && person
        ? {
            text: `Offers to introduce ${name}, whom you know${knownSince(person)}: ${counted(person.sentCount + person.receivedCount, 'message', 'messages')}`,
            messageIds: lettersWith(person.addresses[0], one),
          }
        : { text: `Offers to introduce ${name}`, messageIds: [] },
    );
  }
  const marks: Reason[] = [];
  if (seen('fails-authentication') > 0)
    marks.push({
      text: 'Your provider could not confirm the sender',
      messageIds: [],
      quotes: quotes('fails-authentication'),
    });
  if (seen('greets-other-name') > 0 && lane === 'stranger')
    marks.push({ text: 'Greets somebody else', messageIds: [], quotes: quotes('greets-other-name') });
  if (seen('greets-nobody') >= 0.9 && lane !== 'known')
    marks.push({ text: 'A form letter', messageIds: [], quotes: quotes('greets-nobody') });
  if (seen('placeholder') > 0)
    marks.push({ text: 'An unfilled field of a mail merge', messageIds: [], quotes: quotes('placeholder') });
  const reasons =
    lane === 'known' || lane === 'acquaintance'
      ? [...answer, ...record.slice(0, 2), ...ties, ...outreach, ...record.slice(2), ...marks]
      : [...answer, ...outreach, ...ties, ...marks, ...record];
  if (reasons.length > 0) return reasons;
  const fallback = entities.notice
    ? 'A notice of a network'
    : lane === 'automated'
      ? 'A machine wrote it'
      : lane === 'bulk'
        ? 'Sent to many'
        : 'No earlier mail with this person';
  return [{ text: fallback, messageIds: [] }];
}

/** The answer that the user waited for comes first, with what the record says to each of its claims. */
function answerReasons(one: Case, labels: readonly LabelFound[]): readonly Reason[] {
  const found = labels.find(({ label }) => label === 'answers-how-we-know');
  if (!found) return [];
  const claims = claimsOf(one);
  return [{ ...found.reason, text: answerInWords(one, claims) }, ...claims.map(({ reason }) => reason)];
}
