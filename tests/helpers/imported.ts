/** Imports run the way the engine runs them, and what they leave in a store. */
import type { ImportSummary, JobView } from '#core/contract/views.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { type ImportTools, runImport } from '#main/import/run-import.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { insertJob } from '#main/store/jobs.ts';

const PARSE_WORKER = new URL('../../main/import/parse-worker.ts', import.meta.url);

export interface ImportWatch {
  readonly owner?: Owner;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Parameters<ImportTools['job']['progress']>[0]) => void;
}

export async function imported(
  db: WritableDb,
  paths: readonly string[],
  watch: ImportWatch = {},
): Promise<ImportSummary> {
  const started: Omit<JobView, 'id'> = {
    kind: 'import',
    title: 'Importing',
    state: 'running',
    doneBytes: 0,
    totalBytes: 0,
    doneMessages: 0,
    defectCount: 0,
    status: '',
  };
  return runImport(paths, {
    db,
    parseWorker: PARSE_WORKER,
    owner: watch.owner ?? UNKNOWN_OWNER,
    job: {
      id: insertJob(db, started, 0),
      signal: watch.signal ?? new AbortController().signal,
      progress: (change) => watch.onProgress?.(change),
    },
    giveWay: () => new Promise((resolve) => setImmediate(resolve)),
    now: Date.now,
  });
}

/** Every row that an import writes, but for jobs and clock times; the full-text index by what it finds. */
export function everythingImported(db: WritableDb): Readonly<Record<string, unknown>> {
  const tables = [
    'people',
    'addresses',
    'threads',
    'thread_keys',
    'messages',
    'recipients',
    'sources',
    'envelopes',
    'bodies',
    'signals',
  ];
  return inTransaction(db, () => ({
    ...Object.fromEntries(
      tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all()]),
    ),
    accounts: db.prepare('SELECT id, kind, address, message_count, complete FROM accounts ORDER BY id').raw().all(),
    files: db.prepare('SELECT path, identity, offset, state FROM import_files ORDER BY path').raw().all(),
    defects: db
      .prepare('SELECT DISTINCT path, offset, message_id, defects FROM import_defects ORDER BY 1, 2')
      .raw()
      .all(),
    search: ['lunch', 'lee', 'word*', 'owner'].map((word) =>
      db.prepare('SELECT rowid FROM message_search WHERE message_search MATCH ? ORDER BY rowid').pluck().all(word),
    ),
  }));
}

/** An mbox as Takeout writes it: `count` messages between Ann, Bob, Carol and the owner, every tenth one damaged. */
export function aMailbox(count: number, startAt = 0): string {
  const people = ['Ann Lee <ann@lee.example>', 'Bob Ray <bob@ray.example>', 'Carol Day <carol@day.example>'];
  const owner = 'Olive Owner <olive@owner.example>';
  const messages = Array.from({ length: count }, (_, place) => {
    const index = place + startAt;
    const other = people[index % people.length] ?? '';
    const sent = index % 4 === 3;
    const at = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000);
    const clock = at.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 +0000 $4');
    const words = Array.from(
      { length: 10 + (index % 200) },
      (__, word) => `word${(index * 7 + word * word) % 997}`,
    ).join(' ');
    const charset = index % 10 === 9 ? 'x-unheard-of' : 'UTF-8';
    return [
      `From ${1_700_000_000_000_000_000n + BigInt(index)}@xxx ${clock}`,
      `X-GM-THRID: ${1_700_000_000_000_000_000n + BigInt(index - (index % 5))}`,
      `X-Gmail-Labels: ${sent ? 'Sent' : `Inbox${index % 3 === 0 ? ',Unread' : ''}`}`,
      ...(sent ? [] : ['Delivered-To: olive@owner.example']),
      `From: ${sent ? owner : other}`,
      `To: ${sent ? other : owner}`,
      `Subject: ${index % 5 === 0 ? '' : 'Re: '}Lunch ${index - (index % 5)}`,
      `Date: ${at.toUTCString()}`,
      `Message-ID: <${index}@mail.example>`,
      `Content-Type: text/plain; charset=${charset}`,
      '',
      `Message ${index}.\n\n${words}\n`,
      '',
    ].join('\n');
  });
  return messages.join('');
}
