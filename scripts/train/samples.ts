/** What the model learns from: labelled letters, and real mail that is nothing of the sort. */
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { SCORED_KINDS, TEXT_SIZE, type LabelWeights, type Model, type ScoredKind } from '#core/outreach/model/model.ts';
import { textFeatures } from '#core/outreach/model/text-features.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { makeReading } from '#core/outreach/reading.ts';
import { fitLogistic, type Sample } from './fit-logistic.ts';
import { EXAMPLE_OWNER, type Example } from './read-examples.ts';

/** One letter as the model sees it. */
export interface Letter {
  readonly messageId: string;
  /** Folds are cut by sender: no sender is learnt from and judged in one. */
  readonly sender: string;
  readonly at: number;
  readonly dense: ReadonlyMap<string, number>;
  readonly places: readonly number[];
  readonly labels: ReadonlySet<string>;
  /** Labels that are not known of this letter, and so not learnt from it. */
  readonly unknown: ReadonlySet<string>;
  readonly weight: number;
}

export interface Gold {
  readonly messageId: string;
  readonly lane: string;
  readonly labels: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly advice: string;
  readonly adviceAlso?: readonly string[];
  readonly laneAlso?: readonly string[];
  readonly why: string;
}

/** Signals do not hang on what was fitted before. */
const BLANK = Object.fromEntries(
  SCORED_KINDS.map((kind) => [kind, { bias: 0, signals: {}, text: new Int8Array(TEXT_SIZE), scale: 0 }]),
) as unknown as Model;

function letterOf(message: IncomingMessage, owner: Owner, rest: Pick<Letter, 'labels' | 'unknown' | 'weight'>): Letter {
  const signals = readSignals(message, 'received', owner, BLANK);
  return {
    messageId: message.messageId,
    sender: message.from.address,
    at: message.receivedAt,
    dense: new Map(signals.found.map(({ kind, strength }) => [kind, strength])),
    places: textFeatures(makeReading(message, 'received', owner), signals.language),
    ...rest,
  };
}

const NOTHING_UNKNOWN: ReadonlySet<string> = new Set();

export function lettersOfExamples(examples: readonly Example[]): readonly Letter[] {
  return examples.map(({ message, labels, situation }) =>
    letterOf(message, EXAMPLE_OWNER, {
      labels: new Set(situation.includes('fraud') ? [...labels, 'fraud'] : labels),
      unknown: NOTHING_UNKNOWN,
      weight: 1,
    }),
  );
}

/** A letter of a whole mailbox is real in more ways than an example written to order. */
const GOLD_WEIGHT = 3;
/** A friend's parody of a pitch reads like a pitch: letters of the well known say less about content. */
const KNOWN_WEIGHT = 0.4;

/** What is to be marked as spam and has no label of its own. */
function isFraud({ advice, labels }: Gold): boolean {
  return advice === 'mark-spam' && labels.every((label) => label === 'broadcast');
}

export function lettersOfGold(
  messages: readonly IncomingMessage[],
  gold: readonly Gold[],
  owner: Owner,
): readonly Letter[] {
  const byId = new Map(gold.map((one) => [one.messageId, one]));
  return messages.flatMap((message) => {
    const one = byId.get(message.messageId);
    return one === undefined
      ? []
      : [
          letterOf(message, owner, {
            labels: new Set(isFraud(one) ? [...one.labels, 'fraud'] : one.labels),
            unknown: NOTHING_UNKNOWN,
            weight: GOLD_WEIGHT * (one.lane === 'known' ? KNOWN_WEIGHT : 1),
          }),
        ];
  });
}

const ORDINARY_WEIGHT = 0.35;
const ORDINARY_MOST = 1500;

/** Real mail between people who write to each other: personal, and nothing else. */
export function lettersOfOrdinaryMail(messages: readonly IncomingMessage[], owner: Owner): readonly Letter[] {
  const own = new Set(owner.addresses.map((address) => mailboxKey(address)));
  const writtenTo = new Set(
    messages
      .filter(({ from }) => own.has(mailboxKey(from.address)))
      .flatMap(({ to, cc }) => [...to, ...cc].map(({ address }) => mailboxKey(address))),
  );
  const received = messages.filter(
    ({ from, text }) =>
      !own.has(mailboxKey(from.address)) && writtenTo.has(mailboxKey(from.address)) && text.length > 20,
  );
  const step = Math.max(1, Math.floor(received.length / ORDINARY_MOST));
  return received
    .filter((_, index) => index % step === 0)
    .map((message) =>
      letterOf(message, owner, {
        labels: new Set(['personal']),
        unknown: new Set(['newsletter', 'transactional', 'introduction', 'forward-request', 'contact-list-mail']),
        weight: ORDINARY_WEIGHT,
      }),
    );
}

/** Real list talk and newsletters, none of it outreach; what else it is, is not known. */
export function lettersOfListMail(messages: readonly IncomingMessage[], owner: Owner): readonly Letter[] {
  const step = Math.max(1, Math.floor(messages.length / ORDINARY_MOST));
  return messages
    .filter((_, index) => index % step === 0)
    .map((message) =>
      letterOf(message, owner, {
        labels: new Set(),
        unknown: new Set([
          'newsletter',
          'transactional',
          'personal',
          'security',
          'forward-request',
          'introduction',
          'contact-list-mail',
          'flattery',
        ]),
        weight: ORDINARY_WEIGHT,
      }),
    );
}

export interface TrainOptions {
  readonly denseL2: number;
  readonly sparseL2: number;
  readonly rounds: number;
}

export const TRAIN_OPTIONS: TrainOptions = { denseL2: 1, sparseL2: 0.1, rounds: 150 };

/** Positives are rarer than the rest; this much more is made of each. */
const POSITIVE_WEIGHT = 1;

export function train(letters: readonly Letter[], options: TrainOptions = TRAIN_OPTIONS): Model {
  const kinds = [...new Set(letters.flatMap(({ dense }) => [...dense.keys()]))].toSorted();
  const placeOf = new Map(kinds.map((kind, place) => [kind, place]));
  const dense = letters.map((letter) =>
    [...letter.dense].map(([kind, strength]) => [placeOf.get(kind) ?? 0, strength] as const),
  );
  return Object.fromEntries(
    SCORED_KINDS.map((label) => {
      const samples: Sample[] = letters.flatMap((letter, index) => {
        if (letter.unknown.has(label)) return [];
        const positive = letter.labels.has(label);
        return [
          {
            dense: dense[index] ?? [],
            sparse: letter.places,
            positive,
            weight: letter.weight * (positive ? POSITIVE_WEIGHT : 1),
          },
        ];
      });
      const fitted = fitLogistic(samples, { denseCount: kinds.length, sparseCount: TEXT_SIZE, ...options });
      return [label, compact(fitted, kinds)] as const;
    }),
  ) as Record<ScoredKind, LabelWeights>;
}

/** Text weights in 8 bits, dense ones in three decimals: what is shipped is what is measured. */
function compact(fitted: ReturnType<typeof fitLogistic>, kinds: readonly string[]): LabelWeights {
  const largest = fitted.sparse.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / 127;
  return {
    bias: Math.round(fitted.bias * 1000) / 1000,
    signals: Object.fromEntries(
      kinds
        .map((kind, place) => [kind, Math.round((fitted.dense[place] ?? 0) * 1000) / 1000] as const)
        .filter(([, weight]) => Math.abs(weight) >= 0.02),
    ),
    text: Int8Array.from(fitted.sparse, (weight) => Math.round(weight / scale)),
    scale,
  };
}
