/** Random mail between a few people who are easily taken for one another, and all that the record says of it. */
import fc from 'fast-check';
import type { ThreadRowId } from '#core/mail/message.ts';
import type { AddressJoin, Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { PersonWord } from '#core/relationship/person-words.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { anAddress, anOwner, aTriageMessage, OWNER_ADDRESS, someSignals, START_AT } from '#tests/helpers/builders.ts';

/** Names are shared and addresses are claimed on purpose: that is what joins people. */
const PEOPLE = [
  'Ann Lee <ann@lee.example>',
  'Ann Lee <ann.lee@new.example>',
  'Ann Lee <impostor@elsewhere.example>',
  'Bob Roe <bob@firm.example>',
  'Cy Poe <cy@firm.example>',
  'Info <info@firm.example>',
  'List <dev@lists.example>',
] as const;
export const ADDRESSES = PEOPLE.map((person) => anAddress(person).address);

export interface Plan {
  readonly who: number;
  readonly also: number;
  readonly sent: boolean;
  readonly thread: number;
  readonly gapMinutes: number;
  readonly kind: 'plain' | 'automated' | 'bulk' | 'boundary' | 'claims' | 'introduces' | 'replies';
}

export const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.record({
    who: fc.nat(PEOPLE.length - 1),
    also: fc.nat(PEOPLE.length - 1),
    sent: fc.boolean(),
    thread: fc.nat(5),
    gapMinutes: fc.constantFrom(1, 60, 60 * 24, 60 * 24 * 40),
    kind: fc.constantFrom(
      'plain',
      'plain',
      'plain',
      'automated',
      'bulk',
      'boundary',
      'claims',
      'introduces',
      'replies',
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

export function mailOf(list: readonly Plan[]): readonly TriageMessage[] {
  let at = START_AT;
  return list.map(({ who, also, sent, thread, gapMinutes, kind }, index) => {
    at += gapMinutes * 60_000;
    const other = anAddress(PEOPLE[who] ?? PEOPLE[0]);
    const owner = anAddress(`Olive Owner <${OWNER_ADDRESS}>`);
    const withCc = kind === 'introduces' ? [anAddress(PEOPLE[also] ?? PEOPLE[0])] : [];
    return aTriageMessage({
      messageId: `<${index}@made.example>`,
      threadId: thread as ThreadRowId,
      direction: sent ? 'sent' : 'received',
      from: sent ? owner : other,
      to: sent ? [other] : [owner],
      cc: withCc,
      ...(kind === 'replies' && index > 0 ? { inReplyTo: `<${index - 1}@made.example>` } : {}),
      subject: kind === 'claims' ? 'My new address' : `Subject ${thread}`,
      receivedAt: at,
      signals: someSignals({
        automated: kind === 'automated',
        bulk: kind === 'bulk',
        ...(sent && kind === 'boundary' ? { boundary: 'decline' as const } : {}),
        ...(!sent && kind === 'claims' ? { alsoWritesFrom: ADDRESSES[also] ?? '' } : {}),
        found: kind === 'introduces' ? [{ kind: 'introduces', strength: 1, quotes: [] }] : [],
      }),
    });
  });
}

export function recordOf(mail: readonly TriageMessage[], words: readonly PersonWord[] = []): Correspondence {
  const correspondence = createCorrespondence(anOwner(), [], words);
  for (const message of mail) correspondence.observe(message, []);
  return correspondence;
}

/** All that is said of everybody at a moment. */
export function saidAt(correspondence: Correspondence, asOf: number): unknown {
  return {
    people: correspondence.people(asOf),
    each: ADDRESSES.map((address) => [correspondence.strength(address, asOf), correspondence.evidence(address, asOf)]),
  };
}

/** Spellings and the user's words, unlike what passed, are told as they are now. */
export function asItPassed(said: unknown): unknown {
  return JSON.parse(
    JSON.stringify(said, (key, value: unknown) => {
      if (key === 'name' || key === 'addresses' || key === 'key') return undefined;
      if (key === 'text') return String(value).replace(/^You know .* at the same firm$/, 'You know a colleague');
      return key === 'joins' ? (value as readonly AddressJoin[]).filter(({ wordId }) => wordId === undefined) : value;
    }),
  );
}

/** What a user may say of who is who, sense or nonsense. */
export const wordings: fc.Arbitrary<readonly PersonWord[]> = fc
  .array(
    fc.record({
      word: fc.constantFrom('same', 'other'),
      these: fc.uniqueArray(fc.constantFrom(...ADDRESSES), { minLength: 1, maxLength: 2 }),
      those: fc.uniqueArray(fc.constantFrom(...ADDRESSES), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 5 },
  )
  .map((said) => said.map((one, index) => ({ ...one, id: index + 1, saidAt: START_AT + index })));
