/** The lane: machine, then one text for many, then the tie with the person (data/LABELS.md). */
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import type { Lane } from './vocabulary.ts';

/** One text for many people, sent from a person's own mail program. */
export function isBroadcast({ seen, entities, tie, thread, message }: Case): boolean {
  // A group that writes to each other is no audience, however large.
  if (tie.lane === 'known' && entities.ownerIn !== 'none' && (seen('says-reply') > 0 || thread?.ownerWrote === true))
    return false;
  if (message.signals.bulk && seen('undisclosed-recipients') < 0.9) return false;
  // A firm writes to its people by lists that only its own servers know.
  if (tie.sameFirm) return false;
  if (seen('undisclosed-recipients') >= 0.9 || seen('to-self') > 0 || seen('to-stand-in') > 0) return true;
  if (seen('no-recipients') > 0)
    return (
      seen('greets-owner') === 0 &&
      (
        [
          'greets-everybody',
          'greets-nobody',
          'contact-list',
          'cv-attached',
          'pleads-for-job',
          'recruits',
          'sells',
          'asks-to-forward',
          'defrauds',
          'markets',
          'says-forward',
        ] as const
      ).some((kind) => seen(kind) >= 0.6)
    );
  return (
    seen('crowd') >= 0.8 ||
    (seen('crowd') > 0 &&
      (seen('chain') > 0 || seen('greets-everybody') > 0 || seen('asks-to-forward') > 0 || entities.ownerIn === 'none'))
  );
}

/** People talking on a list that the owner is on, as opposed to a list that only sends. */
function isListTalk({ seen, tie, entities }: Case): boolean {
  return (
    seen('list-talk') > 0 &&
    tie.lane !== 'stranger' &&
    entities.ownerIn !== 'none' &&
    seen('no-reply') === 0 &&
    seen('notifier') === 0
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
  if (isPhishing(one) || (content.isFraud && tie.lane === 'stranger' && isMachineMade(one))) return 'bulk';
  if (isListTalk(one)) return tie.lane;
  if (signals.bulk) return isForTheOwner(one, content) ? 'automated' : 'bulk';
  if (isBroadcast(one)) return tie.lane === 'known' ? 'known' : 'bulk';
  if (tie.lane === 'stranger' && isUnmarkedNotice(one, content)) return 'automated';
  if (tie.sameFirm && tie.lane !== 'known' && entities.ownerIn === 'none' && seen('owner-not-addressed') > 0)
    return 'bulk';
  if (tie.lane === 'stranger' && isUnmarkedBulk(one, content)) return 'bulk';
  return tie.lane;
}

/** From an office and to nobody by name: sent by the thousand. */
function isMachineMade({ seen }: Case): boolean {
  const office = ['role-address', 'organisation-name', 'no-reply', 'notifier'].some((kind) => seen(kind) > 0);
  return office || (seen('greets-owner') === 0 && seen('links') > 0);
}

/** Dressed as a notice of the owner's own provider, which the provider says it is not. */
export function isPhishing({ seen, tie, entities }: Case): boolean {
  const alarming = Math.max(seen('secures'), seen('defrauds')) >= 0.6;
  return (
    tie.lane === 'stranger' &&
    entities.ownerIn !== 'none' &&
    seen('fails-authentication') >= 0.9 &&
    alarming &&
    seen('recruits') < 0.6
  );
}

/** A machine's mail is the owner's own affair unless it only advertises. */
function isForTheOwner({ message, seen }: Case, content: Content): boolean {
  if (seen('bounce') > 0 || seen('auto-reply') >= 0.9 || seen('reply-by-token') > 0) return true;
  // Programs that report to their owner say so and offer no way to leave.
  if (seen('auto-submitted') > 0 && seen('list-unsubscribe') === 0) return true;
  if (message.signals.bulk) return content.affair >= 0.5 && content.odds('newsletter') < content.affairOdds - 0.3;
  return seen('auto-submitted') > 0 || content.affair >= 0.3 || content.marketing < 0.6;
}

/** A receipt, a booking or a notice from an office of a firm, without any of the headers that machines should set. */
function isUnmarkedNotice({ seen, boundaries, thread }: Case, content: Content): boolean {
  if (boundaries.answered !== undefined || thread?.ownerWrote === true) return false;
  const office = ['role-address', 'organisation-name', 'no-reply', 'notifier'].some((kind) => seen(kind) > 0);
  const others = ['personal', 'cold-outreach', 'newsletter', 'recruiter'] as const;
  const margin = content.affairOdds - Math.max(...others.map((label) => content.odds(label)));
  return content.fraud < 0.5 && seen('fails-authentication') === 0 && margin > (office ? -0.5 : 1.5);
}

/** Marketing without a list header, or a merged letter to a whole address book. */
function isUnmarkedBulk({ seen, entities, boundaries }: Case, content: Content): boolean {
  if (boundaries.answered !== undefined) return false;
  const job = Math.max(content.odds('recruiter'), content.odds('resume-broadcast')) > 0;
  const laidOut = seen('marketing-layout') > 0 || seen('tracking-pixel') > 0;
  const impersonal =
    laidOut ||
    seen('role-address') > 0 ||
    seen('no-reply') > 0 ||
    seen('organisation-name') > 0 ||
    seen('bulk-domain') > 0;
  if (!job && impersonal && content.odds('newsletter') > (entities.unsubscribe === 'none' ? 1 : -0.5)) return true;
  if (job) return false;
  // An office that greets nobody by name and offers a way to leave writes to many.
  if (impersonal && seen('greets-owner') === 0 && entities.unsubscribe !== 'none') return true;
  // A circular of one's own, with an issue or a way to leave it, to nobody by name.
  const circular = seen('markets') >= 0.9 && seen('greets-everybody') >= 0.6 && seen('greets-owner') === 0;
  if (circular && content.odds('newsletter') > 0 && content.odds('newsletter') > content.odds('cold-outreach'))
    return true;
  return content.odds('contact-list-mail') > -0.3 && seen('contact-list') >= 0.8;
}
