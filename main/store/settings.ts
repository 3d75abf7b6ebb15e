/** Small facts about a profile, each under a fixed name. */
import type { Owner } from '#core/mail/owner.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

/** Every setting and the type of its value. */
export interface Settings {
  readonly owner: Owner;
  readonly 'owner-confirmed': boolean;
  /** False where some messages may still be stored as sent or received by other addresses than the owner's. */
  readonly 'directions-right': boolean;
  /** Addresses that the user said are not his or hers: never taken for the owner's again. */
  readonly 'owner-declined': readonly string[];
  /** The owner's name as last learnt from sent mail: it may be learnt anew until the user writes another. */
  readonly 'owner-name-learnt': string;
  /** Row id of the newest message up to which every verdict is right; what came later, or earlier in between, is to be judged. */
  readonly 'judged-through': number;
  /** What the verdicts were made with (`main/engine/triage.ts`); other than now: judge all again. */
  readonly 'judged-with': string;
  /** What the signals were read with, and how far a new reading has come; null when it is done (`main/engine/reread.ts`). */
  readonly 'signals-read': { readonly with: string; readonly through: number | null };
  /** When people's records were computed, and from which mail. */
  readonly 'people-refreshed': { readonly at: number; readonly through: number };
  readonly online: boolean;
}

export function getSetting<Name extends keyof Settings>(db: ReadableDb, name: Name): Settings[Name] | undefined {
  const value = statement<[string], string>(db, 'SELECT value FROM settings WHERE key = ?').pluck().get(name);
  return value === undefined ? undefined : (JSON.parse(value) as Settings[Name]);
}

export function upsertSetting<Name extends keyof Settings>(db: WritableDb, name: Name, value: Settings[Name]): void {
  statement<[string, string]>(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}
