import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START_AT } from '#tests/helpers/builders.ts';
import { ADDRESSES, mailOf, plans, recordOf, saidAt, asItPassed, wordings } from './made-mail.ts';

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
      fc.property(plans, wordings, fc.nat(40), (list, words, cut) => {
        const mail = mailOf(list);
        const before = mail.slice(0, cut);
        const asOf = before.at(-1)?.receivedAt ?? START_AT;
        expect(asItPassed(saidAt(recordOf(mail, words), asOf))).toEqual(
          asItPassed(saidAt(recordOf(before, words), asOf)),
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
