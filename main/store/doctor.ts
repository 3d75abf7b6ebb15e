/** Looks over a profile's database and says what is wrong with it and what helps. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DoctorCheck } from '#core/contract/views.ts';
import { countMessages, getCoverage } from './coverage.ts';
import { type ReadableDb, statement } from './database.ts';
import { listJobs } from './jobs.ts';
import { getSetting } from './settings.ts';
import { newestRowId } from './triage-messages.ts';

export function checkDatabase(db: ReadableDb): readonly DoctorCheck[] {
  return [
    checkFile(db.name),
    checkIntegrity(db),
    checkSearch(db),
    checkQueueCounts(db),
    checkJudged(db),
    checkJobs(db),
    checkOwner(db),
  ];
}

function checkFile(path: string): DoctorCheck {
  const { mode, size } = statSync(path);
  const folderMode = statSync(dirname(path)).mode;
  const isPrivate = (mode & 0o077) === 0 && (folderMode & 0o077) === 0;
  return {
    name: 'private',
    ok: isPrivate || process.platform === 'win32',
    detail: `${path}, ${(size / 1_048_576).toFixed(1)} MB, mode ${(mode & 0o777).toString(8)} in a folder of mode ${(folderMode & 0o777).toString(8)}`,
    cure: isPrivate ? '' : `Other users of this computer can look in: chmod 700 '${dirname(path)}'`,
  };
}

function checkIntegrity(db: ReadableDb): DoctorCheck {
  const found = (db.pragma('quick_check(5)') as readonly { quick_check: string }[]).map((row) => row.quick_check);
  const ok = found[0] === 'ok';
  return {
    name: 'integrity',
    ok,
    detail: ok ? `SQLite finds no damage in ${countMessages(db).toLocaleString('en-GB')} messages.` : found.join('; '),
    cure: ok ? '' : 'Move acquaint.db out of the profile folder (keep it) and import or sync again.',
  };
}

function checkSearch(db: ReadableDb): DoctorCheck {
  const indexed = statement<[], number>(db, 'SELECT count(*) FROM message_search_docsize').pluck().get() ?? 0;
  const messages = countMessages(db);
  return {
    name: 'search',
    ok: indexed === messages,
    detail: `${indexed.toLocaleString('en-GB')} of ${messages.toLocaleString('en-GB')} messages are in the search index.`,
    cure:
      indexed === messages ? '' : 'Import or sync into a new profile; the search index of this one misses messages.',
  };
}

function checkQueueCounts(db: ReadableDb): DoctorCheck {
  const wrong = statement<[], string>(
    db,
    `SELECT c.lane FROM queue_counts c WHERE c.total <> (SELECT count(*) FROM messages m WHERE m.lane = c.lane)
      OR c.inbox <> (SELECT count(*) FROM messages m WHERE m.lane = c.lane AND m.in_inbox = 1)`,
  )
    .pluck()
    .all();
  return {
    name: 'queue',
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? 'The counts of the queue are right.' : `The counts of ${wrong.join(', ')} are wrong.`,
    cure: wrong.length === 0 ? '' : 'This is a fault in Acquaint; the mail itself is complete.',
  };
}

function checkJudged(db: ReadableDb): DoctorCheck {
  const waiting = statement<[number], number>(db, 'SELECT count(*) FROM messages WHERE id > ?')
    .pluck()
    .get(getSetting(db, 'judged-through') ?? 0);
  return {
    name: 'judged',
    ok: waiting === 0,
    detail: waiting === 0 ? 'Every message has been judged.' : `${waiting} messages wait to be judged or judged again.`,
    cure:
      newestRowId(db) === 0 || waiting === 0
        ? ''
        : 'Open Acquaint, or run an import or a sync: judging goes on by itself.',
  };
}

function checkJobs(db: ReadableDb): DoctorCheck {
  const failed = listJobs(db, 'failed', 1)[0];
  return {
    name: 'jobs',
    ok: failed === undefined,
    detail: failed ? `${failed.title}: ${failed.error?.message ?? 'failed'}` : 'No import or sync has failed.',
    cure: failed?.error?.cure ?? '',
  };
}

function checkOwner(db: ReadableDb): DoctorCheck {
  const addresses = getSetting(db, 'owner')?.addresses ?? [];
  const confirmed = getSetting(db, 'owner-confirmed') === true;
  const ok = addresses.length > 0 && confirmed;
  return {
    name: 'owner',
    ok,
    detail: `${addresses.length === 0 ? 'Nobody' : addresses.join(', ')}${confirmed ? '' : ' (not confirmed)'}. ${getCoverage(db).text}`,
    cure: ok ? '' : 'Say which addresses are yours: in Settings, or with import --owner or --me.',
  };
}
