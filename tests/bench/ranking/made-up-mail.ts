/** Mail made up for measuring speed and memory: 3,000 people, half of it in threads, a third from lists; the same every time. */
import type { Address } from '#core/mail/address.ts';
import type { MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';

const PEOPLE = 3000;
const FIRST_AT = Date.UTC(2016, 0, 1);
/** Ten years. */
const SPAN_MS = 10 * 365 * DAY_MS;
/** Messages that fill them. */
const FULL = 100_000;

export const MADE_UP_OWNER: Address = { name: 'Owner', address: 'owner@firm.example' };

/** Each message is made when it is asked for and shares no text with another: as from the store, nothing of it stays. */
export function* madeUpMail(count: number): Generator<TriageMessage> {
  let state = 1;
  // A linear congruential generator (Numerical Recipes).
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const person = (): Address => {
    const number = Math.floor(PEOPLE * (next(1000) / 1000) ** 3);
    return { name: `Person${number} Surname${number % 500}`, address: `p${number}@firm${number % 400}.example` };
  };
  const threads: { readonly id: number; readonly who: Address }[] = [];
  for (let index = 0; index < count; index += 1) {
    const open = next(2) === 0 ? threads.at(-1 - next(200)) : undefined;
    const thread = open ?? { id: index, who: person() };
    if (!open) threads.push(thread);
    const sent = next(4) === 0;
    const listed = !sent && next(3) === 0;
    const others = Array.from({ length: next(4) }, person);
    const message: TriageMessage = {
      id: index as MessageRowId,
      messageId: `<${index}.as.long.as.they.usually.are@made-up.example>`,
      threadId: thread.id as ThreadRowId,
      direction: sent ? 'sent' : 'received',
      from: sent ? MADE_UP_OWNER : thread.who,
      replyTo: [],
      to: sent ? [thread.who] : [MADE_UP_OWNER],
      cc: others,
      bcc: [],
      deliveredTo: [],
      references: [],
      subject: open ? `Re: Subject ${thread.id}` : `Subject ${thread.id}`,
      receivedAt: FIRST_AT + Math.floor((index * SPAN_MS) / FULL),
      headers: {},
      labels: [],
      attachments: [],
      sizeBytes: 2000,
      signals: {
        version: 1,
        language: 'en',
        automated: false,
        bulk: listed,
        mentions: [],
        sketch: sent ? '' : Array.from({ length: 24 }, () => next(65_536).toString(16).padStart(4, '0')).join(''),
        found: [],
        entities: {},
      },
    };
    yield JSON.parse(JSON.stringify(message)) as TriageMessage;
  }
}
