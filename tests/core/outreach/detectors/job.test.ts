/** The job in a letter: its title, its place, whether from home, and what it breaks. In trades and languages of every kind. */
import { describe, expect, it } from 'vitest';
import type { DealBreakers } from '#core/mail/owner.ts';
import { isExcluded } from '#core/outreach/detectors/deal-breakers.ts';
import { readJob, type Job } from '#core/outreach/detectors/job.ts';
import { makeReading } from '#core/outreach/reading.ts';
import { aMessage, anAddress, anOwner } from '#tests/helpers/builders.ts';

const LEEDS: DealBreakers = {
  relocation: true,
  home: 'Leeds, United Kingdom',
  remoteOk: true,
  excludedRoles: ['sales', 'help desk'],
  wants: ['growth'],
};

function jobOf(subject: string, text: string, dealBreakers: DealBreakers = LEEDS): Job {
  const message = aMessage({ subject, text, from: anAddress('Jo Finch <jo@finchtalent.example>') });
  return readJob(makeReading(message, 'received', anOwner({ dealBreakers })), false);
}

describe('the title of a job', () => {
  it.each([
    ['ICU Nurse', 'ICU Nurse - Norwich', 'Hi Olive, nights included.'],
    ['Head of Pastry', 'quick question', 'Hi Olive, we are looking for a Head of Pastry for a hotel group.'],
    ['Quantity Surveyor', 'Opportunity', 'Dear Olive,\n\nJob title: Quantity Surveyor\nSalary: 50k'],
    ['HGV driver', 'nights', 'We need a HGV driver for nights out of Wakefield.'],
    ['technical lead', 'Re: hello', 'Sam is a manager at Clay. They need someone to run the lab as technical lead.'],
    [
      'Analytics Manager',
      'Your background',
      'Given your experience as a data analyst, I thought of our Analytics Manager opening.',
    ],
    ['member of the board', 'would you?', 'We are looking for a member of the board for a housing association.'],
    ['principal cellist', 'cello', 'The Sinfonia has a vacancy for a principal cellist.'],
    ['estimator', 'hello', 'Hi Olive, a firm in York needs an estimator.'],
    ['Sales Development Representative', 'SDR, Leeds', 'Hi Olive, are you free?'],
    ['Product Owner', '3 x Product Owners, Derby', 'Ping me CVs by noon.'],
    ['Grid modelling', 'Grid modelling, Edinburgh (2/3)', 'Hi Olive, two of three.'],
    ['Content Moderator', 'Remote role!', 'Content Moderator, 100% remote, 12 EUR/h'],
    ['Structural Modeler', 'Structural Modeler - Phoenix AZ', 'Are you free?'],
    ['Directeur artistique', 'Poste', 'Bonjour,\n\nIntitulé du poste : Directeur artistique\nLieu : Paris'],
    ['advisory board', 'A question', 'Would you consider a seat on our advisory board?'],
    ['beeldredacteur', 'Vacature: beeldredacteur (32 uur)', 'Dag Olive, drie dagen op kantoor.'],
    ['Lokführer', 'Neue Stelle', 'Für unseren Kunden in Kassel suchen wir einen Lokführer (m/w/d).'],
    ['Abteilungsleiterin Tiefbau', 'Vakanz', 'Wir besetzen die Position Abteilungsleiterin Tiefbau (m/w/d).'],
    ['chef de projet événementiel', 'Opportunité', 'Je recherche un chef de projet événementiel pour un client.'],
    ['enfermera', 'Oferta', 'Buscamos una enfermera para una clínica en Sevilla.'],
    ['teamleider logistiek', 'Vacature', 'Voor een opdrachtgever zoek ik een teamleider logistiek.'],
    ['responsabile qualità', 'Posizione', 'Cerchiamo un responsabile qualità per uno stabilimento.'],
  ])('is %s', (role, subject, text) => expect(jobOf(subject, text).role).toBe(role));
  it.each([
    'A message from Peter Miller to every job seeker.',
    'I am a partner at Brandt Search. Are you free on Friday?',
    'There are two screens, and one of them is for toddlers.',
    'It rained the other day, however the river is lower. Better weather is on offer.',
  ])('is none in "%s"', (text) => expect(jobOf('hello', text).role).toBeUndefined());
});

