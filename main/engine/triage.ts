/**
 * Judges what arrived, in date order, each message by the mail before it (docs/architecture.md, "Judged on arrival").
 *
 * The record of earlier mail stays in memory while mail comes, and is extended by what is new: constant work a message. Mail that arrives out
 * of order, another owner or another version of the reading make verdicts stale; then the order is replayed from the stored
 * rows without bodies, and only verdicts that came out otherwise are written. `judged-through` in the store says up to which
 * message all verdicts are right, so that a killed replay goes on where it was.
 */
import { hash } from 'node:crypto';
import type { AppEvent } from '#core/contract/events.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { SIGNALS_VERSION } from '#core/outreach/signals.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { Probe } from '#core/relationship/probe.ts';
import { type CampaignSeen, campaignSeenIn } from '#core/triage/campaign-openers.ts';
import { judgeMessage, type UsersWords } from '#core/triage/judge-message.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { TRIAGE_VERSION } from '#core/triage/triage-version.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { deleteAssessment, upsertAssessment } from '#main/store/assessments.ts';
import { recordDetected } from '#main/store/boundaries.ts';
import { markOpeners } from '#main/store/campaign-openers.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { listJudgements } from '#main/store/judgements.ts';
import { listPersonWords } from '#main/store/person-words.ts';
import { listProbes } from '#main/store/probes.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { countRowsAfter, listTriageMessages, newestRowId } from '#main/store/triage-messages.ts';
import { reportFault } from './faults.ts';
import { cancelledError, type Job, type Jobs } from './jobs.ts';
import { Pace } from './pace.ts';
import { PeopleRecords } from './people-records.ts';
import { demandReread, rereadSignals } from './reread.ts';
import { readUsersWords } from './users-words.ts';
import type { TriageQueue } from './writer-context.ts';

/** Rows read at once; a slice ends when its time is up. */
const BATCH = 250;
/** Work between two looks at waiting requests; the transaction at the end comes on top. */
const SLICE_MS = 40;
/** While mail keeps coming out of order, a replay waits so many times as long as the last one took. */
const REPLAY_SHARE = 10;
/** From so many messages on, judging is shown as a job. */
const JOB_FROM = 2000;
/** A profile that lay still for a day says so after its start, without slowing it. */
const AGED_PEOPLE_DELAY_MS = 20_000;
/** The record of 100,000 messages is some 65 MB in memory, and read again in a few seconds. */
const RECORD_KEPT_MS = 10 * 60 * 1000;
/** After a failure or a cancelling the next try waits, unless somebody waits for it. */
const FAILURE_PAUSE_MS = 5000;

export interface TriageOptions {
  readonly db: WritableDb;
  readonly emit: (event: AppEvent) => void;
  readonly jobs: Jobs;
  readonly owner: () => Owner;
  readonly giveWay: () => Promise<void>;
  readonly now: () => number;
  readonly closing: AbortSignal;
}

export interface Triage extends TriageQueue {
  /** Resolves when no work is under way any more. */
  ended(): Promise<void>;
}

/** What the verdicts in the store were made with, beside mail and the user's word. */
function judgedWith(owner: Owner, probes: readonly Probe[] = []): string {
  return hash('sha1', JSON.stringify([TRIAGE_VERSION, SIGNALS_VERSION, owner, ...(probes.length > 0 ? [probes] : [])]));
}

