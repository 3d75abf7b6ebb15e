import { describe, expect, it } from 'vitest';
import type { PersonId } from '#core/mail/message.ts';
import { START, navigate, type Navigation, type Place } from '../../../renderer/app/navigation.ts';

const sender = (id: number): Place => ({
  screen: 'sender',
  personId: id as PersonId,
  address: `${id}@people.example`,
});
const visit = (from: Navigation, ...places: readonly Place[]) => places.reduce((at, go) => navigate(at, { go }), from);

describe('navigate', () => {
  it('comes back from a sender to where the look was taken from', () => {
    const at = visit(START, { screen: 'search', query: 'anna' }, sender(1));
    expect(navigate(at, { back: true }).place).toEqual({ screen: 'search', query: 'anna' });
  });

  it('goes from sender to sender and back again', () => {
    const at = visit(START, sender(1), sender(2));
    expect(navigate(at, { back: true }).place).toEqual(sender(1));
  });

  it('remembers what was searched for last, not every letter', () => {
    const at = visit(START, { screen: 'search', query: 'a' }, { screen: 'search', query: 'an' });
    expect(navigate(at, { back: true })).toEqual(START);
  });

  it('starts afresh with every part of the queue, and from nowhere goes to the inbox', () => {
    expect(visit(START, sender(1), { screen: 'queue', part: 'bulk' }).behind).toEqual([]);
    expect(navigate(START, { back: true })).toEqual(START);
  });
});
