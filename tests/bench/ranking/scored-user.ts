/** Scores of one user's list by every scorer, and what they come to. */
import { auc, averagePrecision, bootstrapInterval, mean, ndcgAt10, type Scored } from './metrics.ts';

/** Scorer → scored list. */
export type ScoredLists = ReadonlyMap<string, readonly Scored[]>;

export interface UserResult {
  readonly user: string;
  readonly lists: readonly ScoredLists[];
}

interface Line {
  readonly scorer: string;
  readonly auc: number;
  readonly interval: readonly [number, number];
  readonly ap: number;
  readonly ndcg: number;
  readonly worst: number;
  readonly worstUser: string;
}

/** Collects scores as a list is walked. */
export class ScoreSheet {
  readonly #lists = new Map<string, Scored[]>();

  add(scores: Readonly<Record<string, number>>, positive: boolean): void {
    for (const [scorer, score] of Object.entries(scores)) {
      const list = this.#lists.get(scorer);
      if (list) list.push({ score, positive });
      else this.#lists.set(scorer, [{ score, positive }]);
    }
  }

  /** Undefined where all are positive or none is: nothing to rank. */
  done(): ScoredLists | undefined {
    const [first] = this.#lists.values();
    const positives = first?.filter(({ positive }) => positive).length ?? 0;
    return first && positives > 0 && positives < first.length ? this.#lists : undefined;
  }
}

/** Mean over lists (benchmark A counts lists, not users), intervals over users. */
export function summarise(results: readonly UserResult[]): readonly Line[] {
  const scorers = [...new Set(results.flatMap(({ lists }) => lists.flatMap((list) => [...list.keys()])))];
  return scorers.map((scorer) => {
    const perUser = results.map(({ user, lists }) => {
      const of = lists.flatMap((list) => list.get(scorer) ?? []).length > 0 ? lists : [];
      const scored = of.map((list) => list.get(scorer) ?? []);
      return { user, aucs: scored.map(auc), aps: scored.map(averagePrecision), ndcgs: scored.map(ndcgAt10) };
    });
    const means = perUser.map(({ user, aucs }) => ({ user, auc: mean(aucs) }));
    const worst = means.reduce((low, one) => (one.auc < low.auc ? one : low));
    return {
      scorer,
      auc: mean(perUser.flatMap(({ aucs }) => aucs)),
      interval: bootstrapInterval(means.map((one) => one.auc)),
      ap: mean(perUser.flatMap(({ aps }) => aps)),
      ndcg: mean(perUser.flatMap(({ ndcgs }) => ndcgs)),
      worst: worst.auc,
      worstUser: worst.user,
    };
  });
}

const digits = (value: number): string => value.toFixed(3).replace(/^0/, '');

export function printTable(title: string, results: readonly UserResult[], perUser: string): void {
  const lists = results.flatMap((result) => result.lists);
  const sizes = lists.map((list) => [...list.values()][0]?.length ?? 0);
  const bases = lists.map((list) => mean(([...list.values()][0] ?? []).map(({ positive }) => (positive ? 1 : 0))));
  console.log(
    `\n${title}\n${results.length} users, ${lists.length} lists, ${mean(sizes).toFixed(0)} rows a list, base ${digits(mean(bases))}`,
  );
  console.log(`${'scorer'.padEnd(30)}  AUC  [95 % over users]   AP   nDCG@10  worst user`);
  for (const line of summarise(results)) {
    const [low, high] = line.interval;
    console.log(
      `${line.scorer.padEnd(30)} ${digits(line.auc)}  [${digits(low)}, ${digits(high)}]      ${digits(line.ap)}   ${digits(line.ndcg)}     ${digits(line.worst)} ${line.worstUser}`,
    );
  }
  console.log(`${perUser} per user (AUC/AP): ${results.map((result) => userFigures(result, perUser)).join('  ')}`);
}

function userFigures({ user, lists }: UserResult, scorer: string): string {
  const scored = lists.map((list) => list.get(scorer) ?? []);
  return `${user.split('@')[0] ?? user} ${digits(mean(scored.map(auc)))}/${digits(mean(scored.map(averagePrecision)))}`;
}
