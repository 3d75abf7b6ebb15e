/** Marks of job mail beside its phrases: a salary, a recruiting domain, a job title; and of circulars: an issue number. */
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';
import { namesJob } from './job.ts';

const SALARY =
  /(?:[£$€]|chf|eur|usd|gbp)\s?\d{2,3}(?:[.,]\d{3}|k)|\b\d{2,3}(?:\s?-\s?\d{2,3})?\s?k\b|\b\d{2,4} (?:a|per|pro|par|al|per) (?:day|hour|tag|stunde|jour|heure|dia|dag|uur|giorno)|\b\d{2,4}\s?(?:\/|p)\s?(?:day|d|hr|hour|h)\b/;
const RECRUITING_DOMAIN =
  /(?:talent|recruit|staffing|headhunt|hire|hiring|jobs|career|resourc|executive-?search|placement|personalberat|reclut|rekrut|search(?:group|partners)?\b|hunt\b|selection|stepstone|xing-jobs)/;

/** Kinds: `salary`, `recruiter-domain`, `job-title` (in the subject), `numbered-issue`. */
export function readJobMarks(reading: Reading): readonly Signal[] {
  const { folded, subject, message } = reading;
  const found: Signal[] = [];
  const salary = SALARY.exec(folded)?.[0];
  if (salary !== undefined) found.push(signal('salary', 0.6, [salary]));
  const domain = message.from.address.slice(message.from.address.lastIndexOf('@') + 1);
  if (RECRUITING_DOMAIN.test(domain)) found.push(signal('recruiter-domain', 0.7, [domain]));
  if (namesJob(subject)) found.push(signal('job-title', 0.7, [subject.slice(0, 80)]));
  else if (namesJob(reading.body.slice(0, 700))) found.push(signal('job-title', 0.4, []));
  const issue =
    /(?:\b(?:no|nr|issue|vol|edition|ausgabe|numero|number|episode|folge|aflevering|week|memo)\b|n°|nº|#)\s?\d{1,4}\b/.exec(
      folded.slice(0, subject.length),
    );
  if (issue) found.push(signal('numbered-issue', 0.6, [subject.slice(0, 60)]));
  return found;
}
