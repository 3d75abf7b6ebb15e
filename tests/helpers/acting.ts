/** A connected, synced mailbox on which a test acts. */
import type { ActionKind } from '#core/boundary/kinds.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { OutboxItem } from '#core/contract/views.ts';
import { listBoundaries } from '#main/store/boundaries.ts';
import { getLabels } from '#main/store/labels.ts';
import { getRowIdByGmailId } from '#main/store/messages.ts';
import { aGmailServer } from './connected-gmail.ts';
import type { MailboxMessage } from './gmail-server/mailbox-message.ts';
import type { Seed } from './gmail-server/seed.ts';
import type { GmailServer, GmailServerOptions } from './gmail-server/server.ts';
import { aWriter } from './test-writer.ts';
import type { TestWriter, WriterOptions } from './writer.ts';

export interface Scene {
  readonly server: GmailServer;
  readonly writer: TestWriter;
  /** What Gmail holds, newest first. */
  readonly held: readonly MailboxMessage[];
  readonly rowId: (message: MailboxMessage | undefined) => MessageRowId;
  readonly act: (
    kind: ActionKind,
    messages: readonly (MailboxMessage | undefined)[],
    more?: { readonly body?: string; readonly again?: boolean },
  ) => Promise<OutboxItem>;
  /** Labels here, sorted. */
  readonly here: (message: MailboxMessage | undefined) => readonly string[];
  /** Labels at Gmail, sorted. */
  readonly there: (message: MailboxMessage | undefined) => readonly string[];
  readonly boundaryStates: () => readonly string[];
}

export async function aScene(
  messages: readonly Seed[],
  options: { readonly server?: GmailServerOptions; readonly writer?: Partial<WriterOptions> } = {},
): Promise<Scene> {
  const server = await aGmailServer({ messages, unitsPerMinute: 1_000_000, ...options.server });
  const writer = aWriter({ ...options.writer, server });
  await writer.connect();
  return sceneOf(server, writer);
}

export function sceneOf(server: GmailServer, writer: TestWriter): Scene {
  const rowId = (message: MailboxMessage | undefined): MessageRowId => {
    const id = message && getRowIdByGmailId(writer.db, message.id);
    if (id === undefined) throw new Error('this message is not in the store');
    return id;
  };
  return {
    server,
    writer,
    held: server.mailbox.newestFirst(),
    rowId,
    act: async (kind, about, more = {}) =>
      await writer.request('action.run', { ids: about.map((message) => rowId(message)), kind, ...more }),
    here: (message) => (getLabels(writer.db, rowId(message)) ?? []).toSorted(),
    there: (message) => [...(message?.labels ?? [])].toSorted(),
    boundaryStates: () =>
      listBoundaries(writer.db, Date.now()).map(({ kind, state, address }) => `${kind} ${address} ${state}`),
  };
}
