import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { learnFrom } from '#core/outreach/model/adaptation.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import {
  type Correction,
  CORRECTION_SCOPES,
  GIVEN_LABELS,
  isSayable,
  OUTREACH,
  withLabelWords,
  wordsOn,
} from '#core/triage/corrections.ts';
import { judgeMessage } from '#core/triage/judge-message.ts';
import { type Assessment, type Label, LABELS } from '#core/triage/vocabulary.ts';
import { aMessage, anAddress, anAssessment, anOwner, aTriageMessage } from '#tests/helpers/builders.ts';

const PITCH =
  'Hi Olive,\n\nfirms like yours overpay carriers by nine percent. We help workshops to claim it back. Do you have twenty minutes for a demo on Thursday?';
const RECRUITER =
  'Hi Olive,\n\nmy client in Oslo is hiring a Senior Developer. Your profile is a great match. Salary up to 90k. Interested?';
const NEIGHBOUR = 'Hello Olive,\n\nyour gate was open and the goat is in our garden. We shut it.';
const CODE = 'Your verification code is 482913. Do not share it with anybody.';

/** A stranger's letter as it is judged when this was said. */
function judged(text: string, said: readonly Correction[] = [], subject = 'A question'): Assessment {
  const owner = anOwner();
  const message = aMessage({ from: anAddress('Sam Vance <sam@vance.example>'), subject, text });
  const signals = readSignals(message, 'received', owner);
  const words = wordsOn(said);
  const { from, to } = message;
  return judgeMessage(aTriageMessage({ from, to, subject, signals }), createCorrespondence(owner, []), {
    labels: () => words,
    adaptation: learnFrom([]),
  });
}

const on = (label: Correction['label'], is: boolean, scope: Correction['scope'] = 'message'): Correction => ({
  label,
  is,
  scope,
});

describe("the user's word on labels", () => {
  it('takes a label away, and leaves what remains: a letter from a person', () => {
    expect(judged(PITCH).labels).toContain('cold-outreach');
    const corrected = judged(PITCH, [on('cold-outreach', false)]);
    expect(corrected.labels).toEqual(['personal']);
    expect(corrected.why[0]?.text).toBe('You said that this is not “cold outreach”');
    expect(corrected.advice).toBe('reply');
  });

  it('gives a label that was missing, and the advice that goes with it', () => {
    const corrected = judged(NEIGHBOUR, [on('recruiter', true)]);
    expect(corrected.labels).toEqual(['recruiter']);
    expect(corrected.advice).toBe('decline');
    expect(corrected.why.some(({ label, text }) => label === 'recruiter' && text.startsWith('You said'))).toBe(true);
  });

  it('moves the lane where the label says who wrote: a list, a machine, a person', () => {
    expect(judged(NEIGHBOUR, [on('newsletter', true)]).lane).toBe('bulk');
    expect(judged(NEIGHBOUR, [on('transactional', true)]).lane).toBe('automated');
    expect(judged(NEIGHBOUR, [on('newsletter', true, 'sender'), on('personal', true)]).lane).toBe('stranger');
  });

  it('on the message wins over that on the thread, and that over the one on the sender, whichever was said later', () => {
    const never = on('cold-outreach', false, 'sender');
    const not = on('outreach', false, 'thread');
    const is = on('cold-outreach', true);
    expect(judged(PITCH, [is, not, never]).labels).toContain('cold-outreach');
    expect(judged(PITCH, [on('cold-outreach', true, 'sender'), not]).labels).not.toContain('cold-outreach');
    expect(judged(PITCH, [never]).labels).not.toContain('cold-outreach');
  });

  it('of a thread takes every label of outreach away', () => {
    for (const text of [PITCH, RECRUITER]) {
      const corrected = judged(text, [on('outreach', false, 'thread')]);
      expect(corrected.labels.filter((label) => OUTREACH.includes(label))).toEqual([]);
      expect(corrected.why[0]?.text).toBe('You said that this thread is not outreach');
    }
  });

  const anySaid = fc
    .array(
      fc.record({
        scope: fc.constantFrom(...CORRECTION_SCOPES),
        label: fc.oneof(fc.constantFrom(...LABELS), fc.constant('outreach' as const)),
        is: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .map((said) => said.filter(isSayable));

  it('always holds, whatever was said and whatever the message', () => {
    fc.assert(
      fc.property(anySaid, fc.constantFrom(PITCH, RECRUITER, NEIGHBOUR, CODE), (said, text) => {
        const verdict = judged(text, said);
        for (const [label, { is }] of wordsOn(said)) expect(verdict.labels.includes(label), label).toBe(is);
        expect(new Set(verdict.labels).size).toBe(verdict.labels.length);
        expect(verdict.why.length).toBeGreaterThan(0);
        expect(verdict.adviceReason).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('shows at once on a verdict that is not judged again yet', () => {
    fc.assert(
      fc.property(anySaid, fc.constantFrom(PITCH, RECRUITER, NEIGHBOUR), (said, text) => {
        const words = wordsOn(said);
        const shown = withLabelWords(judged(text), words);
        for (const [label, { is }] of words) expect(shown.labels.includes(label), label).toBe(is);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a message alone of which nothing was said', () => {
    const assessment = anAssessment();
    expect(withLabelWords(assessment, wordsOn([]))).toEqual(assessment);
    expect(judged(PITCH, [])).not.toHaveProperty('denied');
  });
});

describe('isSayable', () => {
  it('lets nobody give what is counted or looked up, nor call a single message outreach', () => {
    const counted: readonly Label[] = ['ignored-request', 'campaign', 'answers-how-we-know', 'calendar'];
    for (const label of counted) {
      expect(isSayable(on(label, true))).toBe(false);
      expect(isSayable(on(label, false))).toBe(true);
    }
    for (const label of GIVEN_LABELS) expect(isSayable(on(label, true, 'sender'))).toBe(true);
    expect(isSayable(on('outreach', true, 'thread'))).toBe(false);
    expect(isSayable(on('outreach', false))).toBe(false);
  });
});
