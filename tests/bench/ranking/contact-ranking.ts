/** Benchmark A on the shipped record: people ranked by `strength` at each test cut. */
import { createCorrespondence, type RankingWeights } from '#core/relationship/create-correspondence.ts';
import { asAddress, TriageFeed } from '../../../scripts/fit-strength/as-triage.ts';
import { contactLists, type UserStream } from '../../../scripts/fit-strength/contact-lists.ts';
import { ownerOf } from '../../../scripts/fit-strength/tie-data.ts';
import { BaselineHistory } from './baselines.ts';
import { type ScoredLists, ScoreSheet, type UserResult } from './scored-user.ts';

const SHOWN = [
  'count_received',
  'count_sent_to',
  'recency_last_in',
  'recency_last_out',
  'ever_written_to',
  'IR_7d_w5',
  'IR_30d_w5',
  'IR_90d_w5',
  'IR_30d_w1',
  'IRout_30d',
  'IRin_30d',
] as const;

/** `unseen` are the weights fitted without this user. */
export function rankContacts(stream: UserStream, unseen: RankingWeights): UserResult | undefined {
  const ours = createCorrespondence(ownerOf(stream), [], [], unseen);
  const shipped = createCorrespondence(ownerOf(stream), []);
  const baselines = new BaselineHistory();
  const feed = new TriageFeed(stream.user);
  const lists: ScoredLists[] = [];
  let next = 0;
  for (const { part, cutAt, contacts } of contactLists(stream)) {
    if (part !== 'test') continue;
    for (let event = stream.events[next]; event && event.at <= cutAt; event = stream.events[next]) {
      const message = feed.next(event);
      ours.observe(message, []);
      shipped.observe(message, []);
      baselines.observe(event);
      next += 1;
    }
    const sheet = new ScoreSheet();
    for (const { address, positive } of contacts) {
      const all = baselines.scores(address, cutAt);
      const scores = Object.fromEntries(SHOWN.map((name) => [name, all[name] ?? 0]));
      scores['Acquaint'] = ours.strength(asAddress(address), cutAt).value;
      scores['Acquaint as shipped'] = shipped.strength(asAddress(address), cutAt).value;
      sheet.add(scores, positive);
    }
    const done = sheet.done();
    if (done) lists.push(done);
  }
  return lists.length === 0 ? undefined : { user: stream.user, lists };
}