describe('the place of a job', () => {
  it.each([
    ['Duluth, MN', 'CAD', 'CAD Technician - Duluth, MN (onsite, full time)'],
    ['Tulsa, OK', 'Sr Inspector Tulsa, OK', 'Hi Olive, are you free?'],
    ['Houston, TX', 'Job', 'Role: Engineer\nLocation: Houston, TX (Hybrid 3 days)'],
    ['Houston, Texas', 'Designer (local to Dallas only)', 'Location - Houston, Texas (onsite)'],
    ['Salford', 'A chair', 'The University of Salford wishes to appoint a Professor of Acoustics.'],
    ['Venlo', 'Vacature', 'Wij zoeken een tolk. Standplaats: Venlo'],
    ['Ripley', 'Teacher', 'A lovely school in Ripley is looking for a teacher from September.'],
    ['Hebden', 'Practice Manager, lovely clinic, Hebden', 'Hi Olive, can you send a CV by three?'],
    ['Basingstoke', 'New year', 'I know you said no to Reading, how about a planner role in Basingstoke?'],
    ['Marseille', 'photo', 'hi olive, photo editor role in marseille, you interested? x'],
    ['Ireland', 'Vendor Manager - fully remote, Ireland', 'Fully remote, two trips a year to Lisbon.'],
  ])('is %s', (place, subject, text) => expect(jobOf(subject, text).place).toBe(place));
  it.each([
    'SHOUTING IN CAPITALS about it',
    'The teaching is in English, in September.',
    'In Vollzeit, in Festanstellung.',
  ])('is none in "%s"', (text) => expect(jobOf('hello', text).place).toBeUndefined());
});

describe('whether a job is from home', () => {
  it.each([
    [true, 'Fully remote within the EU.'],
    [true, 'Lead translator for a museum in Galway: remote with a train to Galway once a month.'],
    [true, 'An engineer in Bradford, two days in the office.'],
    [true, 'Een planner, volledig op afstand.'],
    [false, 'An engineer in Bradford, three days in the office, the rest remote.'],
    [false, 'An engineer in Exeter. Hybrid, two days in the office.'],
    [false, 'An engineer in Bradford, on site, no remote.'],
    [false, 'Standort Hamburg, zwei Tage Homeoffice.'],
    [false, 'An engineer in Bradford.'],
  ])('%s: "%s"', (remote, text) => expect(jobOf('hello', text).remote).toBe(remote));
});

describe('deal-breakers', () => {
  it.each([
    [['relocation'], 'We need a welder in Norwich, on site.'],
    [['relocation'], 'We need a welder in Norwich. Hybrid, two days in the office.'],
    [[], 'We need a planner, fully remote, the firm is in Norwich.'],
    [[], 'We need a welder in Bradford, on site.'],
    [[], 'We need a welder in Luxembourg, no relocation: you come once a year.'],
    [['role:sales'], 'We need a Territory Manager in Leeds, OTE 90k.'],
    [[], 'We need an estimator in Leeds. I know you said no to sales.'],
    [['no-growth'], 'We need a planner in Leeds.No ladder to climb, the same for twelve years.'],
    [['no-growth'], 'We need a junior planner in Leeds.'],
    [['role:help desk', 'no-growth'], 'We need a 2nd Line Analyst in Leeds.'],
    [[], 'We need a Data Entry Operator in Leeds.'],
  ])('%j: "%s"', (broken, text) => expect(jobOf('hello', text).dealBreakersBroken).toEqual(broken));
  it.each([
    ['cad drafting', 'CAD Drafter', true],
    ['post-editing', 'MTPE Linguist', true],
    ['locum', 'Locum vet', true],
    ['call centre', 'Customer Care Agent', true],
    ['wedding photography', 'wedding photographer', true],
    ['project management', 'Project Manager', true],
    ['practice manager', 'Product Manager', false],
    ['recruiting', 'Bridge Engineer', false],
  ])('an owner who excludes %s: %s → %s', (excluded, role, expected) =>
    expect(isExcluded(excluded, { role, subject: '', folded: '' })).toBe(expected),
  );
  it('counts what a job is like where the letter says it, and not where it denies it', () => {
    const role = 'Content Moderator';
    expect(isExcluded('night shifts', { role, subject: '', folded: 'a moderator, night shifts, from home' })).toBe(
      true,
    );
    expect(isExcluded('night shifts', { role, subject: '', folded: 'a moderator, no night shifts, from home' })).toBe(
      false,
    );
  });
});
