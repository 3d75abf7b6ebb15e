/**
 * Reads stored texts again where the reading itself or the owner has changed.
 *
 * In order of row ids; how far it has come is stored with each batch, so that a killed reading goes on.
 */
import { hash } from 'node:crypto';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { SIGNALS_VERSION } from '#core/outreach/signals.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { getIncomingMessage } from '#main/store/messages.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { listToReread, updateSignals } from '#main/store/signals.ts';
import { newestRowId } from '#main/store/triage-messages.ts';
import type { Job } from './jobs.ts';

const BATCH = 50;

/** What signals depend on: the user's policy in words, for one, they do not. */
function readWith(owner: Owner): string {
  const { addresses, name, circles, dealBreakers } = owner;
  return hash('sha1', JSON.stringify([SIGNALS_VERSION, addresses, name, circles, dealBreakers]));
}

/** Marks everything stored so far to be read again, where it was read with something else. */
export function demandReread(db: WritableDb, owner: Owner): void {
  const current = readWith(owner);
  const read = getSetting(db, 'signals-read');
  if (read?.with === current) return;
  upsertSetting(db, 'signals-read', { with: current, through: newestRowId(db) === 0 ? null : 0 });
}

export interface RereadOptions {
  readonly db: WritableDb;
  readonly owner: Owner;
  readonly giveWay: () => Promise<void>;
  readonly stopped: () => boolean;
  readonly job: Job | undefined;
}

/** Works off what `demandReread` has marked; what came out otherwise has its verdicts made again. */
export async function rereadSignals({ db, owner, giveWay, stopped, job }: RereadOptions): Promise<void> {
  for (let done = 0; !stopped();) {
    const read = getSetting(db, 'signals-read');
    if (!read || read.through === null || read.with !== readWith(owner)) return;
    const ids = listToReread(db, read.through, BATCH);
    const last = ids.at(-1);
    inTransaction(db, () => {
      const changed = ids.filter((id) => rereadMessage(db, id, owner));
      const earliest = changed[0];
      if (earliest !== undefined && earliest <= (getSetting(db, 'judged-through') ?? 0)) {
        upsertSetting(db, 'judged-through', earliest - 1);
      }
      upsertSetting(db, 'signals-read', { with: read.with, through: last ?? null });
    });
    done += ids.length;
    job?.progress({ doneMessages: done, status: `${done.toLocaleString('en-GB')} messages read again` });
    await giveWay();
  }
}

/** True where the message now says something else. */
function rereadMessage(db: WritableDb, id: MessageRowId, owner: Owner): boolean {
  const stored = getIncomingMessage(db, id);
  return stored !== undefined && updateSignals(db, id, readSignals(stored.message, stored.direction, owner));
}
