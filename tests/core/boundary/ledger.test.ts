import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoundaryChange,
  type BoundaryEntry,
  type BoundaryKind,
  changed,
  KEPT_AFTER_MS,
  newBoundary,
  nextStep,
  type Reading,
} from '#core/boundary/ledger.ts';

const SET_AT = Date.UTC(2026, 4, 3);
const DAY_MS = 86_400_000;

function aSetBoundary(kind: BoundaryKind = 'remove'): BoundaryEntry {
  return changed(newBoundary(kind, SET_AT - 30_000), { type: 'confirmed', at: SET_AT });
}

function received(reading: Reading, days: number): BoundaryChange {
  return { type: 'received', at: SET_AT + days * DAY_MS, reading };
}

function after(entry: BoundaryEntry, ...changes: readonly BoundaryChange[]): BoundaryEntry {
  return changes.reduce(changed, entry);
}

describe('a boundary', () => {
  it('waits until it was really sent, and is dated by that', () => {
    expect(newBoundary('decline', 5).state).toBe('waiting');
    expect(aSetBoundary()).toMatchObject({ state: 'set', setAt: SET_AT, ignoredCount: 0 });
  });

  it('is not held against somebody who could not have read it', () => {
    const waiting = newBoundary('remove', SET_AT);
    expect(changed(waiting, received('other', 1))).toBe(waiting);
    expect(changed(aSetBoundary(), received('other', -1)).state).toBe('set');
  });

  it('is ignored when they go on, and counts how often', () => {
    const ignored = after(aSetBoundary(), received('other', 3), received('other', 9));
    expect(ignored).toMatchObject({ state: 'ignored', ignoredCount: 2, lastReceivedAt: SET_AT + 9 * DAY_MS });
  });

  it('is not ignored by an absence note or an angry answer', () => {
    expect(after(aSetBoundary(), received('automatic', 1), received('hostile', 2))).toMatchObject({
      state: 'set',
      ignoredCount: 0,
    });
  });

  it('is kept after thirty quiet days', () => {
    const almost = changed(aSetBoundary(), { type: 'time-passed', now: SET_AT + KEPT_AFTER_MS - 1 });
    expect(almost.state).toBe('set');
    expect(changed(almost, { type: 'time-passed', now: SET_AT + KEPT_AFTER_MS }).state).toBe('kept');
  });

  it('counts the quiet days from their last word', () => {
    const hostile = changed(aSetBoundary(), received('hostile', 20));
    expect(changed(hostile, { type: 'time-passed', now: SET_AT + KEPT_AFTER_MS }).state).toBe('set');
    expect(changed(hostile, { type: 'time-passed', now: SET_AT + 20 * DAY_MS + KEPT_AFTER_MS }).state).toBe('kept');
  });

  it('is broken again by a message after it was kept', () => {
    const kept = changed(aSetBoundary(), { type: 'time-passed', now: SET_AT + KEPT_AFTER_MS });
    expect(changed(kept, received('other', 60))).toMatchObject({ state: 'ignored', ignoredCount: 1 });
  });

  it('stays ignored however long they are silent, until they apologise', () => {
    const ignored = changed(aSetBoundary(), received('other', 3));
    expect(changed(ignored, { type: 'time-passed', now: SET_AT + 300 * DAY_MS }).state).toBe('ignored');
    const sorry = after(ignored, received('apology', 5), { type: 'time-passed', now: SET_AT + 40 * DAY_MS });
    expect(sorry).toMatchObject({ state: 'kept', ignoredCount: 1 });
  });

  it('is over once forgiven', () => {
    const forgiven = after(aSetBoundary(), received('other', 3), { type: 'forgiven' });
    expect(forgiven.state).toBe('forgiven');
    expect(after(forgiven, received('other', 4), { type: 'time-passed', now: SET_AT + 90 * DAY_MS })).toBe(forgiven);
  });

  it('gives an unsubscription 48 hours', () => {
    expect(changed(aSetBoundary('unsubscribe'), received('other', 1)).state).toBe('set');
    expect(changed(aSetBoundary('unsubscribe'), received('other', 3)).state).toBe('ignored');
  });
});

describe('the question how we know each other', () => {
  it('is answered by an answer, after which mail is welcome', () => {
    const answered = after(
      aSetBoundary('how-we-know'),
      received('answer', 1),
      received('other', 2),
      received('apology', 3),
    );
    expect(answered).toMatchObject({ state: 'answered', ignoredCount: 0 });
  });

  it('is ignored by a message that does not answer it, and can be answered later', () => {
    const ignored = changed(aSetBoundary('how-we-know'), received('other', 1));
    expect(ignored.state).toBe('ignored');
    expect(changed(ignored, received('answer', 2)).state).toBe('answered');
  });
});

describe('nextStep', () => {
  it.each([
    ['how-we-know', { kind: 'decline', tone: 'firm' }],
    ['decline', { kind: 'remove', tone: 'firm' }],
    ['remove', { kind: 'block' }],
    ['do-not-engage', { kind: 'block' }],
    ['block', { kind: 'spam' }],
    ['unsubscribe', { kind: 'spam' }],
    ['spam', { kind: 'block' }],
  ] as const)('after an ignored %s comes %o', (kind, step) => {
    expect(nextStep(changed(aSetBoundary(kind), received('other', 5)))).toEqual(step);
    expect(nextStep(aSetBoundary(kind))).toBeUndefined();
  });
});

describe('changed', () => {
  it('never loses count and never leaves its states, in any order of events', () => {
    const change = fc.oneof(
      fc.record({ type: fc.constant('confirmed' as const), at: fc.nat(100) }),
      fc.record({
        type: fc.constant('received' as const),
        at: fc.nat(100),
        reading: fc.constantFrom<Reading>('answer', 'apology', 'hostile', 'automatic', 'other'),
      }),
      fc.record({ type: fc.constant('time-passed' as const), now: fc.nat({ max: KEPT_AFTER_MS * 2 }) }),
      fc.record({ type: fc.constant('forgiven' as const) }),
    );
    const kinds = ['how-we-know', 'decline', 'remove', 'block', 'spam', 'do-not-engage', 'unsubscribe'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(change, { maxLength: 20 }), (kind, changes) => {
        let entry = newBoundary(kind, 0);
        for (const each of changes) {
          const next = changed(entry, each);
          expect(next.ignoredCount - entry.ignoredCount).toBeGreaterThanOrEqual(0);
          expect(next.ignoredCount - entry.ignoredCount).toBeLessThanOrEqual(1);
          expect(entry.state === 'forgiven' && next !== entry).toBe(false);
          expect(entry.state !== 'waiting' && next.state === 'waiting').toBe(false);
          expect(next.state === 'ignored' && next.ignoredCount === 0).toBe(false);
          entry = next;
        }
      }),
    );
  });
});
