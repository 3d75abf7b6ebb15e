/** The writer thread: the one connection that writes, and every long job. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { AppEvent } from '#core/contract/events.ts';
import type { WriteRequestName } from '#core/contract/requests.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { markSample } from '#main/store/accounts.ts';
import { failInterruptedJobs } from '#main/store/jobs.ts';
import { openWriter, type Writer } from '#main/store/open.ts';
import { getSetting } from '#main/store/settings.ts';
import { calmEvents } from './calm-events.ts';
import { writerFeatures, writeHandlers } from './handlers/index.ts';
import { createJobs } from './jobs.ts';
import { failure, type FromWorker, serve, type WorkerSettings } from './thread-messages.ts';
import { createTriage } from './triage.ts';
import type { WriteHandlers, WriterContext } from './writer-context.ts';

const port = parentPort as MessagePort;
const { profileDir, parseWorker, isSample } = workerData as WorkerSettings;
const send = (message: FromWorker): void => port.postMessage(message);

function run({ db, close: closeDatabase }: Writer): void {
  const closing = new AbortController();
  const now = Date.now;
  const emit = calmEvents((event: AppEvent) => send({ type: 'event', event }));
  const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  failInterruptedJobs(db);
  if (isSample) markSample(db, now());
  const jobs = createJobs(db, emit, now);
  const owner = (): Owner => getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const triage = createTriage({ db, emit, jobs, owner, giveWay, now, closing: closing.signal });
  const context: WriterContext = {
    db,
    profileDir,
    emit,
    jobs,
    owner,
    triage,
    giveWay,
    now,
    closing: closing.signal,
    parseWorker,
  };
  for (const feature of writerFeatures) feature.start?.(context);
  triage.wake();
  send({ type: 'ready' });
  serve(
    port,
    (name, input) => {
      const handler = (writeHandlers as Partial<WriteHandlers>)[name as WriteRequestName];
      if (!handler) throw new Error(`The writer serves no ${name}.`);
      // The engine has checked the input against the schema of this very name.
      return handler(input as never, context);
    },
    async () => {
      closing.abort();
      await jobs.cancelAll();
      await Promise.all(writerFeatures.map(async (feature) => await feature.stop?.()));
      await triage.ended();
      emit.flush();
      closeDatabase();
    },
  );
}

try {
  run(openWriter(profileDir));
} catch (error) {
  send({ type: 'failed', answer: failure(error) });
  port.close();
}
