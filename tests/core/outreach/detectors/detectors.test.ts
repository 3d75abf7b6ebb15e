/** What single detectors read, and what they leave alone. Labels are tested in tests/core/triage. */
import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '#core/mail/message.ts';
import { entitiesOf } from '#core/outreach/entities.ts';
import { kilometresBetween, placesIn } from '#core/outreach/gazetteer.ts';
import { unsubscribeUris } from '#core/outreach/detectors/unsubscribe.ts';
import { fold } from '#core/outreach/fold.ts';
import { shippedModel } from '#core/outreach/model/shipped-model.ts';
import { SCORED_LABELS, TEXT_SIZE } from '#core/outreach/model/model.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { aMessage, anAddress, anOwner, aSentMessage } from '#tests/helpers/builders.ts';

const owner = anOwner({
  dealBreakers: {
    relocation: true,
    home: 'Leeds, United Kingdom',
    remoteOk: true,
    excludedRoles: ['sales'],
    wants: ['growth'],
  },
});
const read = (differing: Partial<IncomingMessage>): ReturnType<typeof readSignals> =>
  readSignals(aMessage(differing), 'received', owner);
const kinds = (differing: Partial<IncomingMessage>): readonly string[] => read(differing).found.map(({ kind }) => kind);
const entities = (differing: Partial<IncomingMessage>): ReturnType<typeof entitiesOf> => entitiesOf(read(differing));

describe('the owner’s own boundaries', () => {
  const boundary = (text: string, subject = 'Re: offer'): string | undefined =>
    readSignals(aSentMessage({ text, subject }), 'sent', owner).boundary;
  it.each([
    ['remove', 'Please take me off your mailing list.'],
    ['remove', 'Hello, could you delete my address from your list? Thank you.'],
    ['remove', 'No, thank you, and please do not write to me again.'],
    ['remove', 'Bitte streichen Sie mich aus Ihrem Verteiler.'],
    ['remove', 'Merci de supprimer mon adresse de votre liste.'],
    ['remove', 'Por favor, elimine mi correo de su lista.'],
    ['how-we-know', 'Forgive me, how do we know each other?'],
    ['how-we-know', 'I cannot place you. Where did we meet?'],
    ['how-we-know', 'Woher kennen wir uns?'],
    ['how-we-know', '¿De qué nos conocemos?'],
    ['decline', 'Thank you, but no thanks. Good luck with it.'],
    ['decline', 'Hello Sam, no, thank you: I am not interested.'],
    ['decline', 'Nein danke, kein Interesse.'],
  ])('reads %s in "%s"', (kind, text) => expect(boundary(text)).toBe(kind));
  it.each([
    'None, thank you. Is Friday still realistic for the keys?',
    'Could you take me to the station on Monday?',
    'I was not looking and now I am. Coffee tomorrow?',
    'Sent it to everybody on the plot list. Where do I start?',
    'Drop me a note when you have the drawings.',
  ])('reads none in "%s"', (text) => expect(boundary(text)).toBeUndefined());
});

describe('unsubscribe headers (RFC 2369, RFC 8058)', () => {
  it('takes what stands in angle brackets, white space aside', () => {
    expect(unsubscribeUris('<https://a.example/\n u>, <mailto:x@a.example> (comment)')).toEqual([
      'https://a.example/u',
      'mailto:x@a.example',
    ]);
    expect(unsubscribeUris('https://a.example/u')).toEqual([]);
  });
  it('falls back on words in the body', () => {
    expect(entities({ text: 'News.\n\nTo stop these mails write to leave@a.example' }).unsubscribe).toBe('mailto');
    expect(entities({ text: 'News.\n\nUnsubscribe: https://a.example/u' }).unsubscribe).toBe('link');
    expect(entities({ text: 'The train leaves at four.' }).unsubscribe).toBe('none');
  });
  it('does not offer one click where the signature failed', () => {
    const headers = {
      listUnsubscribe: '<https://a.example/u>',
      listUnsubscribePost: 'List-Unsubscribe=One-Click',
      dkimSignatures: [{ domain: 'a.example', signedHeaders: ['list-unsubscribe', 'list-unsubscribe-post'] }],
    };
    expect(entities({ headers }).unsubscribe).toBe('one-click');
    expect(entities({ headers: { ...headers, authenticationResults: 'mx.google.com; dkim=fail' } }).unsubscribe).toBe(
      'link',
    );
    expect(entities({ headers: { ...headers, listUnsubscribe: '<http://a.example/u>' } }).unsubscribe).toBe('link');
  });
});

describe('recipients', () => {
  it('tells a hidden list from a missing header', () => {
    expect(kinds({ to: [{ name: 'undisclosed-recipients', address: '' }] })).toContain('undisclosed-recipients');
    expect(kinds({ to: [] })).toContain('no-recipients');
  });
  it('does not call a firm’s large meeting a crowd', () => {
    const team = Array.from({ length: 14 }, (_, index) => anAddress(`p${index}@mill.example`));
    expect(kinds({ to: [...team, anAddress('olive@owner.example')] })).not.toContain('crowd');
  });
});

