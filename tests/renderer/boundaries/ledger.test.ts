import { describe, expect, it } from 'vitest';
import type { BoundaryView } from '#core/contract/views.ts';
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import { ledgerGroups } from '../../../renderer/boundaries/ledger.ts';
import { stateInWords } from '../../../renderer/boundaries/state-in-words.ts';

const aBoundary = (id: number, differing: Partial<BoundaryView> = {}): BoundaryView => ({
  id,
  personId: id as PersonId,
  personName: 'Dev',
  address: 'dev@loop.example',
  kind: 'decline',
  setAt: id,
  state: 'set',
  ignoredCount: 0,
  messageRowId: id as MessageRowId,
  ...differing,
});

describe('ledgerGroups', () => {
  it('puts what was ignored first and loses no entry', () => {
    const states: readonly BoundaryView['state'][] = ['forgiven', 'kept', 'waiting', 'set', 'answered', 'ignored'];
    const groups = ledgerGroups(states.map((state, index) => aBoundary(index, { state })));
    expect(groups[0]?.title).toBe('Ignored');
    expect(groups.flatMap(({ boundaries }) => boundaries)).toHaveLength(states.length);
  });

  it('shows the latest first', () => {
    expect(ledgerGroups([aBoundary(1), aBoundary(3), aBoundary(2)])[0]?.boundaries.map(({ id }) => id)).toEqual([
      3, 2, 1,
    ]);
  });
});

describe('stateInWords', () => {
  it('says how often a boundary was ignored', () => {
    expect(stateInWords(aBoundary(1, { state: 'ignored', ignoredCount: 1 }))).toBe('ignored once');
    expect(stateInWords(aBoundary(1, { state: 'ignored', ignoredCount: 3 }))).toBe('ignored 3 times');
  });
});
