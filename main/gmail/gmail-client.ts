/** Gmail as Acquaint uses it: one method a call, answers as plain data. */
import type { gmail_v1 } from '@googleapis/gmail';
import type { GoogleAccess } from '#main/account/google-access.ts';
import type { GoogleAddresses } from '#main/account/google-addresses.ts';
import { batchGet, bodyOfPart, MOST_IN_BATCH } from './batch.ts';
import { type Clock, systemClock } from './clock.ts';
import { isGmailFailure } from './gmail-error.ts';
import { type HistoryPage, readHistoryPage } from './history.ts';
import { LargeAnswers } from './large-answers.ts';
import { Pacer, type Priority } from './pacer.ts';
import { type CallDetails, PacedCalls } from './paced-calls.ts';
import { draftOf, headersOf, pageOf, rawOf, refOf, required } from './read-answers.ts';

/** Who waits for a call, and what ends it. */
export interface Caller {
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
}

export interface Profile {
  readonly address: string;
  readonly messagesTotal: number;
  /** A uint64 in decimal: never a number. */
  readonly historyId: string;
}

export interface MessageRef {
  readonly gmailId: string;
  readonly gmailThreadId: string;
}

export interface MessagePage {
  readonly messages: readonly MessageRef[];
  readonly nextPageToken?: string;
}

/** A whole message as Gmail holds it. */
export interface RawGmailMessage extends MessageRef {
  readonly labelIds: readonly string[];
  /** Gmail's internalDate, ms since the epoch. */
  readonly receivedAt: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface MessageHeaders extends MessageRef {
  readonly labelIds: readonly string[];
  /** By lower-cased name; the first of each. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface MessageQuery {
  /** Gmail's search language. */
  readonly q?: string;
  /** All of them. */
  readonly labelIds?: readonly string[];
  readonly includeSpamTrash?: boolean;
  readonly pageToken?: string | undefined;
  /** At most 500. */
  readonly maxResults?: number;
}

export interface Draft {
  readonly draftId: string;
  readonly message: MessageRef;
}

export interface LabelChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The most ids that one `batchModify` takes. */
const BATCH_MODIFY_LIMIT = 1000;
/** Messages may be large, and those of a batch come all together. */
const GETS_IN_BATCH = 10;

export class GmailClient {
  /** What Google grants: the limit that all calls together keep to. */
  readonly unitsPerMinute: number;
  readonly #api: gmail_v1.Gmail;
  readonly #calls: PacedCalls;
  readonly #rootUrl: string;
  readonly #large = new LargeAnswers();

  private constructor(api: gmail_v1.Gmail, rootUrl: string, calls: PacedCalls, unitsPerMinute: number) {
    this.#api = api;
    this.#rootUrl = rootUrl;
    this.#calls = calls;
    this.unitsPerMinute = unitsPerMinute;
  }

  static async open(
    access: GoogleAccess,
    addresses: GoogleAddresses,
    clock: Clock = systemClock,
  ): Promise<GmailClient> {
    const { gmail } = await import('@googleapis/gmail');
    const pacer = new Pacer(addresses.unitsPerMinute, clock);
    return new GmailClient(
      gmail({ version: 'v1', rootUrl: addresses.gmail }),
      addresses.gmail,
      new PacedCalls(access, pacer, clock),
      addresses.unitsPerMinute,
    );
  }

  async getProfile(caller: Caller): Promise<Profile> {
    const data = await this.#calls.run('getProfile', repeatable(caller), (options) =>
      this.#api.users.getProfile({ userId: 'me' }, options),
    );
    return {
      address: required(data.emailAddress).toLowerCase(),
      messagesTotal: data.messagesTotal ?? 0,
      historyId: required(data.historyId),
    };
  }