describe('salutations', () => {
  it.each([
    ['Dear Sir or Madam,', 'greets-nobody'],
    ['Dear job seeker,', 'greets-nobody'],
    ['Sehr geehrte Damen und Herren,', 'greets-nobody'],
    ['Hi all,', 'greets-everybody'],
    ['Liebe Freunde,', 'greets-everybody'],
    ['Dear Michael,', 'greets-other-name'],
    ['Dear Ms Owner,', 'greets-owner'],
    ['Olive, hello', 'greets-owner'],
  ])('reads "%s"', (greeting, kind) =>
    expect(kinds({ text: `${greeting}\n\nthe tea is on the table.` })).toContain(kind),
  );
});

describe('list and bulk software', () => {
  it('tells talk from newsletters by whose posts a list carries', () => {
    const headers = { listId: 'bees.lists.hive.example', precedence: 'list' };
    expect(
      kinds({ headers, from: anAddress('Kit Moon <kit@mail.example>'), to: [anAddress('bees@lists.hive.example')] }),
    ).toContain('list-talk');
    expect(kinds({ headers, from: anAddress('Hive <news@hive.example>') })).not.toContain('list-talk');
    expect(
      kinds({ headers: { ...headers, listPost: 'NO' }, from: anAddress('Kit Moon <kit@mail.example>') }),
    ).not.toContain('list-talk');
  });
  it('sees an open pixel and marketing layout in the HTML', () => {
    const html =
      '<html><body><table role="presentation" width="600"><tr><td>Hi</td></tr></table><img src="https://t.example/o.gif" width="1" height="1"></body></html>';
    expect(kinds({ html })).toEqual(expect.arrayContaining(['tracking-pixel', 'marketing-layout']));
    expect(kinds({ html: '<div dir="ltr">Hi <img src="cid:photo" width="400"></div>' })).not.toContain(
      'tracking-pixel',
    );
  });
});

describe('jobs', () => {
  it.each([
    ['Role: Site Reliability Engineer\nLocation: Utrecht', 'Vacancy', 'Site Reliability Engineer', 'Utrecht'],
    [
      'Hi Olive, my client in Graz is looking for a Head of Finance. Are you open to a move?',
      'an opportunity',
      'Head of Finance',
      'Graz',
    ],
    [
      'Guten Tag, für unseren Mandanten in Köln suchen wir eine Leiterin Controlling. Haben Sie Interesse?',
      'Vakanz',
      'Leiterin Controlling',
      'Köln',
    ],
    [
      'Hola Olive, buscamos un Ingeniero de datos para un cliente en Bilbao, presencial.',
      'Oferta',
      'Ingeniero de datos',
      'Bilbao',
    ],
  ])('reads role and place from "%s"', (text, subject, role, place) => {
    const job = entities({ text, subject, from: anAddress('Jo Finch <jo@finchtalent.example>') });
    expect([job.role, job.place]).toEqual([role, place]);
  });
  it('knows towns from words', () => {
    expect(placesIn(fold('We are Reading it, in a nice bath'), 'We are reading it, in a nice bath')).toEqual([]);
    expect(
      placesIn(fold('offices in Reading and Bath'), 'offices in Reading and Bath').map(({ name }) => name),
    ).toEqual(['Reading', 'Bath']);
  });
  it('knows how far apart towns lie', () => {
    expect(kilometresBetween('leeds', 'bradford')).toBeLessThan(25);
    expect(kilometresBetween('leeds', 'london')).toBeGreaterThan(250);
    expect(kilometresBetween('leeds', 'nowhere')).toBeUndefined();
  });
  it('wants growth', () => {
    const job = entities({
      subject: 'Junior Clerk, Leeds',
      text: 'Hi Olive, we are hiring a Junior Clerk in Leeds. Ideal first job, no progression. Apply now!',
      from: anAddress('Jo Finch <jo@finchtalent.example>'),
    });
    expect(job.dealBreakersBroken).toEqual(['no-growth']);
  });
});

describe('other addresses of the writer', () => {
  it('are read where they bear the writer’s name', () => {
    expect(read({ text: 'My new address is ann.lee@clay.example, please use it from now on.' }).alsoWritesFrom).toBe(
      'ann.lee@clay.example',
    );
    expect(read({ text: 'Please write to orders@clay.example from now on.' }).alsoWritesFrom).toBeUndefined();
    expect(read({ text: 'My new address is 4 Mill Lane.' }).alsoWritesFrom).toBeUndefined();
  });
});

describe('the shipped model', () => {
  it('has weights for every label it scores', () => {
    const model = shippedModel();
    for (const label of SCORED_LABELS) {
      expect(model[label].text).toHaveLength(TEXT_SIZE);
      expect(model[label].text.some((weight) => weight !== 0)).toBe(true);
      expect(Object.keys(model[label].signals).length).toBeGreaterThan(10);
    }
  });
});
