/**
 * What the model learns from the user's corrections, on this machine, for this user alone.
 *
 * Each corrected message is remembered with how far it moves the log-odds of its label (passive-aggressive steps: Crammer
 * et al. 2006, in the kernel form): just enough to put the message itself on the right side, no more than `FIRST_STEP`, and
 * less with every further correction of the label. Another message moves by as much as it is like it. So the shipped
 * weights stay as they are, what is unlike every corrected message stays exactly where it is, and the deltas follow from
 * the corrections alone, in their order: take one away and everything is as before it.
 */
import { entitiesOf } from '../entities.ts';
import type { Signals } from '../signals.ts';
import { readGist } from './gist.ts';
import { SCORED_LABELS, type ScoredLabel } from './model.ts';

/** A label that the user gave to one message, or took from it. */
export interface Lesson {
  readonly label: ScoredLabel;
  readonly is: boolean;
  /** Message-ID. */
  readonly messageId: string;
  /** Mailbox key of the sender. */
  readonly from: string;
  readonly signals: Signals;
}

/** What is learnt of a message: its signals with the odds moved, and the corrections that moved them most. */
export interface Adapted {
  readonly signals: Signals;
  /** By label, in log-odds; only those that moved. */
  readonly deltas: Readonly<Partial<Record<ScoredLabel, number>>>;
  /** Message-IDs of corrected messages, the likest first; at most 3. */
  readonly because: readonly string[];
}

export interface Adaptation {
  /** Undefined where nothing that was corrected is like it. */
  adapt(from: string, signals: Signals): Adapted | undefined;
}

/** Alerts and receipts are never moved by what was said of other mail (mission, "Rules that are never broken"). */
const NEVER_TAUGHT: ReadonlySet<ScoredLabel> = new Set(['transactional', 'security']);

/** Log-odds that one correction moves at most. */
export const FIRST_STEP = 5;
/** Log-odds that all corrections of a label together move a message at most. */
export const LARGEST_DELTA = 5;
/** Where a corrected message should come to lie: clearly on the right side, whatever the situation adds (triage/label-content.ts). */
const TAUGHT_ODDS = { is: 1.5, not: -2.2 } as const;
/** Each further correction of a label moves less: the n-th by the fourth root of n. */
const DECAY = 0.25;
/**
 * Likeness below which nothing is passed on, and what it is made of.
 *
 * Chosen on the development mailbox (tests/bench/corrections.ts) for few messages harmed; a lower floor helps more and
 * harms more, words alone are too rarely alike, and signals alone are alike in too much.
 */
const LEAST_LIKENESS = 0.15;
const TEXT_SHARE = 0.5;
const SIGNALS_SHARE = 0.5;
/** The same writer is likely to write the same kind of mail, and not more than likely. */
const SAME_SENDER = 0.15;
/** A smaller move changes nothing. */
const LEAST_DELTA = 0.05;

export function isTaught(label: string): label is ScoredLabel {
  return SCORED_LABELS.some((scored) => scored === label) && !NEVER_TAUGHT.has(label as ScoredLabel);
}

