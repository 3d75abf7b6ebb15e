/** A whole mailbox judged in its order, as the engine does it, with any model. */
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage, MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { Model } from '#core/outreach/model/model.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { assess } from '#core/triage/assess.ts';
import { asOpener, campaignSeenIn } from '#core/triage/campaign-openers.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';

export interface Judged {
  readonly message: IncomingMessage;
  readonly verdict: Assessment;
  /** Two-way mail with the sender before this message. */
  readonly corresponds: boolean;
}

export interface Replay {
  readonly judged: readonly Judged[];
  readonly readMs: number;
  readonly assessMs: number;
  readonly observeMs: number;
}

/** `modelOf` gives the model for a message: one that has not learnt from its sender. */
export function replay(
  messages: readonly IncomingMessage[],
  owner: Owner,
  modelOf: (message: IncomingMessage) => Model | undefined,
  judge: (message: TriageMessage, correspondence: Correspondence) => Assessment = assess,
): Replay {
  const own = new Set(owner.addresses.map((address) => mailboxKey(address)));
  const correspondence = createCorrespondence(owner, []);
  const threads = new Threads();
  const judged: Judged[] = [];
  let readMs = 0;
  let assessMs = 0;
  let observeMs = 0;
  for (const [index, message] of messages.entries()) {
    const direction =
      own.has(mailboxKey(message.from.address)) || message.labels.includes('SENT') ? 'sent' : 'received';
    let startedAt = performance.now();
    const signals = readSignals(message, direction, owner, modelOf(message));
    readMs += performance.now() - startedAt;
    const {
      text: _text,
      quoted: _quoted,
      html: _html,
      defects: _defects,
      gmailId: _id,
      gmailThreadId,
      sentAt: _sentAt,
      ...light
    } = message;
    const triaged: TriageMessage = {
      ...light,
      id: (index + 1) as MessageRowId,
      threadId: threads.of(message, gmailThreadId, own) as ThreadRowId,
      direction,
      signals,
    };
    startedAt = performance.now();
    const verdict = direction === 'received' ? judge(triaged, correspondence) : undefined;
    assessMs += performance.now() - startedAt;
    if (verdict) {
      const record = correspondence.record(message.from.address);
      judged.push({ message, verdict, corresponds: (record?.sentCount ?? 0) > 0 && (record?.receivedCount ?? 0) > 0 });
    }
    startedAt = performance.now();
    correspondence.observe(triaged, verdict?.labels ?? []);
    observeMs += performance.now() - startedAt;
  }
  return { judged: withOpeners(judged), readMs, assessMs, observeMs };
}

function withOpeners(judged: readonly Judged[]): readonly Judged[] {
  const places = new Map(judged.map(({ message }, place) => [message.messageId, place]));
  const all = [...judged];
  for (const { message, verdict } of judged) {
    const campaign = campaignSeenIn(message.messageId, verdict);
    for (const opener of campaign?.openers ?? []) {
      const place = places.get(opener) ?? -1;
      const earlier = all[place];
      const marked = earlier && campaign && asOpener(earlier.verdict, campaign);
      if (marked) all[place] = { ...earlier, verdict: marked };
    }
  }
  return all;
}

const PREFIXES = /^(?:\s*(?:re|aw|fwd?|sv|wg|rv|tr)\s*:\s*)+/i;

/** Threads by Gmail's id, by References, and where mail has none (Enron) by subject and people. */
class Threads {
  readonly #threads = new Map<string, number>();
  #count = 0;

  of(message: IncomingMessage, gmailThreadId: string | undefined, own: ReadonlySet<string>): number {
    const parents = [message.inReplyTo, ...message.references].filter((parent) => parent !== undefined);
    const base = message.subject.replace(PREFIXES, '').trim().toLowerCase();
    const people = [message.from, ...message.to, ...message.cc]
      .map(({ address }) => address)
      .filter((address) => address !== '' && !own.has(mailboxKey(address)));
    const bySubject = people.map((address) => `${base}\n${address}`);
    const answers = parents.length === 0 && base !== '' && PREFIXES.test(message.subject);
    const keys = [
      ...parents,
      ...(gmailThreadId === undefined ? [] : [`gmail ${gmailThreadId}`]),
      ...(answers ? bySubject : []),
    ];
    const thread = keys.map((key) => this.#threads.get(key)).find((found) => found !== undefined) ?? (this.#count += 1);
    for (const key of [
      message.messageId,
      ...(gmailThreadId === undefined ? [] : [`gmail ${gmailThreadId}`]),
      ...bySubject,
    ])
      this.#threads.set(key, thread);
    return thread;
  }
}
