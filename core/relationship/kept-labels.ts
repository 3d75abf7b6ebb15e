/**
 * The labels of a verdict that the record keeps; it hears of no others.
 *
 * So two verdicts that agree in them leave the same record behind, and later mail is judged the same after either.
 */
import type { Label } from '../triage/vocabulary.ts';

/** What a streak may be about. */
const WANTED: ReadonlySet<Label> = new Set(['cold-outreach', 'recruiter', 'resume-broadcast', 'unsolicited-advice']);
const KEPT: ReadonlySet<Label> = new Set([...WANTED, 'introduction', 'hostile-reply', 'apology']);

export function keptLabels(labels: readonly Label[]): readonly Label[] {
  return labels.filter((label) => KEPT.has(label));
}

export function wantedIn(kept: readonly Label[]): Label | undefined {
  return kept.find((label) => WANTED.has(label));
}
