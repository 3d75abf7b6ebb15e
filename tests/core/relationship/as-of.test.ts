import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThreadRowId } from '#core/mail/message.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
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
const ADDRESSES = PEOPLE.map((person) => anAddress(person).address);

interface Plan {
  readonly who: number;
  readonly also: number;
  readonly sent: boolean;
  readonly thread: number;
  readonly gapMinutes: number;
  readonly kind: 'plain' | 'automated' | 'bulk' | 'boundary' | 'claims' | 'introduces' | 'replies';
}

const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
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

function mailOf(list: readonly Plan[]): readonly TriageMessage[] {
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

function recordOf(mail: readonly TriageMessage[]): Correspondence {
  const correspondence = createCorrespondence(anOwner(), []);
  for (const message of mail) correspondence.observe(message, []);
  return correspondence;
}

/** All that is said of everybody at a moment. */
function saidAt(correspondence: Correspondence, asOf: number): unknown {
  return {
    people: correspondence.people(asOf),
    each: ADDRESSES.map((address) => [correspondence.strength(address, asOf), correspondence.evidence(address, asOf)]),
  };
}

/** Spellings, unlike what passed, are told as they are now. */
function withoutSpellings(said: unknown): unknown {
  return JSON.parse(
    JSON.stringify(said, (key, value: unknown) => (key === 'name' || key === 'addresses' ? undefined : value)),
  );
}

describe('the record of a moment', () => {
  it('is the same when all mail is read again', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const mail = mailOf(list);
        const asOf = (mail.at(-1)?.receivedAt ?? START_AT) + 1;
        expect(saidAt(recordOf(mail), asOf)).toEqual(saidAt(recordOf(mail), asOf));
      }),
      { numRuns: 100 },
    );
  });

  it('is not changed by any later mail', () => {
    fc.assert(
      fc.property(plans, fc.nat(40), (list, cut) => {
        const mail = mailOf(list);
        const before = mail.slice(0, cut);
        const asOf = before.at(-1)?.receivedAt ?? START_AT;
        expect(withoutSpellings(saidAt(recordOf(mail), asOf))).toEqual(
          withoutSpellings(saidAt(recordOf(before), asOf)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('fades between messages, and only fades', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const mail = mailOf(list);
        const last = mail.at(-1)?.receivedAt ?? START_AT;
        const correspondence = recordOf(mail);
        for (const address of ADDRESSES) {
          const now = correspondence.strength(address, last).value;
          const inAYear = correspondence.strength(address, last + 365 * 86_400_000).value;
          expect(inAYear).toBeLessThanOrEqual(now + 1e-9);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('explains every value as the sum of its contributions', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const mail = mailOf(list);
        const correspondence = recordOf(mail);
        for (const { strength } of correspondence.people(mail.at(-1)?.receivedAt ?? START_AT)) {
          const sum = strength.contributions.reduce((total, { points }) => total + points, 0);
          expect(sum).toBeCloseTo(strength.value, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});
