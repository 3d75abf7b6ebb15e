/** Queue answers with full defaults. */
import type { QueueItem, QueuePage } from '#core/contract/views.ts';
import type { MessageRowId, PersonId, ThreadRowId } from '#core/mail/message.ts';
import { LANES, type Lane } from '#core/triage/vocabulary.ts';
import type { QueueData } from '../../renderer/engine/queue-data.ts';

export function anItem(id: number, differing: Partial<QueueItem> = {}): QueueItem {
  return {
    id: id as MessageRowId,
    messageId: `<${id}@mail.example>`,
    threadId: id as ThreadRowId,
    personId: id as PersonId,
    from: { name: 'Ann Lee', address: 'ann@lee.example' },
    subject: 'Lunch',
    snippet: 'Shall we?',
    receivedAt: Date.UTC(2026, 2, 2, 9),
    unread: true,
    attachmentCount: 0,
    lane: 'stranger',
    labels: [],
    advice: 'none',
    strength: 0,
    reasons: [{ text: 'No mail between you before this', messageIds: [] }],
    ...differing,
  };
}

/** Pages of items; the counts are those of all pages. */
export function aQueue(...pages: readonly (readonly QueueItem[])[]): QueueData {
  const counts = Object.fromEntries(
    LANES.map((lane) => [lane, pages.flat().filter((item) => item.lane === lane).length]),
  ) as Record<Lane, number>;
  return {
    pages: pages.map((items, index): QueuePage => ({
      items,
      counts,
      ...(index < pages.length - 1 ? { nextCursor: String(index + 1) } : {}),
    })),
    pageParams: pages.map((_, index) => (index === 0 ? undefined : String(index))),
  };
}
