/** Everything the model learns from, read from the data folder and from examples/. */
import { existsSync, readFileSync } from 'node:fs';
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

export interface TrainingData {
  readonly gold: readonly Letter[];
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

export async function loadTrainingData(folder: string): Promise<TrainingData> {
  const dev = `${folder}/outreach-dev`;
  const ordinary: Letter[] = [];
  for (const name of ENRON_MAILBOXES) {
    const mailbox = `${folder}/enron/${name}`;
    if (existsSync(mailbox)) ordinary.push(...lettersOfOrdinaryMail(await loadMailbox(mailbox), readOwner(mailbox)));
  }
  ordinary.push(...lettersOfListMail(await loadEasyHam(folder), LIST_READER));
  return {
    gold: lettersOfGold(await loadMailbox(dev), readGold(dev), readOwner(dev)),
    examples: lettersOfExamples(readExamples(new URL('examples/', import.meta.url))),
    ordinary,
  };
}
