/** Everything the model learns from, read from the data folder, from mailboxes/ and from examples/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { loadMailbox } from './load-mailbox.ts';
import { readExamples } from './read-examples.ts';
import {
  lettersOfExamples,
  lettersOfGold,
  lettersOfListMail,
  lettersOfOrdinaryMail,
  type Gold,
  type Letter,
} from './samples.ts';

export const ENRON_MAILBOXES = ['allen-p', 'arnold-j', 'arora-h'] as const;

/** A mailbox whose received mail carries the labels it should get. */
export interface LabelledMailbox {
  readonly name: string;
  readonly messages: readonly IncomingMessage[];
  readonly owner: Owner;
  readonly gold: readonly Gold[];
  readonly letters: readonly Letter[];
}

export interface TrainingData {
  /** The development mailbox first. */
  readonly mailboxes: readonly LabelledMailbox[];
  readonly examples: readonly Letter[];
  readonly ordinary: readonly Letter[];
}

export function readOwner(folder: string): Owner {
  return JSON.parse(readFileSync(`${folder}/owner.json`, 'utf8')) as Owner;
}

export function readGold(folder: string): readonly Gold[] {
  return readFileSync(`${folder}/gold.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold);
}

/** SpamAssassin's groups of honest mail, in which no outreach is expected. */
export async function loadEasyHam(folder: string): Promise<readonly IncomingMessage[]> {
  if (!existsSync(`${folder}/spamassassin`)) return [];
  const groups = readFileSync(`${folder}/spamassassin/groups.txt`, 'utf8').trim().split('\n');
  const messages = await loadMailbox(`${folder}/spamassassin`, 'file order');
  return messages.filter((_, index) => groups[index]?.startsWith('easy-ham') === true);
}

export const LIST_READER: Owner = {
  addresses: ['reader@list.invalid'],
  name: '',
  circles: [],
  dealBreakers: {},
  policy: '',
};

async function loadLabelled(name: string, folder: string): Promise<LabelledMailbox> {
  const messages = await loadMailbox(folder);
  const owner = readOwner(folder);
  const gold = readGold(folder);
  return { name, messages, owner, gold, letters: lettersOfGold(messages, gold, owner) };
}

export async function loadTrainingData(folder: string): Promise<TrainingData> {
  const ordinary: Letter[] = [];
  for (const name of ENRON_MAILBOXES) {
    const mailbox = `${folder}/enron/${name}`;
    if (existsSync(mailbox)) ordinary.push(...lettersOfOrdinaryMail(await loadMailbox(mailbox), readOwner(mailbox)));
  }
  ordinary.push(...lettersOfListMail(await loadEasyHam(folder), LIST_READER));
  const own = fileURLToPath(new URL('mailboxes/', import.meta.url));
  const mailboxes = [await loadLabelled('outreach-dev', `${folder}/outreach-dev`)];
  for (const name of readdirSync(own).toSorted()) mailboxes.push(await loadLabelled(name, `${own}${name}`));
  return { mailboxes, examples: lettersOfExamples(readExamples(new URL('examples/', import.meta.url))), ordinary };
}
