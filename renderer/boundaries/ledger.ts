/** The ledger in the order in which it wants attention. */
import type { BoundaryView } from '#core/contract/views.ts';

export interface LedgerGroup {
  readonly title: string;
  readonly about: string;
  readonly boundaries: readonly BoundaryView[];
}

const GROUPS: readonly {
  readonly title: string;
  readonly about: string;
  readonly states: readonly BoundaryView['state'][];
}[] = [
  { title: 'Ignored', about: 'They were asked and went on.', states: ['ignored'] },
  { title: 'Answered', about: 'They answered what you asked.', states: ['answered'] },
  { title: 'Set', about: 'Asked or done; nothing has come since.', states: ['waiting', 'set'] },
  { title: 'Kept', about: 'They stopped.', states: ['kept'] },
  { title: 'Forgiven', about: 'You let bygones be bygones.', states: ['forgiven'] },
];

/** Groups that have entries; in each the latest first. */
export function ledgerGroups(boundaries: readonly BoundaryView[]): readonly LedgerGroup[] {
  return GROUPS.map(({ title, about, states }) => ({
    title,
    about,
    boundaries: boundaries.filter(({ state }) => states.includes(state)).toSorted((a, b) => b.setAt - a.setAt),
  })).filter((group) => group.boundaries.length > 0);
}
