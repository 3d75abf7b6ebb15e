/**
 * Writes the sample mailbox that ships with the app: `resources/sample/{mailbox.mbox, owner.json}`.
 *
 * Deterministic: the same sources give the same bytes. Run by hand after a change: `node scripts/make-sample/make-sample.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { friendships } from './friendships.ts';
import { machinesAndLists } from './machines-and-lists.ts';
import { mboxOf, type SampleMessage } from './mail.ts';
import { outreach } from './outreach.ts';
import { ME, OWNER } from './people.ts';

/** What she has dealt with: an inbox of a week or two is what a tidy person has. */
const TIDIED_BEFORE = '2026-10-01';

function tidied(message: SampleMessage): SampleMessage {
  return message.at < TIDIED_BEFORE && message.unread !== true ? { ...message, archived: true } : message;
}

export const SAMPLE_MESSAGES: readonly SampleMessage[] = [...friendships, ...machinesAndLists, ...outreach].map(tidied);

export function sampleMbox(): string {
  return mboxOf(SAMPLE_MESSAGES, ME.address);
}

export function sampleOwner(): string {
  return `${JSON.stringify(OWNER, null, 2)}\n`;
}

if (import.meta.main) {
  const folder = new URL('../../resources/sample/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('mailbox.mbox', folder), sampleMbox());
  writeFileSync(new URL('owner.json', folder), sampleOwner());
}
