/**
 * What a correction would change: the mail judged again on the side, in the reader's thread, with nothing stored.
 *
 * Exact, not a guess: the same judging in the same order as after the correction, only that a message whose words, likeness
 * and record are untouched keeps the verdict that it has. A few seconds for 100,000 messages; it gives way to other
 * requests, can be stopped, and ends when its time is up with what it has found so far.
 */
import type { Foresight, Move, Standing } from '#core/contract/views.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { keptLabels } from '#core/relationship/kept-labels.ts';
import { asOpener, campaignSeenIn, type CampaignSeen } from '#core/triage/campaign-openers.ts';
import { judgeMessage, type UsersWords } from '#core/triage/judge-message.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { getAssessment } from '#main/store/assessments.ts';
import type { StoredCorrection } from '#main/store/corrections.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { listJudgements } from '#main/store/judgements.ts';
import { listRowIds } from '#main/store/messages.ts';
import { listPersonWords } from '#main/store/person-words.ts';
import { listProbes } from '#main/store/probes.ts';
import { getSetting } from '#main/store/settings.ts';
import { countRowsAfter, getTriageMessage, listTriageMessages, newestRowId } from '#main/store/triage-messages.ts';
import { readUsersWords } from './users-words.ts';

const BATCH = 50;
const SLICE_MS = 30;
/** Longer than anybody waits for a preview. */
const MOST_MS = 60_000;
const LISTED = 200;

export interface ForeseeOptions {
  readonly db: ReadableDb;
  readonly owner: Owner;
  /** What would hold. */
  readonly corrections: readonly StoredCorrection[];
  /** The message that is corrected. */
  readonly id: MessageRowId;
  readonly giveWay: () => Promise<void>;
  readonly stopped: () => boolean;
  readonly progress: (done: number, total: number) => void;
}

export async function foresee(options: ForeseeOptions): Promise<Foresight> {
  const { db, owner, corrections, id, giveWay, stopped, progress } = options;
  const total = countRowsAfter(db, 0, -1);
  const record = createCorrespondence(owner, listJudgements(db), listPersonWords(db), undefined, listProbes(db));
  const lookAhead = new LookAhead(record, readUsersWords(db), readUsersWords(db, corrections));
  const endAt = performance.now() + MOST_MS;
  let after = 0;
  let done = 0;
  let caughtUp = false;
  while (!caughtUp && !stopped() && performance.now() < endAt) {
    const until = performance.now() + SLICE_MS;
    while (!caughtUp && performance.now() < until) {
      const batch = listTriageMessages(db, after, BATCH);
      for (const { message, assessment } of batch) {
        after = message.id;
        lookAhead.see(message, assessment ?? undefined);
      }
      done += batch.length;
      caughtUp = batch.length < BATCH;
    }
    progress(done, total);
    await giveWay();
  }
  const moves = lookAhead.moves(db);
  const itself = moves.find((move) => move.id === id);
  const others = moves.filter((move) => move !== itself).toReversed();
  return {
    ...(itself ? { itself } : {}),
    moves: others.slice(0, LISTED),
    moveCount: others.length,
    complete: caughtUp && (getSetting(db, 'judged-through') ?? 0) >= newestRowId(db),
  };
}

/** Without what it was judged by: of a whole mailbox that would fill the memory. */
interface Again {
  readonly message: Omit<Move, 'before' | 'after'>;
  readonly before: Assessment;
  after: Assessment;
}

class LookAhead {
  readonly #record: Correspondence;
  readonly #now: UsersWords;
  readonly #then: UsersWords;
  /** Verdicts made again that came out otherwise. */
  readonly #again = new Map<MessageRowId, Again>();
  readonly #campaigns: CampaignSeen[] = [];
  /** A label that the record keeps has changed: from here on everything may. */
  #recordChanged = false;

  constructor(record: Correspondence, now: UsersWords, then: UsersWords) {
    this.#record = record;
    this.#now = now;
    this.#then = then;
  }

  /** `stored` is the JSON of the verdict that it has. */
  see(message: TriageMessage, stored: string | undefined): void {
    if (message.direction === 'sent') {
      this.#record.observe(message, []);
      return;
    }
    // The first letters of a campaign are marked looking back: any letter of one may gain or lose its mark.
    const inCampaign = stored?.includes('"campaign"') === true;
    if (stored !== undefined && !inCampaign && !this.#recordChanged && !this.#isTouched(message)) {
      this.#record.observe(message, (JSON.parse(stored) as Assessment).labels);
      return;
    }
    const after = judgeMessage(message, this.#record, this.#then);
    const campaign = campaignSeenIn(message.messageId, after);
    if (campaign) this.#campaigns.push(campaign);
    if (stored !== undefined) {
      const before = JSON.parse(stored) as Assessment;
      if (keptLabels(before.labels).join() !== keptLabels(after.labels).join()) this.#recordChanged = true;
      if (!isSame(before, after)) this.#again.set(message.id, { message: inShort(message), before, after });
    }
    this.#record.observe(message, after.labels);
  }

  #isTouched(message: TriageMessage): boolean {
    const from = mailboxKey(message.from.address);
    const now = this.#now.adaptation.adapt(from, message.signals)?.deltas;
    const then = this.#then.adaptation.adapt(from, message.signals)?.deltas;
    return (
      JSON.stringify(now) !== JSON.stringify(then) ||
      JSON.stringify([...this.#now.labels(message)]) !== JSON.stringify([...this.#then.labels(message)])
    );
  }

  /** Called once, at the end. */
  moves(db: ReadableDb): readonly Move[] {
    for (const campaign of this.#campaigns) {
      for (const opener of campaign.openers.flatMap((messageId) => listRowIds(db, messageId))) {
        const again = this.#again.get(opener) ?? this.#asStored(db, opener);
        if (again) again.after = asOpener(again.after, campaign) ?? again.after;
      }
    }
    const inOrder = [...this.#again.values()].toSorted((one, other) => one.message.id - other.message.id);
    return inOrder.flatMap(({ message, before, after }) => {
      if (isSame(before, after)) return [];
      return [{ ...message, before: standingOf(before), after: standingOf(after) }];
    });
  }

  #asStored(db: ReadableDb, id: MessageRowId): Again | undefined {
    const message = getTriageMessage(db, id);
    const before = getAssessment(db, id);
    if (!message || !before) return undefined;
    const again: Again = { message: inShort(message), before, after: before };
    this.#again.set(id, again);
    return again;
  }
}

function inShort({ id, messageId, from, subject, receivedAt }: TriageMessage): Again['message'] {
  return { id, messageId, from, subject, receivedAt };
}

function isSame(before: Assessment, after: Assessment): boolean {
  return JSON.stringify(standingOf(before)) === JSON.stringify(standingOf(after));
}

function standingOf({ lane, labels, advice }: Assessment): Standing {
  return { lane, labels: labels.toSorted(), advice };
}
