/** Introductions (mission R8). */
import type { Case } from './case.ts';
import type { Content } from './content.ts';

/** Somebody else is copied in and both are told who the other is. */
export function isIntroduction({ message, tie, entities, correspondence, seen }: Case, content: Content): boolean {
  if (tie.lane === 'stranger' || message.signals.bulk || entities.ownerIn === 'none') return false;
  const others = [...message.to, ...message.cc].filter(
    ({ address }) => address !== '' && !correspondence.isOwner(address) && address !== message.from.address,
  );
  if (others.length === 0 || others.length > 3) return false;
  const strangers = others.filter(({ address }) => {
    const record = correspondence.record(address);
    return record === undefined || (record.sentCount === 0 && record.receivedCount === 0);
  });
  return strangers.length > 0 && content.odds('introduction') + (seen('introduces') >= 0.6 ? 2.5 : 0) + 1 > 0;
}
