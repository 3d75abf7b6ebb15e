/** Single answers of the played engine: a draft, a sender's page, a ledger, an import that went well. */
import { ACTION_KINDS } from '#core/boundary/kinds.ts';
import type {
  BoundaryView,
  ImportSummary,
  MessageSummary,
  ReplyDraft,
  SenderView,
  Verdict,
} from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { ME, NOW, type FakeMessage } from './fake-mail.ts';

const DAY = 86_400_000;

export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function summaryOf(view: FakeMessage['view']): MessageSummary {
  const { id, messageId, direction, from, subject, receivedAt, text } = view;
  return { id, messageId, direction, from, subject, receivedAt, snippet: text.replace(/\s+/g, ' ').slice(0, 120) };
}

export function earlier(messageId: string, index: number): MessageSummary {
  const isMine = messageId.includes('owner.example');
  return {
    id: (index + 1) as MessageRowId,
    messageId,
    direction: isMine ? 'sent' : 'received',
    from: isMine ? ME : { name: 'Somebody', address: 'somebody@else.example' },
    subject: isMine ? 'Re: section 3' : 'An earlier message',
    snippet: 'What was said then, in a few words',
    receivedAt: NOW - (index * 40 + 3) * DAY,
  };
}

export function importSummary(): ImportSummary {
  return {
    jobId: 7,
    read: 12_043,
    added: 12_040,
    known: 3,
    defective: 2,
    cancelled: false,
    elapsedMs: 41_000,
    ownerCandidates: [
      { address: 'olive@owner.example', name: 'Olive Owner', sentCount: 3120, deliveredCount: 8012 },
      { address: 'olive.owner@old-firm.example', name: 'Olive Owner', sentCount: 411, deliveredCount: 902 },
      { address: 'family@owner.example', name: '', sentCount: 0, deliveredCount: 120 },
    ],
  };
}

export function draftOf({ view }: FakeMessage, kind: ReplyDraft['kind'], tone: ReplyDraft['tone']): ReplyDraft {
  const greeting = tone === 'firm' ? 'Hello,' : `Hello ${view.from.name.split(' ')[0]},`;
  const words = {
    'how-we-know': 'before I answer: how do we know each other?',
    decline: 'thank you for writing. I must decline.',
    remove: 'please remove my address from your list.',
  }[kind];
  return {
    messageRowId: view.id,
    kind,
    tone,
    to: view.from,
    subject: `Re: ${view.subject}`,
    body: `${greeting}\n\n${words}\n\nI only connect with people I know; please say how we are connected.\n\nOlive Owner`,
    warnings:
      kind === 'decline' && view.labels.length > 0 && view.from.name.startsWith('Dev')
        ? ['You already declined on 21 October.']
        : [],
    ...(view.from.address.startsWith('no-reply') ? { refusal: 'This address takes no answers (no-reply).' } : {}),
  };
}

export function senderOf(
  { view, item }: FakeMessage,
  verdict: Verdict | undefined,
  boundaries: readonly BoundaryView[],
): SenderView {
  const known = item.lane === 'known';
  const messages = Array.from({ length: known ? 40 : 5 }, (_, index) => ({
    ...summaryOf(view),
    id: ((index % 40) + 1) as MessageRowId,
    messageId: `<h${index}@mail.example>`,
    direction: known && index % 5 < 2 ? ('sent' as const) : ('received' as const),
    from: known && index % 5 < 2 ? ME : view.from,
    receivedAt: view.receivedAt - Math.round(index ** 1.4) * 9 * DAY,
  }));
  return {
    personId: view.personId,
    name: view.from.name,
    addresses: [view.from.address],
    mailboxes: [{ address: view.from.address }],
    others: [],
    contributions: [
      { name: 'exchange', points: item.strength, reason: { text: 'You both wrote over time', messageIds: ['<h1@x>'] } },
    ],
    likelyToAnswer: known ? 0.83 : 0.02,
    lane: item.lane,
    strength: item.strength,
    ...(verdict === undefined ? {} : { verdict }),
    receivedCount: known ? 118 : 5,
    sentCount: known ? 142 : 0,
    firstContactAt: NOW - 2800 * DAY,
    lastContactAt: view.receivedAt,
    ...(known ? { lastSentAt: NOW - 3 * DAY } : {}),
    sharedThreadCount: known ? 61 : 0,
    unansweredCount: known ? 1 : 5,
    evidence: view.assessment?.why ?? [],
    labels: item.labels.map((label) => ({ label, count: 4 })),
    boundaries: boundaries.filter(({ personId }) => personId === view.personId),
    messages,
    messageCount: known ? 260 : 5,
    coverage: { messageCount: 18_204, complete: true, text: 'Your record goes back to March 2016 (complete).' },
  };
}

export function someBoundaries(mailbox: readonly FakeMessage[]): readonly BoundaryView[] {
  const states: readonly BoundaryView['state'][] = ['ignored', 'set', 'kept', 'answered', 'forgiven', 'waiting'];
  return mailbox
    .filter(({ item }) => item.lane === 'stranger')
    .slice(0, 8)
    .map(({ item }, index) => {
      const state = item.from.name === 'Dev Patel' ? 'ignored' : (states[index % states.length] ?? 'set');
      return {
        id: index + 1,
        personId: item.personId,
        personName: item.from.name,
        address: item.from.address,
        kind: ACTION_KINDS[index % 3] ?? 'decline',
        setAt: NOW - (index * 9 + 30) * DAY,
        state,
        ignoredCount: state === 'ignored' ? 2 : 0,
        messageRowId: item.id,
        ...(state === 'ignored' ? { nextStep: 'remove' as const } : {}),
      };
    });
}
