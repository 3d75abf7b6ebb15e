/** Every request that only reads. A feature with more than a query behind it has its own file and is spread in here. */
import { AppError } from '#core/contract/app-error.ts';
import type { AppEvent } from '#core/contract/events.ts';
import type { ReadRequestName, RequestArguments, RequestResult } from '#core/contract/requests.ts';
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { checkDatabase } from '#main/store/doctor.ts';
import { listImportDefects } from '#main/store/imports.ts';
import { listByMessageIds } from '#main/store/message-summaries.ts';
import { getMessage } from '#main/store/messages.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { listJudged, listQueue } from '#main/store/queue.ts';
import { listPictures } from '#main/store/pictures.ts';
import { searchPeople } from '#main/store/people-search.ts';
import { searchMessages } from '#main/store/search.ts';
import { findPerson, getSender } from '#main/store/senders.ts';
import { getStatus } from '#main/store/status.ts';
import { listBoundariesWith } from '#main/store/boundaries.ts';
import { correctionReads } from './corrections.ts';
import { outboxReads } from './outbox.ts';
import { listPeople } from './people.ts';
import { personWordReads } from './person-words.ts';

export interface ReaderContext {
  readonly db: ReadableDb;
  readonly profileDir: string;
  /** To every listener of the engine. */
  readonly emit: (event: AppEvent) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type ReadHandlers = {
  readonly [Name in ReadRequestName]: (
    input: RequestArguments<Name>,
    context: ReaderContext,
  ) => RequestResult<Name> | Promise<RequestResult<Name>>;
};

export const readHandlers = {
  'status.get': (_, { db }) => getStatus(db),
  'queue.list': (place, { db }) => listQueue(db, place),
  'queue.judged': (place, { db }) => listJudged(db, place),
  'message.get': ({ id }, { db, now }) =>
    found(
      getMessage(db, id as MessageRowId, (personId) => listBoundariesWith(db, personId, now())),
      'This message',
    ),
  'message.pictures': ({ id }, { db }) =>
    Object.fromEntries(
      listPictures(db, id as MessageRowId).map(({ contentId, type, bytes }) => [
        contentId,
        `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
      ]),
    ),
  'message.list': ({ messageIds }, { db }) => listByMessageIds(db, messageIds),
  'sender.get': ({ personId, address }, { db, now }) => {
    const byAddress = address === undefined ? undefined : findPerson(db, address);
    const id = byAddress ?? (personId as PersonId | undefined);
    return found(
      id === undefined ? undefined : getSender(db, id, (person) => listBoundariesWith(db, person, now())),
      address ?? 'This person',
    );
  },
  'people.list': ({ asOf }, { db, now }) => listPeople(db, asOf ?? now()),
  'people.search': ({ query, limit }, { db }) => searchPeople(db, query, limit),
  'search.list': (search, { db }) => searchMessages(db, search),
  'import.defects': ({ jobId }, { db }) => listImportDefects(db, jobId),
  'owner.candidates': (_, { db }) => listOwnerCandidates(db),
  'doctor.run': (_, { db }) => checkDatabase(db),
  ...correctionReads,
  ...personWordReads,
  ...outboxReads,
} satisfies Partial<ReadHandlers>;

function found<Value>(value: Value | undefined, what: string): Value {
  if (value !== undefined) return value;
  throw new AppError({
    kind: 'not-found',
    message: `${what} is not in your mail.`,
    cure: 'Check the spelling, or import or sync the mail that it is in.',
  });
}
