/**
 * The user's word on labels: "this is not cold outreach", "mail of this sender is always a newsletter", "this thread is not
 * outreach". It wins over every rule and the model, for ever; the word on the message itself wins over the word on its
 * thread, and that over the word on its sender.
 */
import type { LabelFound } from './findings.ts';
import { LABEL_WORDS } from './label-words.ts';
import type { Assessment, Label, Lane, Reason } from './vocabulary.ts';

/** From the widest to the narrowest: the narrower word wins. */
export const CORRECTION_SCOPES = ['sender', 'thread', 'message'] as const;
export type CorrectionScope = (typeof CORRECTION_SCOPES)[number];

/** Labels that say that something is wanted of the owner: "not outreach" takes all of them away. */
export const OUTREACH: readonly Label[] = [
  'resume-broadcast',
  'broadcast',
  'contact-list-mail',
  'recruiter',
  'cold-outreach',
  'nagging',
  'unsolicited-advice',
  'flattery',
  'connection-request',
  'campaign',
  'forward-request',
];

/** Labels that are a matter of judgement. The others are counted or looked up: nobody's word makes a request ignored. */
export const GIVEN_LABELS = [
  'cold-outreach',
  'recruiter',
  'resume-broadcast',
  'newsletter',
  'contact-list-mail',
  'broadcast',
  'unsolicited-advice',
  'nagging',
  'flattery',
  'forward-request',
  'introduction',
  'hostile-reply',
  'apology',
  'transactional',
  'security',
  'personal',
] as const satisfies readonly Label[];

export type CorrectedLabel = Label | 'outreach';

export interface Correction {
  readonly scope: CorrectionScope;
  readonly label: CorrectedLabel;
  readonly is: boolean;
}

/** Whether the user can mean it: "outreach" can only be denied, of a thread or a sender, and what is counted cannot be given. */
export function isSayable({ scope, label, is }: Correction): boolean {
  if (label === 'outreach') return !is && scope !== 'message';
  return is ? GIVEN_LABELS.some((given) => given === label) : true;
}

/** What the user said of each label of one message. */
export type LabelWords = ReadonlyMap<Label, { readonly is: boolean; readonly scope: CorrectionScope }>;

export const NO_WORDS: LabelWords = new Map();

/** Of all that was said of a message, in the order in which it was said. */
export function wordsOn(corrections: readonly Correction[]): LabelWords {
  const words = new Map<Label, { readonly is: boolean; readonly scope: CorrectionScope }>();
  for (const scope of CORRECTION_SCOPES) {
    for (const { scope: of, label, is } of corrections) {
      if (of !== scope) continue;
      for (const one of label === 'outreach' ? OUTREACH : [label]) words.set(one, { is, scope });
    }
  }
  return words;
}

/** Whoever says what a message is also says whether it is a person's, a list's or a machine's. */
export function laneByWord(lane: Lane, words: LabelWords, tie: Lane): Lane {
  const says = (...labels: readonly Label[]): boolean => labels.some((label) => words.get(label)?.is === true);
  if (says('personal')) return lane === 'bulk' || lane === 'automated' ? tie : lane;
  if (says('transactional', 'security')) return 'automated';
  if (says('newsletter')) return 'bulk';
  if (says('contact-list-mail')) return lane === 'known' ? lane : 'bulk';
  return lane;
}

/** The labels with the user's word on them. */
export function labelsByWord(found: readonly LabelFound[], words: LabelWords, lane: Lane): readonly LabelFound[] {
  if (words.size === 0) return found;
  const isGiven = (label: Label): boolean => words.get(label)?.is === true;
  const given = [...words].filter(([, { is }]) => is).map(([label]) => label);
  const kept = found.filter(({ label }) => {
    const word = words.get(label);
    if (word !== undefined) return word.is;
    if (isGiven('personal')) return !OUTREACH.includes(label) && label !== 'newsletter';
    return label !== 'personal' || given.length === 0;
  });
  const added = given
    .filter((label) => !kept.some((one) => one.label === label))
    .map((label): LabelFound => ({ label, reason: reasonFor(label, words) }));
  const all = [...kept, ...added];
  const isPersons = lane !== 'bulk' && lane !== 'automated';
  if (all.length > 0 || !isPersons || words.has('personal')) return all;
  return [{ label: 'personal', reason: { text: 'Written to you by a person', messageIds: [], label: 'personal' } }];
}

/** What the user said, to be read as the first reasons: always of the message itself, else where it changed something. */
export function reasonsByWord(found: readonly LabelFound[], words: LabelWords): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const [label, { is, scope }] of words) {
    const wasFound = found.some((one) => one.label === label);
    const says = is ? wasFound || label === 'personal' : scope === 'message' || wasFound;
    const reason = reasonFor(label, words);
    if (says) reasons.set(reason.text, reason);
  }
  return [...reasons.values()];
}

/** A verdict with the user's word on it, until judging it again draws the conclusions: advice, facts, other mail. */
export function withLabelWords(assessment: Assessment, words: LabelWords): Assessment {
  const { lane, labels, why } = assessment;
  const found = labels.map((label): LabelFound => {
    const reason = why.find((one) => one.label === label) ?? { text: '', messageIds: [], label };
    return { label, reason };
  });
  const kept = labelsByWord(found, words, lane).map(({ label }) => label);
  const others = why.filter(({ label }) => label === undefined || kept.includes(label));
  return { ...assessment, labels: kept, why: [...reasonsByWord(found, words), ...givenBy(words, kept), ...others] };
}

function givenBy(words: LabelWords, labels: readonly Label[]): readonly Reason[] {
  return labels.filter((label) => words.get(label)?.is === true).map((label) => reasonFor(label, words));
}

function reasonFor(label: Label, words: LabelWords): Reason {
  const { is, scope } = words.get(label) ?? { is: true, scope: 'message' };
  const word = LABEL_WORDS[label];
  const texts = {
    message: `You said that this is ${is ? '' : 'not '}“${word}”`,
    thread: is ? `You said that this thread is “${word}”` : 'You said that this thread is not outreach',
    sender: `You said that mail of this sender is ${is ? 'always' : 'never'} “${word}”`,
  };
  return { text: texts[scope], messageIds: [], said: true, ...(is ? { label } : {}) };
}
