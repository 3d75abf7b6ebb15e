/** What was read out of the message or counted in the record; each fact only where it applies. */
import type { Case } from './case.ts';
import type { LabelFound } from './findings.ts';
import type { Facts, Lane } from './vocabulary.ts';

export function factsOf(one: Case, labels: readonly LabelFound[], lane: Lane): Facts {
  const { entities, tie, streak, boundaries, campaign, correspondence } = one;
  const has = (label: string): boolean => labels.some((found) => found.label === label);
  const person = lane !== 'automated' && lane !== 'bulk';
  const facts: { -readonly [Name in keyof Facts]: Facts[Name] } = {};
  if (person && entities.notice === undefined && (streak.count >= 2 || (has('ignored-request') && lane !== 'known')))
    facts.nagCount = streak.count;
  if (tie.nameDrop && lane !== 'known') {
    const { name, verified, address } = tie.nameDrop;
    facts.nameDrop = { name, verified, ...(address === undefined ? {} : { address }) };
  }
  if (tie.introducedBy && tie.lane === 'acquaintance') facts.introducedBy = tie.introducedBy.address;
  const offered = offeredPerson(one);
  if (offered !== undefined && !has('introduction')) {
    const [candidate] = correspondence.peopleNamed(offered);
    const alreadyKnown = candidate !== undefined && candidate.sentCount > 0 && candidate.receivedCount > 0;
    facts.offersToIntroduce = { name: alreadyKnown && candidate.name !== '' ? candidate.name : offered, alreadyKnown };
  }
  if (tie.circle && lane !== 'known') facts.circle = tie.circle;
  if (tie.hasOwnDomain) facts.knownDomain = tie.colleagues.length > 0;
  if (has('recruiter')) {
    if (entities.role !== undefined) facts.role = entities.role;
    if (entities.place !== undefined) facts.place = entities.place;
    facts.remote = entities.remote ?? false;
    facts.dealBreakersBroken = entities.dealBreakersBroken;
  }
  const founds =
    has('campaign') ||
    (person && has('cold-outreach')) ||
    has('resume-broadcast') ||
    (has('recruiter') && lane !== 'known') ||
    (has('broadcast') && has('cold-outreach'));
  // The first letter of a campaign gives it its name; a numbered sequence hangs on its first step.
  if (campaign && has('campaign')) facts.campaignId = campaign.id;
  else if (founds && lane !== 'known' && !one.message.signals.bulk)
    facts.campaignId = (has('campaign') ? streak.messageIds[0] : undefined) ?? one.message.messageId;
  if (has('ignored-request') && boundaries.stop) facts.ignoredCount = boundaries.sinceStop.length;
  if (has('connection-request') && entities.notice) {
    facts.invitedBy = entities.notice.person;
    facts.inviteNote = entities.notice.note !== '';
  }
  if (lane === 'bulk' || entities.unsubscribe !== 'none') facts.unsubscribe = entities.unsubscribe;
  return facts;
}

/** Of the people named near an offer the one whom the owner knows; of a stranger's introduction the person copied in. */
function offeredPerson({ entities, message, correspondence, seen, tie }: Case): string | undefined {
  const known = entities.offers.find((name) =>
    correspondence.peopleNamed(name).some(({ sentCount, receivedCount }) => sentCount > 0 && receivedCount > 0),
  );
  if (seen('offers-introduction') >= 0.6 && known !== undefined) return known;
  const copied = message.cc.find(
    ({ address, name }) => address !== '' && name.includes(' ') && !correspondence.isOwner(address),
  );
  if (copied && tie.lane === 'stranger' && seen('introduces') >= 0.6) return copied.name;
  return seen('offers-introduction') >= 0.6 ? entities.offers[0] : undefined;
}
