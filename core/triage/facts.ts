/** What was read out of the message or counted in the record; each fact only where it applies. */
import type { Case } from './case.ts';
import type { LabelFound } from './labels.ts';
import type { Facts, Lane } from './vocabulary.ts';

export function factsOf(one: Case, labels: readonly LabelFound[], lane: Lane): Facts {
  const { entities, tie, streak, boundaries, campaign, correspondence } = one;
  const has = (label: string): boolean => labels.some((found) => found.label === label);
  const person = lane !== 'automated' && lane !== 'bulk';
  const facts: { -readonly [Name in keyof Facts]: Facts[Name] } = {};
  if (person && tie.lane !== 'known' && streak.count >= 2 && entities.notice === undefined) facts.nagCount = streak.count;
  if (tie.nameDrop && lane !== 'known') {
    const { name, verified, address } = tie.nameDrop;
    facts.nameDrop = { name, verified, ...(address === undefined ? {} : { address }) };
  }
  if (tie.introducedBy && (tie.record?.sentCount ?? 0) === 0) facts.introducedBy = tie.introducedBy.address;
  const [offered] = entities.offers;
  if (offered !== undefined && !has('introduction')) {
    const [candidate] = correspondence.peopleNamed(offered);
    const alreadyKnown = candidate !== undefined && candidate.sentCount > 0 && candidate.receivedCount > 0;
    facts.offersToIntroduce = { name: alreadyKnown && candidate.name !== '' ? candidate.name : offered, alreadyKnown };
  }
  if (tie.circle && lane !== 'known') facts.circle = tie.circle;
  if (tie.hasOwnDomain && lane !== 'bulk') facts.knownDomain = tie.colleagues.length > 0;
  if (has('recruiter')) {
    if (entities.role !== undefined) facts.role = entities.role;
    if (entities.place !== undefined) facts.place = entities.place;
    facts.remote = entities.remote ?? false;
    facts.dealBreakersBroken = entities.dealBreakersBroken;
  }
  if (has('campaign') && campaign) facts.campaignId = campaign.id;
  if (has('ignored-request') && boundaries.stop) facts.ignoredCount = boundaries.sinceStop.length;
  if (has('connection-request') && entities.notice) {
    facts.invitedBy = entities.notice.person;
    facts.inviteNote = entities.notice.note !== '';
  }
  if (lane === 'bulk' || entities.unsubscribe !== 'none') facts.unsubscribe = entities.unsubscribe;
  return facts;
}
