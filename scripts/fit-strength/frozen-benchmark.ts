/**
 * The frozen ranking benchmark: mail sent and received by employees of one firm, their names replaced by numbers.
 *
 * Times in the files are seconds since the epoch; here they are milliseconds like everywhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where the shared data lies beside a checkout of the project. */
export const DATA_DIR = path.resolve(import.meta.dirname, '../../../shared/data');

/** One message as one user saw it. */
export interface MailEvent {
  readonly user: number;
  /** Place in the user's stream. */
  readonly i: number;
  readonly direction: 'sent' | 'received';
  readonly at: number;
  readonly from: string;
  /** To and Cc together; the files do not tell them apart, but for the user (`place`). */
  readonly recipients: readonly string[];
  /** Where the user stood; `?` where the source does not say. Undefined for sent mail. */
  readonly place: 'to' | 'cc' | '?' | undefined;
  readonly subject: string;
}

/** One received message with the answer to "did the user reply to this within 14 days?". */
export interface LabelledRow {
  readonly user: number;
  readonly i: number;
  readonly part: 'train' | 'test';
  readonly replied: boolean;
}

export interface FrozenBenchmark {
  /** Per user, in the order of the stream. */
  readonly streams: ReadonlyMap<number, readonly MailEvent[]>;
  readonly rows: readonly LabelledRow[];
  /** Baseline → what it must give. */
  readonly expected: Readonly<Record<string, { readonly macroAUC: number; readonly macroAP: number }>>;
  readonly userNames: Readonly<Record<string, string>>;
}

interface EventLine {
  readonly user: number;
  readonly i: number;
  readonly dir: 'in' | 'out';
  readonly t: number;
  readonly frm: string;
  readonly to: readonly string[];
  readonly tc: 'to' | 'cc' | '?' | null;
  readonly subj: string;
}

export function hasFrozenBenchmark(): boolean {
  return existsSync(path.join(DATA_DIR, 'ranking', 'pw20_events.jsonl.gz'));
}

export function readFrozenBenchmark(): FrozenBenchmark {
  const streams = new Map<number, MailEvent[]>();
  for (const line of jsonLines<EventLine>('pw20_events.jsonl.gz')) {
    const event: MailEvent = {
      user: line.user,
      i: line.i,
      direction: line.dir === 'out' ? 'sent' : 'received',
      at: line.t * 1000,
      from: line.frm,
      recipients: line.to,
      place: line.tc ?? undefined,
      subject: line.subj,
    };
    const stream = streams.get(event.user);
    if (stream) stream.push(event);
    else streams.set(event.user, [event]);
  }
  const rows = jsonLines<{ user: number; i: number; part: 'train' | 'test'; y: 0 | 1 }>('pw20_rows.jsonl.gz').map(
    ({ user, i, part, y }) => ({ user, i, part, replied: y === 1 }),
  );
  const { expected, users } = JSON.parse(
    readFileSync(path.join(DATA_DIR, 'ranking', 'pw20_expected.json'), 'utf8'),
  ) as {
    readonly expected: FrozenBenchmark['expected'];
    readonly users: FrozenBenchmark['userNames'];
  };
  return { streams, rows, expected, userNames: users };
}

function jsonLines<Line>(file: string): Line[] {
  return gunzipSync(readFileSync(path.join(DATA_DIR, 'ranking', file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** The subject without `Re:`, `Fw:` and the like, squeezed and lower-cased, as the benchmark's labels were made. */
export function normalisedSubject(subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|fwd?|aw|wg|antw|sv|vs|tr|rv|res|enc)\s*(?:\[\d+\])?\s*:)+/i, '');
  return bare.replace(/\s+/g, ' ').trim().toLowerCase();
}
