/** Marks of job mail beside its phrases: a salary, a recruiting domain, a job title; and of circulars: an issue number. */
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

const RANK = String.raw`(?:Senior|Sr\.?|Junior|Jr\.?|Lead|Principal|Staff|Chief|Head|VP|Vice[ -]President|Director|Associate|Assistant|Executive|Mid(?:-level)?|Interim|Graduate|Trainee|Deputy|Group|Global|Regional|Managing|Founding|Fractional|Distinguished|[12](?:st|nd)[ -]Line|First[ -]Line|Second[ -]Line|Leitende[rn]?|Leiter(?:/in|\*in|:in|in)?|Ingénieure?|Responsable|Chef(?:fe)?|Directeur|Directrice|Ingenier[oa](?:/a)?|Jef[ea]|Director[a]?|Hoofd|Medior|Responsabile|Capo)`;
const NOUN = String.raw`(?:Engineer(?:ing)?|Developer|Architect|Manager|Director|Analyst|Scientist|Lead|Leader|Consultant|Administrator|Admin|Designer|Officer|Specialist|Executive|Representative|Rep|Assistant|Coordinator|Technician|Operator|Programmer|Researcher|Strategist|Advisor|Adviser|Partner|Product Owner|Scrum Master|Nurse|Doctor|Teacher|Lecturer|Professor|Accountant|Controller|Auditor|Lawyer|Counsel|Solicitor|Paralegal|Editor|Writer|Journalist|Producer|Translator|Copywriter|Marketer|Buyer|Planner|Clerk|Agent|Trainer|Tester|Expert|Head|Supervisor|Recruiter|DBA|SRE|CTO|CIO|CDO|CFO|COO|CEO|CISO|CMO|CPO|Entwickler(?:/in|\*in|:in|in)?|Ingenieur(?:/in|\*in|:in|in)?|Architekt(?:/in|\*in|:in|in)?|Berater(?:/in|\*in|:in|in)?|Leiter(?:/in|\*in|:in|in)?|Leitung|Redakteur(?:/in|in)?|Referent(?:/in|in)?|Sachbearbeiter(?:/in|in)?|Développeu(?:r|se)|Ingénieure?|Architecte|Chef(?:fe)? de projet|Consultante?|Analyste|Rédacteur|Rédactrice|Desarrollador[a]?(?:/a)?|Ingenier[oa](?:/a)?|Arquitect[oa](?:/a)?|Consultor[a]?(?:/a)?|Analista|Ontwikkelaar|Sviluppatore|Ingegnere|Architetto|Redattore)`;
const JOB_WORD = new RegExp(
  String.raw`(?<![\p{L}-])${RANK}\s+(?:[\p{L}/+#&-]+\s+){0,3}?${NOUN}(?![\p{L}])|(?<![\p{L}])(?:\p{Lu}[\p{L}/+#&-]+\s+){1,3}${NOUN}(?![\p{L}])`,
  'u',
);

/** Whether a job title stands in the text: `Senior Data Engineer`, `Product Manager`. */
function namesJob(text: string): boolean {
  return JOB_WORD.test(text);
}

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
