/** What the user's word on who is who would change, found by reading the mail again as if it had been given. */
import type { PersonInShort, PersonWordPreview } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { judgeMessage } from '#core/triage/judge-message.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Assessment, Lane } from '#core/triage/vocabulary.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { listJudgements } from '#main/store/judgements.ts';
import { flagsOf } from '#main/store/labels.ts';
import { getPersonIdByKey, listAddresses } from '#main/store/addresses.ts';
import { getPerson } from '#main/store/people.ts';
import { listPersonWords } from '#main/store/person-words.ts';
import { listProbes } from '#main/store/probes.ts';
import { getSetting } from '#main/store/settings.ts';
import { listTriageMessages } from '#main/store/triage-messages.ts';
import { readUsersWords } from './users-words.ts';
import { type SaidOfPeople, wordOn } from './person-word.ts';

/** Some 10 ms of work. */
const BATCH = 50;

/** A second or two for 30,000 messages; `giveWay` lets other requests run between batches, and ends it by throwing. */
export async function previewWord(
  db: ReadableDb,
  said: SaidOfPeople,
  now: number,
  giveWay: () => Promise<void>,
): Promise<PersonWordPreview> {
  const word = { ...wordOn(db, said), id: Number.MAX_SAFE_INTEGER, saidAt: now };
  const owner = getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const correspondence = createCorrespondence(
    owner,
    listJudgements(db),
    [...listPersonWords(db), word],
    undefined,
    listProbes(db),
  );
  const users = readUsersWords(db);
  const moves = new Map<string, { readonly from: Lane; readonly to: Lane; count: number }>();
  for (let after = 0; ;) {
    const batch = listTriageMessages(db, after, BATCH);
    for (const { message, assessment } of batch) {
      const wouldBe = message.direction === 'sent' ? undefined : judgeMessage(message, correspondence, users);
      if (wouldBe && assessment !== null && isQueued(message)) {
        const is = JSON.parse(assessment) as Assessment;
        if (is.lane !== wouldBe.lane) {
          const name = `${is.lane} ${wouldBe.lane}`;
          const move = moves.get(name) ?? { from: is.lane, to: wouldBe.lane, count: 0 };
          move.count += 1;
          moves.set(name, move);
        }
      }
      correspondence.observe(message, wouldBe?.labels ?? []);
    }
    const last = batch.at(-1);
    if (!last) break;
    after = last.message.id;
    await giveWay();
  }
  const first = [word.these, word.those].flatMap((keys) => keys.slice(0, 1));
  const ids = new Set(first.map((key) => getPersonIdByKey(db, key)).filter((id) => id !== undefined));
  const groups = word.word === 'same' ? [[...word.these, ...word.those]] : [word.those, word.these];
  return {
    before: [...ids].map((id) => asItIs(db, id)),
    after: groups.map((keys) => asItWouldBe(correspondence, keys, now)),
    moves: [...moves.values()].sort((a, b) => b.count - a.count),
  };
}

function isQueued({ labels, direction }: TriageMessage): boolean {
  return flagsOf(labels, direction).inInbox === 1;
}

function asItIs(db: ReadableDb, id: PersonId): PersonInShort {
  const person = getPerson(db, id);
  return {
    name: person?.name ?? '',
    addresses: listAddresses(db, id).map(({ address }) => address),
    strength: Math.round(person?.record?.strength.value ?? 0),
  };
}

function asItWouldBe(correspondence: Correspondence, keys: readonly string[], now: number): PersonInShort {
  const record = keys.map((key) => correspondence.record(key)).find((found) => found !== undefined);
  const [first = ''] = keys;
  return {
    name: record?.name ?? '',
    addresses: record?.addresses ?? keys,
    strength: Math.round(correspondence.strength(record?.key ?? first, now).value),
  };
}