  /** Label names by id. */
  async listLabels(caller: Caller): Promise<ReadonlyMap<string, string>> {
    const data = await this.#calls.run('listLabels', repeatable(caller), (options) =>
      this.#api.users.labels.list({ userId: 'me' }, options),
    );
    return new Map((data.labels ?? []).map(({ id, name }) => [required(id), name ?? '']));
  }

  /** Newest first. */
  async listMessages(query: MessageQuery, caller: Caller): Promise<MessagePage> {
    const { q, labelIds, includeSpamTrash, pageToken, maxResults = 500 } = query;
    const data = await this.#calls.run('listMessages', repeatable(caller), (options) =>
      this.#api.users.messages.list(
        {
          userId: 'me',
          maxResults,
          ...(q === undefined ? {} : { q }),
          ...(labelIds === undefined ? {} : { labelIds: [...labelIds] }),
          ...(includeSpamTrash === undefined ? {} : { includeSpamTrash }),
          ...(pageToken === undefined ? {} : { pageToken }),
        },
        options,
      ),
    );
    return pageOf(data);
  }

  /** What each of some searches finds, at most `maxResults` ids, in the order of the searches; few round trips. */
  async searchMany(queries: readonly string[], maxResults: number, caller: Caller): Promise<readonly MessagePage[]> {
    const pathOf = (q: string): string =>
      `/gmail/v1/users/me/messages?${new URLSearchParams({ q, maxResults: String(maxResults) }).toString()}`;
    const found = await this.#batch('listMessages', MOST_IN_BATCH, queries, pathOf, caller, {
      read: (data) => pageOf(data as gmail_v1.Schema$ListMessagesResponse),
      single: async (q) => await this.listMessages({ q, maxResults }, caller),
    });
    return found.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  /** `read` makes of a message what is kept of it. Of large ones few are in memory at a time: they wait for it. */
  async getRaw<Result>(
    gmailId: string,
    caller: Caller,
    read: (message: RawGmailMessage) => Promise<Result>,
  ): Promise<Result> {
    return await this.#large.during(async (fetchImplementation) => {
      const data = await this.#calls.run('getMessage', repeatable(caller), (options) =>
        this.#api.users.messages.get({ userId: 'me', id: gmailId, format: 'raw' }, { ...options, fetchImplementation }),
      );
      return await read(rawOf(data));
    });
  }

  /** Each as `getRaw` gives it, or why it does not, in few round trips. */
  async getRawMany<Result>(
    gmailIds: readonly string[],
    caller: Caller,
    read: (message: RawGmailMessage) => Promise<Result>,
  ): Promise<readonly PromiseSettledResult<Result>[]> {
    const pathOf = (id: string): string => `/gmail/v1/users/me/messages/${encodeURIComponent(id)}?format=raw`;
    return await this.#batch('getMessage', GETS_IN_BATCH, gmailIds, pathOf, caller, {
      read: async (data) => await read(rawOf(data as gmail_v1.Schema$Message)),
      single: async (id) => await this.getRaw(id, caller, read),
    });
  }

  /** A part that Gmail did not carry out, and might another time, is called by itself with all the patience of a single call. */
  async #batch<Result>(
    name: 'listMessages' | 'getMessage',
    size: number,
    inputs: readonly string[],
    pathOf: (input: string) => string,
    caller: Caller,
    {
      read,
      single,
    }: {
      readonly read: (data: object) => Result | Promise<Result>;
      readonly single: (input: string) => Promise<Result>;
    },
  ): Promise<readonly PromiseSettledResult<Result>[]> {
    const results: Promise<Result>[] = [];
    for (let start = 0; start < inputs.length; start += size) {
      const group = inputs.slice(start, start + size);
      const answered = this.#calls.run(name, { ...repeatable(caller), times: group.length }, async (options) => ({
        data: await batchGet(this.#rootUrl, group.map(pathOf), options),
      }));
      for (const [index, input] of group.entries()) {
        results.push(
          answered.then(async (parts) => {
            const body = bodyOfPart(parts[index]);
            return body === undefined ? await single(input) : await read(body);
          }),
        );
      }
    }
    return await Promise.allSettled(results);
  }

  /** Some header fields without the body. */
  async getHeaders(gmailId: string, names: readonly string[], caller: Caller): Promise<MessageHeaders> {
    const data = await this.#calls.run('getMessage', repeatable(caller), (options) =>
      this.#api.users.messages.get(
        { userId: 'me', id: gmailId, format: 'metadata', metadataHeaders: [...names] },
        options,
      ),
    );
    return headersOf(data);
  }

  /** The messages of a thread, oldest first, with some header fields. */
  async getThread(gmailThreadId: string, names: readonly string[], caller: Caller): Promise<readonly MessageHeaders[]> {
    const data = await this.#calls.run('getThread', repeatable(caller), (options) =>
      this.#api.users.threads.get(
        { userId: 'me', id: gmailThreadId, format: 'metadata', metadataHeaders: [...names] },
        options,
      ),
    );
    return (data.messages ?? []).map(headersOf);
  }

  /** Changes since a history id; `gone` where Gmail has forgotten it. */
  async listHistory(startHistoryId: string, pageToken: string | undefined, caller: Caller): Promise<HistoryPage> {
    const data = await this.#calls.run('listHistory', repeatable(caller), (options) =>
      this.#api.users.history.list(
        { userId: 'me', startHistoryId, maxResults: 500, ...(pageToken === undefined ? {} : { pageToken }) },
        options,
      ),
    );
    return readHistoryPage(data, startHistoryId);
  }

  /** One message by `modify`, more by `batchModify`: Gmail passes over ids that it no longer has. */
  async modify(gmailIds: readonly string[], { add, remove }: LabelChange, caller: Caller): Promise<void> {
    const change = { addLabelIds: [...add], removeLabelIds: [...remove] };
    const [only, ...others] = gmailIds;
    if (only === undefined) return;
    if (others.length === 0) {
      await this.#calls.run('modifyMessage', repeatable(caller), (options) =>
        this.#api.users.messages.modify({ userId: 'me', id: only, requestBody: change }, options),
      );
      return;
    }
    for (let start = 0; start < gmailIds.length; start += BATCH_MODIFY_LIMIT) {
      const ids = gmailIds.slice(start, start + BATCH_MODIFY_LIMIT);
      await this.#calls.run('batchModify', repeatable(caller), (options) =>
        this.#api.users.messages.batchModify({ userId: 'me', requestBody: { ids, ...change } }, options),
      );
    }
  }

  async createDraft(source: string, gmailThreadId: string | undefined, caller: Caller): Promise<Draft> {
    const message = {
      raw: Buffer.from(source, 'utf8').toString('base64url'),
      ...(gmailThreadId === undefined ? {} : { threadId: gmailThreadId }),
    };
    const data = await this.#calls.run('createDraft', unrepeatable(caller), (options) =>
      this.#api.users.drafts.create({ userId: 'me', requestBody: { message } }, options),
    );
    return draftOf(data);
  }

  async listDrafts(q: string, caller: Caller): Promise<readonly Draft[]> {
    const data = await this.#calls.run('listDrafts', repeatable(caller), (options) =>
      this.#api.users.drafts.list({ userId: 'me', q, maxResults: 20 }, options),
    );
    return (data.drafts ?? []).map(draftOf);
  }

  /** True while the draft is there; sending consumes it. */
  async hasDraft(draftId: string, caller: Caller): Promise<boolean> {
    try {
      await this.#calls.run('getDraft', repeatable(caller), (options) =>
        this.#api.users.drafts.get({ userId: 'me', id: draftId, format: 'minimal' }, options),
      );
      return true;
    } catch (error) {
      if (isGmailFailure(error, 'gone')) return false;
      throw error;
    }
  }

  /** Deleting what is gone is no error. */
  async deleteDraft(draftId: string, caller: Caller): Promise<void> {
    try {
      await this.#calls.run('deleteDraft', repeatable(caller), (options) =>
        this.#api.users.drafts.delete({ userId: 'me', id: draftId }, options),
      );
    } catch (error) {
      if (!isGmailFailure(error, 'gone')) throw error;
    }
  }

  /** Throws with `mayHaveHappened` where it is not known whether it was sent. */
  async sendDraft(draftId: string, caller: Caller): Promise<MessageRef> {
    const data = await this.#calls.run('sendDraft', unrepeatable(caller), (options) =>
      this.#api.users.drafts.send({ userId: 'me', requestBody: { id: draftId } }, options),
    );
    return refOf(data);
  }

  /** Addresses (lower-cased) whose mail a filter of this user already sends to the trash. */
  async listBlocked(caller: Caller): Promise<readonly string[]> {
    const data = await this.#calls.run('listFilters', repeatable(caller), (options) =>
      this.#api.users.settings.filters.list({ userId: 'me' }, options),
    );
    return (data.filter ?? []).flatMap(({ criteria, action }) =>
      criteria?.from && action?.addLabelIds?.includes('TRASH') ? [criteria.from.toLowerCase()] : [],
    );
  }

  /** From now on Gmail puts what this address sends into the trash, whether Acquaint runs or not. Needs `FILTER_SCOPE`. */
  async createBlock(address: string, caller: Caller): Promise<void> {
    const requestBody = { criteria: { from: address }, action: { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] } };
    await this.#calls.run('createFilter', unrepeatable(caller), (options) =>
      this.#api.users.settings.filters.create({ userId: 'me', requestBody }, options),
    );
  }

  /** The addresses that the account may send as, its own first, lower-cased. */
  async listSendAs(caller: Caller): Promise<readonly { readonly address: string; readonly name: string }[]> {
    const data = await this.#calls.run('listSendAs', repeatable(caller), (options) =>
      this.#api.users.settings.sendAs.list({ userId: 'me' }, options),
    );
    const accepted = (data.sendAs ?? []).filter(
      ({ isPrimary, verificationStatus }) => isPrimary === true || verificationStatus === 'accepted',
    );
    return accepted.map(({ sendAsEmail, displayName }) => ({
      address: (sendAsEmail ?? '').toLowerCase(),
      name: displayName ?? '',
    }));
  }
}

const repeatable = ({ priority, signal }: Caller): CallDetails => ({ priority, signal, repeatable: true });
const unrepeatable = ({ priority, signal }: Caller): CallDetails => ({ priority, signal, repeatable: false });
