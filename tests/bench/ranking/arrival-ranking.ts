/** Benchmarks B and C on the shipped record: each test message scored on arrival, mail of the same second unseen. */
import { createCorrespondence, type RankingWeights } from '#core/relationship/create-correspondence.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { ArrivalsOfUser } from '../../../scripts/fit-strength/arrivals.ts';
import { TriageFeed } from '../../../scripts/fit-strength/as-triage.ts';
import type { MailEvent } from '../../../scripts/fit-strength/frozen-benchmark.ts';
import { ownerOf } from '../../../scripts/fit-strength/tie-data.ts';
import { BaselineHistory } from './baselines.ts';
import { ScoreSheet, type UserResult } from './scored-user.ts';

export interface ArrivalResult {
  readonly writes: UserResult | undefined;
  readonly replies: UserResult | undefined;
}

/** `unseen` are the weights fitted without this user. */
export function rankArrivals({ user, stream, arrivals }: ArrivalsOfUser, unseen: RankingWeights): ArrivalResult {
  const ours = createCorrespondence(ownerOf(stream), [], [], unseen);
  const shipped = createCorrespondence(ownerOf(stream), []);
  const baselines = new BaselineHistory();
  const feed = new TriageFeed(user);
  const byEvent = new Map(arrivals.map((arrival) => [arrival.event, arrival]));
  const writes = new ScoreSheet();
  const replies = new ScoreSheet();
  let sameSecond: { readonly event: MailEvent; readonly message: TriageMessage }[] = [];
  for (const event of stream.events) {
    if (sameSecond[0] && sameSecond[0].event.at < event.at) {
      for (const { event: earlier, message } of sameSecond) {
        baselines.observe(earlier);
        ours.observe(message, []);
        shipped.observe(message, []);
      }
      sameSecond = [];
    }
    const message = feed.next(event);
    sameSecond.push({ event, message });
    const arrival = byEvent.get(event);
    if (arrival?.part !== 'test') continue;
    const scores = {
      ...baselines.messageScores(event),
      'Acquaint strength': ours.strength(message.from.address, event.at).value,
      'Acquaint likelyToAnswer': ours.likelyToAnswer(message).value,
      'likelyToAnswer as shipped': shipped.likelyToAnswer(message).value,
    };
    writes.add(scores, arrival.wroteToSender);
    replies.add(scores, arrival.replied);
  }
  return { writes: resultOf(user, writes), replies: resultOf(user, replies) };
}

function resultOf(user: string, sheet: ScoreSheet): UserResult | undefined {
  const list = sheet.done();
  return list && { user, lists: [list] };
}