/** In the order in which the corrections were made; of a label said twice of a message only the last word. */
export function learnFrom(lessons: readonly Lesson[]): Adaptation {
  const learnt: Learnt[] = [];
  const countByLabel = new Map<ScoredLabel, number>();
  for (const { label, is, messageId, from, signals } of lessons) {
    const features = isTaught(label) && !isNeeded(signals) ? featuresOf(from, signals) : undefined;
    if (!features) continue;
    const count = (countByLabel.get(label) ?? 0) + 1;
    countByLabel.set(label, count);
    const before = (entitiesOf(signals).scores[label] ?? 0) + (deltaOf(label, likeness(learnt, features)) ?? 0);
    const missing = is ? TAUGHT_ODDS.is - before : TAUGHT_ODDS.not - before;
    const most = FIRST_STEP / count ** DECAY;
    const step = is ? Math.min(Math.max(missing, 0), most) : Math.max(Math.min(missing, 0), -most);
    learnt.push({ label, messageId, features, step });
  }
  return {
    adapt(from, signals) {
      if (learnt.length === 0 || isNeeded(signals)) return undefined;
      const features = featuresOf(from, signals);
      const like = features && likeness(learnt, features);
      if (!like || like.length === 0) return undefined;
      const { scores } = entitiesOf(signals);
      const deltas: Partial<Record<ScoredLabel, number>> = {};
      for (const label of SCORED_LABELS) {
        const delta = deltaOf(label, like);
        if (delta !== undefined && scores[label] !== undefined) deltas[label] = delta;
      }
      if (Object.keys(deltas).length === 0) return undefined;
      const moved = { ...scores };
      for (const [label, delta] of Object.entries(deltas)) moved[label] = round((moved[label] ?? 0) + delta);
      return {
        signals: { ...signals, entities: { ...signals.entities, scores: moved } },
        deltas,
        because: mostAlike(like.filter(({ lesson }) => deltas[lesson.label] !== undefined)),
      };
    },
  };
}

interface Features {
  readonly sender: string;
  readonly text: Float64Array;
  readonly kinds: ReadonlyMap<string, number>;
  readonly kindsLength: number;
}

interface Learnt {
  readonly label: ScoredLabel;
  readonly messageId: string;
  readonly features: Features;
  /** Log-odds that a message just like it moves. */
  readonly step: number;
}

interface Like {
  readonly lesson: Learnt;
  /** 0–1 above the floor. */
  readonly share: number;
}

/** An alert or a receipt, as far as its words say. */
function isNeeded(signals: Signals): boolean {
  const { scores } = entitiesOf(signals);
  return Math.max(scores['security'] ?? -9, scores['transactional'] ?? -9) > 0;
}

function featuresOf(from: string, signals: Signals): Features | undefined {
  const text = readGist(entitiesOf(signals).gist);
  if (!text) return undefined;
  const kinds = new Map<string, number>();
  for (const { kind, strength } of signals.found) kinds.set(kind, Math.max(strength, kinds.get(kind) ?? 0));
  let squares = 0;
  for (const strength of kinds.values()) squares += strength * strength;
  return { sender: from, text, kinds, kindsLength: Math.sqrt(squares) };
}

function likeness(learnt: readonly Learnt[], features: Features): readonly Like[] {
  return learnt.flatMap((lesson) => {
    const share = (likenessOf(lesson.features, features) - LEAST_LIKENESS) / (1 - LEAST_LIKENESS);
    return share <= 0 ? [] : [{ lesson, share }];
  });
}

/** 0–1. */
function likenessOf(one: Features, other: Features): number {
  let words = 0;
  for (let place = 0; place < one.text.length; place += 1) words += (one.text[place] ?? 0) * (other.text[place] ?? 0);
  let kinds = 0;
  if (one.kindsLength > 0 && other.kindsLength > 0) {
    for (const [kind, strength] of one.kinds) kinds += strength * (other.kinds.get(kind) ?? 0);
    kinds /= one.kindsLength * other.kindsLength;
  }
  const sender = one.sender !== '' && one.sender === other.sender ? SAME_SENDER : 0;
  return Math.min(1, TEXT_SHARE * Math.max(0, words) + SIGNALS_SHARE * kinds + sender);
}

/** Undefined where it is too small to matter. */
function deltaOf(label: ScoredLabel, like: readonly Like[]): number | undefined {
  let delta = 0;
  for (const { lesson, share } of like) if (lesson.label === label) delta += lesson.step * share;
  const bounded = round(Math.max(-LARGEST_DELTA, Math.min(LARGEST_DELTA, delta)));
  return Math.abs(bounded) < LEAST_DELTA ? undefined : bounded;
}

function mostAlike(like: readonly Like[]): readonly string[] {
  const sorted = like.toSorted((a, b) => b.share - a.share).map(({ lesson }) => lesson.messageId);
  return [...new Set(sorted)].slice(0, 3);
}

/** Scores have two decimals (model.ts). */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
