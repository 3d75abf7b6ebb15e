/** One text for many: what is it for? */
import type { Case } from './case.ts';
import { LEAST_ODDS, type Content } from './content.ts';
import type { Findings } from './findings.ts';
import { isPhishing } from './lane.ts';

export function labelMany(one: Case, content: Content, findings: Findings, workRelated: boolean, pitch: number): void {
  const { message, seen, tie } = one;
  if (workRelated || isPhishing(one)) return;
  if (seen('list-talk') > 0) return;
  if (message.signals.bulk) {
    findings.add('newsletter', 'Sent through list software');
    return;
  }
  const broadcast = findings.has('broadcast');
  const list =
    content.odds('contact-list-mail') +
    (seen('contact-list') >= 0.6 ? 0.7 : 0) +
    (broadcast ? 1.2 : 0) +
    (seen('greets-everybody') > 0 ? 0.7 : 0);
  const letter = content.odds('newsletter') + (seen('numbered-issue') > 0 ? 1.8 : 0) + (broadcast ? -1 : 1);
  const sells = pitch + (content.fraud >= 0.6 ? 2 : 0);
  const chain = content.odds('forward-request') + (seen('chain') > 0 ? 2 : 0);
  const best = Math.max(list, letter, sells, chain, LEAST_ODDS);
  if (best === chain && chain > list + 1) return;
  if (best === letter) findings.add('newsletter', 'Advertising, or a circular, to many');
  else if (best === sells && sells > Math.max(list + 0.3, -1.5))
    findings.add('cold-outreach', 'Sells something to people it does not know');
  else if (
    tie.lane === 'stranger' &&
    (list > -2.5 || tie.record !== undefined) &&
    !(seen('crowd') > 0 && one.entities.ownerIn === 'none')
  )
    findings.add('contact-list-mail', 'Written to a whole address book, without a way to leave');
  if (!broadcast && findings.has('cold-outreach') && list > -0.5 && seen('contact-list') >= 0.8)
    findings.add('contact-list-mail', 'Written to a whole address book, without a way to leave');
}
