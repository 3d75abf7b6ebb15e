/**
 * Every request that the window or the command line can make of the engine: its name, the schema of its input, the shape
 * of its answer. One map; arguments are checked against it on the line that registers a handler.
 */
import { z } from 'zod';
import { ACTION_KINDS, REPLY_KINDS, TONES, WAYS_OUT } from '../boundary/kinds.ts';
import { CORRECTION_SCOPES } from '../triage/corrections.ts';
import { LABELS, LANES } from '../triage/vocabulary.ts';
import type * as view from './views.ts';

const rowId = z.number().int().positive();
const page = { cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(500).default(100) };

const correction = {
  /** A received message. */
  id: rowId,
  scope: z.enum(CORRECTION_SCOPES),
  label: z.enum([...LABELS, 'outreach']),
  /** `nothing` takes back what was said before. */
  says: z.enum(['is', 'not', 'nothing']),
};

export const ownerSchema = z.object({
  addresses: z.array(z.string().trim().toLowerCase().max(320)).max(200),
  name: z.string().max(200).default(''),
  circles: z
    .array(
      z.object({
        name: z.string().max(200),
        kind: z.string().max(60).default(''),
        aliases: z.array(z.string().max(200)).max(50).default([]),
      }),
    )
    .max(200)
    .default([]),
  dealBreakers: z
    .object({
      relocation: z.boolean().optional(),
      home: z.string().max(200).optional(),
      remoteOk: z.boolean().optional(),
      excludedRoles: z.array(z.string().max(100)).max(100).optional(),
      wants: z.array(z.string().max(100)).max(100).optional(),
    })
    .default({}),
  policy: z.string().max(1000).default(''),
});

/**
 * The user's word on who is who: whoever has an address is the same person as whoever has another, or an address of a person
 * is somebody else's. By address: people come and go with what is said of them.
 */
const personWord = z.discriminatedUnion('word', [
  z.object({ word: z.literal('same'), address: z.string().max(320), other: z.string().max(320) }),
  z.object({ word: z.literal('other'), address: z.string().max(320) }),
]);

/** Requests that only read; served by the reader thread, never waiting for a sync or an import. */
export const READ_REQUESTS = {
  'status.get': z.object({}),
  /** The inbox by rank; `all` gives every received message instead. */
  'queue.list': z.object({ lane: z.enum(LANES).optional(), all: z.boolean().default(false), ...page }),
  /** The same messages in the same order, with everything that is said about each. */
  'queue.judged': z.object({ lane: z.enum(LANES).optional(), all: z.boolean().default(false), ...page }),
  'message.get': z.object({ id: rowId }),
  /** What its HTML shows by `cid:`, as data: URLs by Content-ID; asked for when the HTML is shown. */
  'message.pictures': z.object({ id: rowId }),
  /** The messages that a reason rests on, by Message-ID; those not in the store are left out. */
  'message.list': z.object({ messageIds: z.array(z.string().max(998)).min(1).max(50) }),
  /** Whoever has the address; by `personId` where it is left out or nobody has it. */
  'sender.get': z.object({ personId: rowId.optional(), address: z.string().max(320).optional() }),
  /** Everybody known by a moment (now, where left out), strongest first. Reads the whole record: for reports, not for lists. */
  'people.list': z.object({ asOf: z.number().int().optional() }),
  /** People by name or address, as one types; strongest first. */
  'people.search': z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) }),
  /** What would change if the user said so. Reads the whole record, without keeping other requests waiting. */
  'person.preview': personWord,
  'search.list': z.object({ query: z.string().max(500), ...page }),
  'boundary.list': z.object({}),
  'outbox.list': z.object({}),
  'import.defects': z.object({ jobId: rowId }),
  /** Who the owner may be, worked out from the mail, likeliest first. */
  'owner.candidates': z.object({}),
  'reply.preview': z.object({ id: rowId, kind: z.enum(REPLY_KINDS), tone: z.enum(TONES).optional() }),
  /** What a correction would change, before it is made: judges the mail again on the side. `ticket` names it for its progress and for stopping. */
  'correction.foresee': z.object({ ...correction, ticket: z.string().min(1).max(60) }),
  'correction.stopForeseeing': z.object({ ticket: z.string().max(60) }),
  /** What unsubscribing would do, by sender: to be read before anything goes (RFC 2369, appendix B.2.4). */
  'unsubscribe.preview': z.object({ ids: z.array(rowId).min(1).max(1000) }),
  'doctor.run': z.object({}),
} as const;

