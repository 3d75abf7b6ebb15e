/** All phrase families in one book, and the job titles that are looked for where people sign. */
import { phraseBook } from '../phrase-book.ts';
import { AFFAIRS } from './affairs.ts';
import { ASKING } from './asking.ts';
import { INTRODUCING } from './introducing.ts';
import { MACHINE } from './machine.ts';
import { PERSISTING } from './persisting.ts';
import { SELLING } from './selling.ts';
import { TONE } from './tone.ts';
import { WORK } from './work.ts';

const { 'sales-title': SALES_TITLE, ...SELLING_TEXT } = SELLING;

export const PHRASES = phraseBook({
  ...ASKING,
  ...SELLING_TEXT,
  ...WORK,
  ...PERSISTING,
  ...TONE,
  ...MACHINE,
  ...INTRODUCING,
  ...AFFAIRS,
});
/** What was found of them in a text. */
export type Phrases = ReturnType<typeof PHRASES.match>;

/** Job titles, looked for where people sign. */
export const TITLES = phraseBook({
  'sales-title': SALES_TITLE,
  'recruiter-title': [
    `!(talent (acquisition|partner|sourcer|team|manager|specialist|consultant|advisor|scout)|recruiter|
      recruitment|recruiting|headhunt~|executive search|staffing|sourcer|search consultant|people partner|
      resourcer|personalberat~|personalvermittl~|chasseur de tete~|cabinet de recrutement|seleccion de personal|
      cazatalentos|reclut~|selezione del personale|werving)`,
  ],
});
