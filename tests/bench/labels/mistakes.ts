/** What came out wrong, message by message: a figure says how much is wrong, only this says what. */
import type { Facts } from '#core/triage/vocabulary.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import { type Row, scoreFacts } from './score.ts';

export type SeenRow = Row & { readonly message: IncomingMessage };

export function printMistakes(rows: readonly SeenRow[]): void {
  for (const { message, gold, verdict } of rows) {
    const missed = gold.labels.filter((label) => !(verdict.labels as readonly string[]).includes(label));
    const wrong = verdict.labels.filter((label) => !gold.labels.includes(label));
    const advised = [gold.advice, ...(gold.adviceAlso ?? [])].includes(verdict.advice);
    const misread = scoreFacts([{ gold, verdict }]).filter(({ right, of }) => right < of);
    if (missed.length + wrong.length + misread.length === 0 && gold.lane === verdict.lane && advised) continue;
    console.log(
      [
        `${message.messageId} ${message.from.address}: ${message.subject}`,
        ...(gold.lane === verdict.lane ? [] : [`lane ${verdict.lane}, not ${gold.lane}`]),
        ...missed.map((label) => `missed ${label}`),
        ...wrong.map((label) => `wrongly ${label}`),
        ...misread.map(({ fact }) => {
          const [name = ''] = fact.split('.');
          const said = [verdict.facts[name as keyof Facts], gold.facts[name]].map((value) => JSON.stringify(value));
          return `${fact} ${said.join(', not ')}`;
        }),
        ...(advised ? [] : [`advice ${verdict.advice}, not ${gold.advice}`]),
      ].join('\n    '),
    );
  }
}