export function createTriage(options: TriageOptions): Triage {
  const { db, emit, jobs, owner, giveWay, now, closing } = options;
  const listeners = new Set<(ids: readonly MessageRowId[]) => void>();
  let record: Correspondence | undefined;
  /** Read anew with every run: mail may have come back of which something was said. */
  let users: UsersWords | undefined;
  /** Row id up to which `record` has seen every message. */
  let observedThrough = 0;
  const people = new PeopleRecords({ db, giveWay, now }, judgedThrough());
  const replays = new Pace(REPLAY_SHARE, 0);
  let work: Promise<void> | undefined;
  let awoken = false;
  let waiters = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  closing.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(forgetting);
    clearTimeout(aging);
  });
  const aging = setTimeout(refreshAgedPeople, AGED_PEOPLE_DELAY_MS).unref();

  function judgedThrough(): number {
    return getSetting(db, 'judged-through') ?? 0;
  }

  function wake(): void {
    awoken = true;
    if (work || closing.aborted) return;
    clearTimeout(timer);
    if (waiters === 0 && now() < pausedUntil) {
      wakeIn(pausedUntil - now());
      return;
    }
    clearTimeout(forgetting);
    work = run()
      .catch((error: unknown) => {
        reportFault(error);
        pausedUntil = now() + FAILURE_PAUSE_MS;
        throw error;
      })
      .finally(() => {
        work = undefined;
        forgetting = setTimeout(() => (record = undefined), RECORD_KEPT_MS).unref();
        if (awoken) wake();
      });
    // Whoever waits for it hears of it; nobody has to.
    work.catch(() => undefined);
  }

  function wakeIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(wake, delayMs).unref();
  }

  async function run(): Promise<void> {
    awoken = false;
    users = undefined;
    await giveWay();
    if (closing.aborted) return;
    forgetWhatIsOutdated();
    const pending = countRowsAfter(db, judgedThrough(), JOB_FROM);
    const rereading = (getSetting(db, 'signals-read')?.through ?? null) !== null;
    if (newestRowId(db) === 0) return;
    if (pending === 0 && !rereading && !people.waiting) return;
    if (postponed()) return;
    if (pending < JOB_FROM && !rereading && !needsReplay()) await judgeAll(undefined);
    else await jobs.run('triage', 'Reading through your mail', judgeAll);
  }

  async function judgeAll(job: Job | undefined): Promise<void> {
    const stopped = (): boolean => closing.aborted || job?.signal.aborted === true;
    await rereadSignals({ db, owner: owner(), giveWay, stopped, job });
    const progress = { done: 0, total: 0 };
    while (!stopped() && !postponed()) {
      const caughtUp = replays.spend(() => judgeSlice(progress));
      const { done, total } = progress;
      const status = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} messages read through`;
      job?.progress({ doneMessages: done, totalMessages: total, status });
      await giveWay();
      if (caughtUp) break;
    }
    if (stopped()) throw cancelledError();
    if (record !== undefined && !needsReplay() && peopleDue()) {
      await people.write(record, observedThrough, stopped);
      emit({ type: 'queue-changed' });
    }
  }

  /** Another owner, another reading, other rules: nothing that was said before counts. */
  function forgetWhatIsOutdated(): void {
    demandReread(db, owner());
    const current = judgedWith(owner(), listProbes(db));
    if (getSetting(db, 'judged-with') === current) return;
    rejudgeAll();
    upsertSetting(db, 'judged-with', current);
  }

  function rejudgeAll(): void {
    record = undefined;
    users = undefined;
    people.touchEverybody();
    upsertSetting(db, 'judged-through', 0);
  }

  /** True where the record in memory is missing or has seen mail that is later than what is to be judged. */
  function needsReplay(): boolean {
    return record === undefined || observedThrough > judgedThrough();
  }

  /** While more mail keeps coming out of order, most of the time belongs to bringing it. */
  function postponed(): boolean {
    if (waiters > 0 || !needsReplay()) return false;
    const waitMs = replays.waitMs(now());
    if (waitMs <= 0) return false;
    wakeIn(waitMs);
    return true;
  }

  /** True when everything is judged. */
  function judgeSlice(progress: { done: number; total: number }): boolean {
    const through = judgedThrough();
    if (record === undefined || observedThrough > through) {
      record = createCorrespondence(owner(), listJudgements(db), listPersonWords(db), undefined, listProbes(db));
      observedThrough = 0;
      replays.begin(now());
      progress.done = 0;
      progress.total = 0;
    }
    const words = (users ??= readUsersWords(db));
    if (progress.total === 0) progress.total = countRowsAfter(db, observedThrough, -1);
    const changed: { readonly id: MessageRowId; readonly assessment: Assessment | undefined }[] = [];
    const first: MessageRowId[] = [];
    const sent: TriageMessage[] = [];
    const campaigns: CampaignSeen[] = [];
    const until = performance.now() + SLICE_MS;
    let caughtUp = false;
    while (!caughtUp && performance.now() < until) {
      const batch = listTriageMessages(db, observedThrough, BATCH);
      for (const { message, assessment: stored } of batch) {
        observedThrough = message.id;
        if (message.id <= through) {
          record.observe(message, stored === null ? [] : (JSON.parse(stored) as Assessment).labels);
          continue;
        }
        const assessment = message.direction === 'sent' ? undefined : judgeMessage(message, record, words);
        if (JSON.stringify(assessment) !== (stored ?? undefined)) changed.push({ id: message.id, assessment });
        if (assessment && stored === null) first.push(message.id);
        if (message.direction === 'sent') sent.push(message);
        const campaign = assessment && campaignSeenIn(message.messageId, assessment);
        if (campaign) campaigns.push(campaign);
        record.observe(message, assessment?.labels ?? []);
        people.touch(message);
      }
      progress.done += batch.length;
      progress.total = Math.max(progress.total, progress.done);
      caughtUp = batch.length < BATCH;
    }
    if (observedThrough > through) {
      inTransaction(db, () => {
        for (const { id, assessment } of changed) {
          if (assessment) upsertAssessment(db, id, assessment);
          else deleteAssessment(db, id);
        }
        for (const campaign of campaigns) markOpeners(db, campaign);
        for (const message of sent) recordDetected(db, message);
        upsertSetting(db, 'judged-through', observedThrough);
      });
    }
    if (changed.length > 0) emit({ type: 'queue-changed' });
    if (first.length > 0) for (const listener of listeners) listener(first);
    return caughtUp;
  }

  function refreshAgedPeople(): void {
    if (closing.aborted || !people.aged) return;
    people.touchEverybody();
    wake();
  }

  function peopleDue(): boolean {
    const waitMs = people.waitMs();
    if (waiters > 0 || waitMs <= 0) return true;
    wakeIn(waitMs);
    return false;
  }

  return {
    wake,
    judgementsChanged() {
      rejudgeAll();
      replays.hurry();
      people.hurry();
      wake();
    },
    async settled() {
      waiters += 1;
      try {
        do {
          wake();
          await work;
          if (closing.aborted) throw cancelledError();
        } while (newestRowId(db) > 0 && (judgedThrough() < newestRowId(db) || people.waiting));
      } finally {
        waiters -= 1;
      }
    },
    onJudged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ended() {
      await work?.catch(() => undefined);
    },
  };
}
