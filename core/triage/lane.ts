/** The lane: machine, then one text for many, then the tie with the person (data/LABELS.md). */
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import type { Lane } from './vocabulary.ts';

/** One text for many people, sent from a person's own mail program. */
export function isBroadcast({ seen, entities }: Case): boolean {
  if (seen('undisclosed-recipients') >= 0.9 || seen('to-self') > 0 || seen('to-stand-in') > 0) return true;
  if (seen('undisclosed-recipients') > 0) return seen('greets-owner') === 0;
  return seen('crowd') >= 0.8 || (seen('crowd') > 0 && (seen('chain') > 0 || seen('greets-everybody') > 0 || seen('asks-to-forward') > 0 || entities.ownerIn === 'none'));
}

/** People talking on a list that the owner is on, as opposed to a list that only sends. */
function isListTalk({ message, seen, tie, entities }: Case, content: Content): boolean {
  return (
    (seen('list-post') > 0 || (seen('list-id') > 0 && message.headers.listUnsubscribe === undefined)) &&
    tie.lane !== 'stranger' &&
    entities.ownerIn !== 'none' &&
    content.marketing < 0.8
  );
}

export function laneOf(one: Case, content: Content): Lane {
  const { message, entities, seen, tie } = one;
  const { signals } = message;
  if (entities.notice !== undefined) return tie.lane;
  if (entities.calendar !== undefined && !signals.bulk) {
    const fromSystem = seen('no-reply') > 0 || seen('notifier') > 0;
    return entities.calendar === 'reply' || fromSystem ? 'automated' : tie.lane;
  }
  if (signals.automated && isForTheOwner(one, content)) return 'automated';
  if (isListTalk(one, content)) return tie.lane;
  if (signals.bulk) return isForTheOwner(one, content) && Math.max(content.transactional, content.security) >= 0.6 ? 'automated' : 'bulk';
  if (isBroadcast(one)) return tie.lane === 'known' ? 'known' : 'bulk';
  if (tie.lane === 'stranger' && isUnmarkedBulk(one, content)) return 'bulk';
  return tie.lane;
}

/** A machine's mail is the owner's own affair unless it only advertises. */
function isForTheOwner({ message, seen }: Case, content: Content): boolean {
  if (seen('bounce') > 0 || seen('auto-reply') >= 0.9) return true;
  const affair = Math.max(content.transactional, content.security);
  const advertises = message.signals.bulk && content.marketing >= 0.6;
  if (advertises) return affair >= 0.75 && affair > content.marketing - 0.15;
  return seen('auto-submitted') > 0 || affair >= 0.4 || !message.signals.bulk;
}

/** Marketing without a list header, or a merged letter to a whole address book. */
function isUnmarkedBulk({ seen, entities, boundaries }: Case, content: Content): boolean {
  if (boundaries.answered !== undefined) return false;
  const laidOut = seen('marketing-layout') > 0 || seen('tracking-pixel') > 0;
  if (content.marketing >= 0.6 && (laidOut || seen('role-address') > 0 || seen('no-reply') > 0) && entities.unsubscribe !== 'none' && content.recruiting < 0.6) return true;
  return content.contactList >= 0.8 && seen('asks-for-call') < 0.99 && content.recruiting < 0.6 && content.pleading < 0.6;
}
