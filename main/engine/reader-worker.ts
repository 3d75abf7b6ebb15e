/** The reader thread: a connection that cannot write, for every list, search and preview. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ReadRequestName } from '#core/contract/requests.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { openReader } from '#main/store/open.ts';
import { type ReadHandlers, readHandlers } from './handlers/reads.ts';
import { type FromWorker, serve, UnreadyError, type WorkerSettings } from './thread-messages.ts';

const { profileDir } = workerData as WorkerSettings;
let db: ReadableDb | undefined;

function connection(): ReadableDb {
  if (db) return db;
  const opened = openReader(profileDir);
  if (opened === 'absent' || opened === 'outdated') throw new UnreadyError(opened);
  db = opened;
  return opened;
}

const port = parentPort as MessagePort;

serve(
  port,
  (name, input) => {
    const handler = (readHandlers as Partial<ReadHandlers>)[name as ReadRequestName];
    if (!handler) throw new Error(`The reader serves no ${name}.`);
    // The engine has checked the input against the schema of this very name.
    return handler(input as never, {
      db: connection(),
      profileDir,
      emit: (event) => port.postMessage({ type: 'event', event } satisfies FromWorker),
      now: Date.now,
    });
  },
  async () => {
    db?.close();
    await Promise.resolve();
  },
);