/** Requests that change something; served by the one writer thread. */
const WRITE_REQUESTS = {
  /** Imports files or folders; answers when done. Progress comes as `job` events. */
  'import.run': z.object({ paths: z.array(z.string().max(4096)).min(1).max(100) }),
  'job.cancel': z.object({ jobId: rowId }),
  /** `notMine`: addresses found in the mail of which the user said that they are somebody else's. */
  'owner.confirm': z.object({
    owner: ownerSchema,
    notMine: z.array(z.string().trim().toLowerCase().max(320)).max(200).default([]),
  }),
  /** One key press on one or more messages. `body` is the edited reply, or the edited mail that unsubscribes. */
  'action.run': z.object({
    ids: z.array(rowId).min(1).max(1000),
    kind: z.enum(ACTION_KINDS),
    tone: z.enum(TONES).optional(),
    body: z.string().max(20_000).optional(),
    /** For `unsubscribe`: another way out than the best. */
    way: z.enum(WAYS_OUT).optional(),
    /** True where the user was told of an earlier same boundary and wants it sent all the same. */
    again: z.boolean().default(false),
  }),
  'action.undo': z.object({ outboxId: rowId }),
  /** `way` and `body` as for `action.run`: how to leave the list after all. */
  'action.retry': z.object({
    outboxId: rowId,
    way: z.enum(WAYS_OUT).optional(),
    body: z.string().max(20_000).optional(),
  }),
  'message.markRead': z.object({ ids: z.array(rowId).min(1).max(1000) }),
  /** The user's word on a person; null takes it back. */
  'person.judge': z.object({ personId: rowId, verdict: z.enum(['known', 'stranger']).nullable() }),
  /** Undo: what `person.judge` answered holds again, address by address, whoever has them by now. */
  'person.unjudge': z.object({
    before: z
      .array(
        z.object({
          address: z.string().max(320),
          verdict: z.enum(['known', 'stranger']).nullable(),
          saidAt: z.number().int(),
        }),
      )
      .max(1000),
  }),
  /** For ever, until it is taken back. */
  'person.tell': personWord,
  /** `isTakenBack: false` lets a word count again. */
  'person.takeBack': z.object({ wordId: rowId, isTakenBack: z.boolean().default(true) }),
  /** The user's word on a label: of this message, its thread or its sender. It wins for ever, and messages like it follow. */
  'correction.apply': z.object(correction),
  /** As if it had never been said. */
  'correction.undo': z.object({ decision: rowId }),
  'boundary.forgive': z.object({ boundaryId: rowId }),
  /** Starts the OAuth flow; emits `open-url`, answers when the account is connected. */
  'account.connect': z.object({
    /** Google's client file; where left out, the client that a connected account uses. */
    clientJson: z.string().max(20_000).optional(),
    /** Signs in to this account again; where left out, to whichever is chosen on Google's page. */
    accountId: rowId.optional(),
    readOnly: z.boolean().default(false),
    /** True where the user was told that without a keyring a sign-in lasts until the app is closed. */
    sessionOnly: z.boolean().default(false),
  }),
  'account.cancelConnect': z.object({}),
  'account.disconnect': z.object({ accountId: rowId, eraseMail: z.boolean().default(false) }),
  'sync.run': z.object({ accountId: rowId.optional() }),
  'sync.pause': z.object({ accountId: rowId }),
  'network.changed': z.object({ online: z.boolean() }),
} as const;

