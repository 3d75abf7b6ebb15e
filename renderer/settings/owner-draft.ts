/** The owner as a form has it, lists as text, and back: pure, so that it is tested alone. */
import type { RequestInput } from '#core/contract/requests.ts';
import type { OwnerCandidate } from '#core/contract/views.ts';
import type { Circle, Owner } from '#core/mail/owner.ts';

export interface OwnerDraft {
  readonly name: string;
  /** One a line. */
  readonly addresses: string;
  /** Found in the mail, and said to be somebody else's. */
  readonly notMine: readonly string[];
  readonly circles: readonly { readonly name: string; readonly kind: string; readonly aliases: string }[];
  readonly relocation: boolean;
  readonly home: string;
  readonly remoteOk: boolean;
  /** Separated by commas. */
  readonly excludedRoles: string;
  readonly wants: string;
  readonly policy: string;
}

export function draftOf(owner: Owner): OwnerDraft {
  const { dealBreakers } = owner;
  return {
    name: owner.name,
    addresses: owner.addresses.join('\n'),
    notMine: [],
    circles: owner.circles.map((circle) => ({
      name: circle.name,
      kind: circle.kind,
      aliases: circle.aliases.join(', '),
    })),
    relocation: dealBreakers.relocation ?? false,
    home: dealBreakers.home ?? '',
    remoteOk: dealBreakers.remoteOk ?? false,
    excludedRoles: (dealBreakers.excludedRoles ?? []).join(', '),
    wants: (dealBreakers.wants ?? []).join(', '),
    policy: owner.policy,
  };
}

/** Empty circles are left out; words are trimmed; nothing is invented. */
export function ownerOf(draft: OwnerDraft): RequestInput<'owner.confirm'>['owner'] {
  const circles = draft.circles.map(circleOf).filter((circle) => circle.name !== '');
  return {
    name: draft.name.trim(),
    addresses: [...addressesIn(draft.addresses)],
    circles,
    dealBreakers: {
      relocation: draft.relocation,
      remoteOk: draft.remoteOk,
      excludedRoles: wordsIn(draft.excludedRoles),
      wants: wordsIn(draft.wants),
      ...(draft.home.trim() === '' ? {} : { home: draft.home.trim() }),
    },
    policy: draft.policy.trim(),
  };
}

/** The addresses in a text, lower-cased, each once; what is no address is left out. */
export function addressesIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[^\s<>,;:"()[\]]+@[^\s<>,;:"()[\]]+/g) ?? [])];
}

export function isSameDraft(a: OwnerDraft, b: OwnerDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function circleOf(circle: OwnerDraft['circles'][number]): { name: string; kind: string; aliases: string[] } {
  return { name: circle.name.trim(), kind: circle.kind.trim(), aliases: wordsIn(circle.aliases) } satisfies Circle;
}

function wordsIn(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** `Olive Owner · sent 3,120, received 8,012`. */
export function candidateInWords({ name, sentCount, deliveredCount }: OwnerCandidate): string {
  const counts = `sent ${sentCount.toLocaleString('en')}, received ${deliveredCount.toLocaleString('en')}`;
  return name === '' ? counts : `${name} · ${counts}`;
}
