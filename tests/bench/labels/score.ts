/** Predictions against gold labels: precision, recall, F1, lanes, false alarms, facts. The same sums as the score script's. */
import { fold } from '#core/outreach/fold.ts';
import { LANES, type Assessment, type Facts, type Label } from '#core/triage/vocabulary.ts';
import type { Gold } from '../../../scripts/train/samples.ts';

/** Labels that say that something is wanted of the owner; on ordinary mail each is a false alarm. */
export const OUTREACH_LABELS: ReadonlySet<Label> = new Set<Label>([
  'resume-broadcast',
  'broadcast',
  'contact-list-mail',
  'newsletter',
  'recruiter',
  'cold-outreach',
  'nagging',
  'unsolicited-advice',
  'flattery',
  'connection-request',
  'campaign',
  'forward-request',
  'ignored-request',
  'hostile-reply',
]);

export interface Row {
  readonly gold: Gold;
  readonly verdict: Assessment;
}

export interface LabelScore {
  readonly label: string;
  readonly goldCount: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoreLabels(rows: readonly Row[]): readonly LabelScore[] {
  const labels = [...new Set(rows.flatMap(({ gold }) => gold.labels))].toSorted();
  return labels.map((label) => {
    const has = ({ verdict }: Row): boolean => (verdict.labels as readonly string[]).includes(label);
    const right = rows.filter((row) => row.gold.labels.includes(label) && has(row)).length;
    const wrong = rows.filter((row) => !row.gold.labels.includes(label) && has(row)).length;
    const missed = rows.filter((row) => row.gold.labels.includes(label) && !has(row)).length;
    const precision = right + wrong === 0 ? 0 : right / (right + wrong);
    const recall = right + missed === 0 ? 0 : right / (right + missed);
    return {
      label,
      goldCount: right + missed,
      right,
      wrong,
      missed,
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    };
  });
}

export interface Summary {
  readonly macroF1: number;
  readonly outreachF1: number;
  readonly lane: number;
  readonly falseAlarms: number;
  readonly advice: number;
  readonly factsMean: number;
}

export function summarise(rows: readonly Row[]): Summary {
  const scores = scoreLabels(rows);
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const ordinary = rows.filter(({ gold }) => !gold.labels.some((label) => OUTREACH_LABELS.has(label as Label)));
  return {
    macroF1: mean(scores.map(({ f1 }) => f1)),
    outreachF1: mean(scores.filter(({ label }) => OUTREACH_LABELS.has(label as Label)).map(({ f1 }) => f1)),
    lane: mean(rows.map(({ gold, verdict }) => Number(gold.lane === verdict.lane))),
    falseAlarms: mean(
      ordinary.map(({ verdict }) => Number(verdict.labels.some((label) => OUTREACH_LABELS.has(label)))),
    ),
    advice: mean(
      rows.map(({ gold, verdict }) => Number([gold.advice, ...(gold.adviceAlso ?? [])].includes(verdict.advice))),
    ),
    factsMean: mean(scoreFacts(rows).map(({ right, of }) => right / of)),
  };
}

export interface FactScore {
  readonly fact: string;
  readonly right: number;
  readonly of: number;
}

/** Each fact of the gold on its own; campaigns are left to the score script, which compares pairs. */
export function scoreFacts(rows: readonly Row[]): readonly FactScore[] {
  const counts = new Map<string, { right: number; of: number }>();
  const count = (fact: string, right: boolean): void => {
    const entry = counts.get(fact) ?? { right: 0, of: 0 };
    counts.set(fact, { right: entry.right + Number(right), of: entry.of + 1 });
  };
  for (const { gold, verdict } of rows)
    for (const [name, wanted] of Object.entries(gold.facts)) {
      if (name === 'campaignId') continue;
      const found: unknown = verdict.facts[name as keyof Facts];
      if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
        for (const [part, value] of Object.entries(wanted as Record<string, unknown>))
          count(`${name}.${part}`, same(value, (found as Record<string, unknown> | undefined)?.[part]));
      else count(name, name === 'role' || name === 'place' ? alike(wanted, found) : same(wanted, found));
    }
  return [...counts]
    .map(([fact, { right, of }]) => ({ fact, right, of }))
    .toSorted((a, b) => a.fact.localeCompare(b.fact));
}

function same(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      JSON.stringify(wanted.map(String).toSorted((a, b) => a.localeCompare(b))) ===
      JSON.stringify((Array.isArray(found) ? found.map(String) : []).toSorted((a, b) => a.localeCompare(b)))
    );
  return typeof wanted === 'string' && typeof found === 'string' ? fold(wanted) === fold(found) : wanted === found;
}

/** One inside the other, or two thirds of the words shared. */
function alike(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'string' || typeof found !== 'string') return false;
  const [a, b] = [wanted, found].map((text) =>
    fold(text)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  if (a === undefined || b === undefined || a === '' || b === '') return false;
  if (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true;
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / (x.size + y.size - shared) >= 2 / 3;
}

export function printScores(rows: readonly Row[]): void {
  console.log('label                  gold   tp   fp   fn   prec   rec    F1');
  for (const { label, goldCount, right, wrong, missed, precision, recall, f1 } of scoreLabels(rows))
    console.log(
      `${label.padEnd(22)}${[goldCount, right, wrong, missed].map((value) => String(value).padStart(5)).join('')}  ${[precision, recall, f1].map((value) => value.toFixed(3)).join('  ')}`,
    );
  console.log('\nlanes (rows gold, columns predicted)');
  console.log(' '.repeat(14) + LANES.map((lane) => lane.padStart(14)).join(''));
  for (const lane of LANES)
    console.log(
      lane.padEnd(14) +
        LANES.map((other) =>
          String(rows.filter(({ gold, verdict }) => gold.lane === lane && verdict.lane === other).length).padStart(14),
        ).join(''),
    );
  console.log('\nfacts');
  for (const { fact, right, of } of scoreFacts(rows))
    console.log(`${fact.padEnd(32)}${String(right).padStart(4)} of ${of}`);
}

/** Which label stood where another was due: of the mail that missed a label, what it was called beyond its gold. */
export function printConfusions(rows: readonly Row[]): void {
  const counts = new Map<string, number>();
  const count = (missed: string, instead: string): void => {
    const pair = `${missed} → ${instead}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  };
  for (const { gold, verdict } of rows) {
    const missed = gold.labels.filter((label) => !(verdict.labels as readonly string[]).includes(label));
    const wrong = verdict.labels.filter((label) => !gold.labels.includes(label));
    for (const label of missed) {
      for (const other of wrong) count(label, other);
      if (wrong.length === 0) count(label, 'nothing');
    }
    if (missed.length === 0) for (const other of wrong) count('nothing', other);
  }
  console.log('\nconfusions (due → said)');
  for (const [pair, times] of [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 24))
    console.log(`${String(times).padStart(4)}  ${pair}`);
}

export function printSummary(title: string, rows: readonly Row[]): void {
  const { macroF1, outreachF1, lane, falseAlarms, advice, factsMean } = summarise(rows);
  console.log(
    `${title}: macro-F1 ${macroF1.toFixed(3)}, outreach ${outreachF1.toFixed(3)}, lane ${lane.toFixed(3)}, false alarms ${falseAlarms.toFixed(3)}, advice ${advice.toFixed(3)}, facts ${factsMean.toFixed(3)} (${rows.length} messages)`,
  );
}