export const ENGINE_REQUESTS = { ...READ_REQUESTS, ...WRITE_REQUESTS } as const;
export type ReadRequestName = keyof typeof READ_REQUESTS;
export type WriteRequestName = keyof typeof WRITE_REQUESTS;
export type EngineRequestName = keyof typeof ENGINE_REQUESTS;

/** What a caller passes (defaults may be left out). */
export type RequestInput<Name extends RequestName> = z.input<(typeof REQUESTS)[Name]>;
/** What a handler gets (defaults filled in). */
export type RequestArguments<Name extends RequestName> = z.output<(typeof REQUESTS)[Name]>;

/** Requests that the window's own process serves: dialogs, the browser, switching profiles. */
const SHELL_REQUESTS = {
  /** Opens the system's file dialog, then imports what was chosen; undefined where cancelled. */
  'shell.chooseImport': z.object({ what: z.enum(['file', 'folder']) }),
  'shell.chooseClientFile': z.object({}),
  /** Opens http, https or mailto in the system's program, after the window has shown where it leads. */
  'shell.openLink': z.object({ url: z.string().max(8192) }),
  /** The remote images of one message, fetched once by the main process on the user's word. */
  'shell.loadImages': z.object({ urls: z.array(z.string().max(8192)).max(200) }),
  'shell.openSample': z.object({}),
  'shell.closeSample': z.object({}),
  'shell.setTheme': z.object({ theme: z.enum(['system', 'light', 'dark']) }),
} as const;

export const REQUESTS = { ...ENGINE_REQUESTS, ...SHELL_REQUESTS } as const;
export type RequestName = keyof typeof REQUESTS;

export interface Responses {
  'status.get': view.StatusView;
  'queue.list': view.QueuePage;
  'queue.judged': { readonly items: readonly view.JudgedMessage[]; readonly nextCursor?: string };
  'message.get': view.MessageView;
  'message.pictures': Readonly<Record<string, string>>;
  /** Oldest first. */
  'message.list': readonly view.MessageSummary[];
  'sender.get': view.SenderView;
  'people.list': readonly view.KnownPerson[];
  'people.search': readonly view.FoundPerson[];
  'person.preview': view.PersonWordPreview;
  'search.list': view.SearchPage;
  'boundary.list': readonly view.BoundaryView[];
  'outbox.list': readonly view.OutboxItem[];
  'import.defects': readonly view.ImportDefect[];
  'owner.candidates': readonly view.OwnerCandidate[];
  'reply.preview': view.ReplyDraft;
  'correction.foresee': view.Foresight;
  'correction.stopForeseeing': null;
  'unsubscribe.preview': readonly view.UnsubscribeOffer[];
  'doctor.run': readonly view.DoctorCheck[];
  'import.run': view.ImportSummary;
  'job.cancel': null;
  'owner.confirm': null;
  'action.run': view.OutboxItem;
  'action.undo': view.OutboxItem;
  'action.retry': view.OutboxItem;
  'message.markRead': null;
  /** What was said before. */
  'person.judge': readonly view.SaidOfAddress[];
  'person.unjudge': null;
  'person.tell': { readonly wordId: number };
  'person.takeBack': null;
  'correction.apply': { readonly decision: number };
  'correction.undo': null;
  'boundary.forgive': null;
  'account.connect': view.AccountView;
  'account.cancelConnect': null;
  /** `accessEnded`: Google was told and has ended the access; else the user can end it there. */
  'account.disconnect': { readonly accessEnded: boolean };
  'sync.run': null;
  'sync.pause': null;
  'network.changed': null;
  'shell.chooseImport': view.ImportSummary | null;
  'shell.chooseClientFile': { readonly name: string; readonly json: string } | null;
  'shell.openLink': null;
  /** By URL: a data: URL, or null where it could not be had. */
  'shell.loadImages': Readonly<Record<string, string | null>>;
  'shell.openSample': null;
  'shell.closeSample': null;
  'shell.setTheme': null;
}
export type RequestResult<Name extends RequestName> = Responses[Name];
