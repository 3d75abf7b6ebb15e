/** Mission rows O1–O14: what strangers send, each with mail that only looks like it. */
import { describe, expect, it } from 'vitest';
import { anAddress, anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { answering, friendship, from, judgeLast, judgeMail, to } from '#tests/helpers/judged-mail.ts';

const HIDDEN = { to: [{ name: 'undisclosed-recipients', address: '' }] };
const CV = [{ name: 'Marta_Ruiz_CV.pdf', type: 'application/pdf', sizeBytes: 80_000 }];
const crowd = (count: number): readonly { name: string; address: string }[] =>
  Array.from({ length: count }, (_, index) => ({ name: '', address: `reader${index}@place${index}.example` }));

describe('O1: résumés and job pleas', () => {
  it('labels a résumé mailed to a hidden list', () => {
    const verdict = judgeLast([
      from(
        'Marta Ruiz <marta@mail.example>',
        'Marta Ruiz, accountant',
        'Good morning, I enclose my CV and would welcome any opening in bookkeeping. I can start at once.',
        0,
        { ...HIDDEN, attachments: CV },
      ),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['resume-broadcast', 'broadcast']));
    expect(verdict.lane).toBe('bulk');
    expect(verdict.advice).toBe('decline');
  });
  it('labels a plea in the body without an attachment', () => {
    const verdict = judgeLast([
      from(
        'Tomas Okoro <tomas@mail.example>',
        'work',
        'Dear Olive, the bakery where I worked closed and I have been looking for work for five months. If you know of anything, nights too, I would be so grateful. I can send my CV.',
        0,
      ),
    ]);
    expect(verdict.labels).toContain('resume-broadcast');
  });
  it('does not label the CV of a close friend who asks for an opinion', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', 'my CV', 'Could you look it over before Monday? Be cruel about page two.', 0, {
        attachments: CV,
      }),
    ]);
    expect(verdict.labels).toEqual(['personal']);
    expect(verdict.lane).toBe('known');
  });
  it('names attachments without opening them', () => {
    const verdict = judgeLast([
      from(
        'Marta Ruiz <marta@mail.example>',
        'Application',
        'Dear Sir or Madam, please find my application attached for any vacancy.',
        0,
        { attachments: CV },
      ),
    ]);
    expect(verdict.why.flatMap(({ quotes }) => quotes ?? [])).toContain('Marta_Ruiz_CV.pdf');
  });
});

describe('O2: the user in Bcc or in a crowd', () => {
  it.each([
    ['undisclosed recipients', HIDDEN],
    ['a message to its own sender', { to: [anAddress('Gus Holt <gus@holt.example>')] }],
    ['a crowd in To', { to: [...crowd(18), anAddress(`Olive <${OWNER_ADDRESS}>`)] }],
    ['sixteen strangers and not the owner', { to: crowd(16) }],
  ])('labels %s', (_, envelope) => {
    const verdict = judgeLast([
      from(
        'Gus Holt <gus@holt.example>',
        'Our open day',
        'The yard is open on Saturday from ten. Come and see the boats.',
        0,
        envelope,
      ),
    ]);
    expect(verdict.labels).toContain('broadcast');
    expect(verdict.lane).toBe('bulk');
  });
  it('says that the owner is in neither To nor Cc', () => {
    const verdict = judgeLast([
      from('Gus Holt <gus@holt.example>', 'Our open day', 'The yard is open on Saturday from ten.', 0, HIDDEN),
    ]);
    expect(verdict.why.map(({ text }) => text)).toContain('You are in neither To nor Cc');
  });
  it('keeps the lane of a friend who writes to everybody', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', 'new flat', 'Hello all, we moved! The house-warming is on the 9th.', 0, HIDDEN),
    ]);
    expect(verdict.labels).toContain('broadcast');
    expect(verdict.lane).toBe('known');
  });
  it('does not label a working group of six', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', 'rota', 'Dates below, Olive you have week 30.', 0, {
        to: [...crowd(5), anAddress(`Olive <${OWNER_ADDRESS}>`)],
      }),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
  it('does not label mail delivered to an address that the owner did not declare', () => {
    const verdict = judgeLast([
      from('Ann Lee <ann@lee.example>', 'the key', 'I left the key under the pot, as you asked.', 0, {
        to: [anAddress('olive@old.example')],
        deliveredTo: ['olive@old.example'],
      }),
    ]);
    expect(verdict.labels).not.toContain('broadcast');
  });
});

describe('O3: exported contact lists', () => {
  it('labels personal mail in bulk without a list header', () => {
    const verdict = judgeLast([
      from(
        'Rita Bloom <rita@bloomflowers.example>',
        'The shop has moved',
        'Dear friends and customers, we are now at 4 Mill Lane! I am writing to everybody in my address book. Come by and smell the lilies.',
        0,
        HIDDEN,
      ),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['contact-list-mail', 'broadcast']));
    expect(verdict.facts.unsubscribe).toBe('none');
    expect(verdict.advice).toBe('ask-removal');
  });
  it('calls the same through list software a newsletter', () => {
    const verdict = judgeLast([
      from(
        'Rita Bloom <rita@bloomflowers.example>',
        'The shop has moved',
        'Dear friends and customers, we are now at 4 Mill Lane! Unsubscribe: https://bloomflowers.example/u',
        0,
        { headers: { listUnsubscribe: '<https://bloomflowers.example/u>', precedence: 'bulk' } },
      ),
    ]);
    expect(verdict.labels).toContain('newsletter');
    expect(verdict.labels).not.toContain('contact-list-mail');
  });
});

describe('O4: newsletters and the way out of them', () => {
  const signed = {
    domain: 'news.example',
    signedHeaders: ['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post'],
  };
  const issue = (
    headers: object,
    text = 'This month: three recipes, a walk and a winter sale. Read more online.',
  ): ReturnType<typeof judgeLast> =>
    judgeLast([from('The Larder <hello@news.example>', 'The Larder, issue 40', text, 0, { headers })]);
  it('finds one click only where both headers are signed', () => {
    const oneClick = {
      listUnsubscribe: '<https://news.example/u>, <mailto:leave@news.example>',
      listUnsubscribePost: 'List-Unsubscribe=One-Click',
    };
    expect(issue({ ...oneClick, dkimSignatures: [signed] }).facts.unsubscribe).toBe('one-click');
    expect(
      issue({ ...oneClick, dkimSignatures: [{ domain: 'news.example', signedHeaders: ['from'] }] }).facts.unsubscribe,
    ).toBe('mailto');
    expect(issue({ listUnsubscribe: '<https://news.example/u>' }).facts.unsubscribe).toBe('link');
    expect(issue({ precedence: 'bulk' }).facts.unsubscribe).toBe('none');
  });
  it('advises to leave by the list’s own way', () => {
    const verdict = issue({ listUnsubscribe: '<mailto:leave@news.example>', listId: 'larder.news.example' });
    expect(verdict.lane).toBe('bulk');
    expect(verdict.labels).toContain('newsletter');
    expect(verdict.advice).toBe('unsubscribe');
  });
  it('calls a friend’s own newsletter bulk, and advises nothing', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from(
        'Ann Lee <ann@lee.example>',
        'Studio news',
        'Dear clients and friends, the spring workshops are up. Unsubscribe at the foot.',
        0,
        { headers: { listUnsubscribe: '<https://lee.example/u>', listId: 'news.lee.example' } },
      ),
    ]);
    expect(verdict.lane).toBe('bulk');
    expect(verdict.labels).toContain('newsletter');
    expect(verdict.advice).toBe('none');
  });
  it('gives talk on a list no label', () => {
    const verdict = judgeLast([
      from(
        'Kit Moon <kit@mail.example>',
        'Re: [bees] frames',
        'I would leave them another week, the cells are not capped.',
        0,
        {
          to: [anAddress('bees@lists.hive.example')],
          headers: {
            listId: 'bees.lists.hive.example',
            listPost: '<mailto:bees@lists.hive.example>',
            precedence: 'list',
          },
        },
      ),
    ]);
    expect(verdict.labels).toEqual([]);
  });
});

const ENGINEER = anOwner({
  dealBreakers: {
    relocation: true,
    home: 'Leeds, United Kingdom',
    remoteOk: true,
    excludedRoles: ['sales', 'help desk'],
    wants: ['growth'],
  },
});

describe('O5 and O6: recruiters and deal-breakers', () => {
  it('reads role and place, and what a job elsewhere breaks', () => {
    const verdict = judgeLast(
      [
        from(
          'Jo Finch <jo@finchtalent.example>',
          'Senior Backend Engineer, Rotterdam',
          'Hi Olive, I recruit for a logistics client in Rotterdam. They want a Senior Backend Engineer, four days a week in the office, up to 90k. Your background looks like a strong match. When could we talk?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.labels).toContain('recruiter');
    expect(verdict.facts).toMatchObject({
      role: 'Senior Backend Engineer',
      place: 'Rotterdam',
      remote: false,
      dealBreakersBroken: ['relocation'],
    });
    expect(verdict.advice).toBe('decline');
    expect(verdict.adviceReason).toContain('Rotterdam');
  });
  it('finds nothing broken in a remote job, wherever the firm sits', () => {
    const verdict = judgeLast(
      [
        from(
          'Jo Finch <jo@finchtalent.example>',
          'Data Engineer, fully remote',
          'Hi Olive, our client in Oslo is hiring a Data Engineer. The role is fully remote within Europe, salary 80k. Interested in hearing more?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.labels).toContain('recruiter');
    expect(verdict.facts).toMatchObject({ remote: true, dealBreakersBroken: [] });
  });
  it('does not call daily travel moving', () => {
    const verdict = judgeLast(
      [
        from(
          'Jo Finch <jo@finchtalent.example>',
          'Lead Engineer, Bradford',
          'Hi Olive, I am hiring a Lead Engineer for a mill in Bradford, five days on site, 75k. Shall we speak?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.facts.dealBreakersBroken).toEqual([]);
  });
  it('knows the relatives of an excluded role', () => {
    const verdict = judgeLast(
      [
        from(
          'Jo Finch <jo@finchtalent.example>',
          'Account Executive, Leeds',
          'Hi Olive, a software house in Leeds is looking for an Account Executive, OTE 110k, uncapped commission. Your profile fits. Call me?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.facts.dealBreakersBroken).toContain('role:sales');
  });
  it('knows a form letter', () => {
    const verdict = judgeLast(
      [
        from(
          'Careers Desk <jobs@bestmatch.example>',
          'Vacancy: Warehouse Operative',
          'Dear Candidate, your CV matches the following vacancy. Position: Warehouse Operative. Location: Slough. Apply today, immediate start.',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.labels).toContain('recruiter');
    expect(verdict.facts.place).toBe('Slough');
  });
  it('does not take a friend’s word about a vacancy for a recruiter’s', () => {
    const verdict = judgeLast(
      [
        ...friendship('Ann Lee <ann@lee.example>'),
        from(
          'Ann Lee <ann@lee.example>',
          'job at yours',
          'Is it true that your place is hiring a manager? Would they take somebody who hates mornings?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('O7: leeway for a recruiter with a tie', () => {
  it('advises to answer one at a firm that the owner knows, where nothing is broken', () => {
    const verdict = judgeLast(
      [
        ...friendship('Ann Lee <ann@mills.example>'),
        from(
          'Pia Grove <pia@mills.example>',
          'Principal Engineer in Leeds',
          'Hi Olive, I am the talent partner at Mills. We are hiring a Principal Engineer in Leeds, two days a week in the office, and Ann spoke well of you. Could I tell you more?',
          0,
        ),
      ],
      ENGINEER,
    );
    expect(verdict.lane).toBe('acquaintance');
    expect(verdict.labels).toContain('recruiter');
    expect(verdict.facts.knownDomain).toBe(true);
    expect(verdict.advice).toBe('reply');
  });
});

describe('O8: cold sales and networking', () => {
  it.each([
    [
      'a vendor',
      'Cutting your freight bill',
      'Hi Olive, firms like yours overpay carriers by about nine percent. Our software checks each invoice and claims the difference back. Do you have twenty minutes on Thursday for a demo?',
    ],
    [
      'an agency',
      'Your web site',
      'Hello, I looked at your website and it does not show up on the first page of Google. We are an SEO agency and can send you a free audit. Interested?',
    ],
    [
      'a networker',
      'coffee?',
      'Hi Olive, we have not met. I am new in town and love to talk to people in your line. Could I pick your brain over a coffee next week?',
    ],
    [
      'a Spanish agency',
      'Una propuesta',
      'Hola Olive: somos una agencia de marketing y ayudamos a estudios como el tuyo a conseguir más clientes. ¿Tienes un hueco el martes para una llamada?',
    ],
    [
      'a German vendor',
      'Kurze Frage',
      'Guten Tag Frau Owner, wir unterstützen Betriebe wie Ihren bei der Lohnabrechnung. Hätten Sie nächste Woche zwanzig Minuten für ein kurzes Telefonat?',
    ],
    [
      'a French consultant',
      'Votre visibilité',
      'Bonjour, notre agence accompagne des artisans dans leur communication. Seriez-vous disponible jeudi pour un court échange, sans engagement ?',
    ],
  ])('labels %s', (_, subject, text) => {
    const verdict = judgeLast([from('Sam Vance <sam@vancegroup.example>', subject, text, 0)]);
    expect(verdict.labels).toContain('cold-outreach');
    expect(verdict.lane).toBe('stranger');
  });
  it('says that it asks before it introduces itself', () => {
    const verdict = judgeLast([
      from(
        'Sam Vance <sam@vancegroup.example>',
        'quick call',
        'Olive, are you free for a 15 minute call on Monday?',
        0,
      ),
    ]);
    expect(verdict.why.map(({ text }) => text)).toContain('Asks before it introduces itself');
  });
  it.each([
    [
      'a neighbour',
      'your bins',
      'Hello, I am at number 12. Your bin has blown into our drive, I have put it by your gate.',
    ],
    ['a reader', 'page 90', 'Dear Olive, on page 90 the year should be 1911, I think. I enjoyed the book very much.'],
    ['a finder', 'a glove', 'Is this your glove? I found it on the 14 bus with your library card in it.'],
    [
      'somebody’s sister',
      'its Jens',
      'hi its jens sister, he cant make it tonight, he says sorry and saturday instead?',
    ],
    ['a buyer', 'the desk', 'Hello, is the oak desk in your advert still there? I could fetch it tomorrow evening.'],
    ['a German neighbour', 'Ihr Paket', 'Guten Abend, bei uns liegt ein Paket für Sie. Wir sind bis zehn zu Hause.'],
  ])('lets %s be', (_, subject, text) => {
    const verdict = judgeLast([from('Robin Vale <robin.vale@mail.example>', subject, text, 0)]);
    expect(verdict.labels).toEqual(['personal']);
    expect(verdict.lane).toBe('stranger');
    expect(verdict.advice).toBe('reply');
  });
  it('lets a friend joke in the words of a pitch', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from(
        'Ann Lee <ann@lee.example>',
        'Exciting opportunity!!',
        'Dear valued prospect, would you be open to a 15 minute call about my leaking tap? Limited offer, biscuits included.',
        0,
      ),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('O9: nagging', () => {
  const ask = from(
    'Noel Pratt <noel@pratt.example>',
    'A question',
    'Hi Olive, could you tell me which varnish you used on the boat?',
    0,
  );
  const answer = to('Noel Pratt <noel@pratt.example>', 'Re: A question', 'Linseed, two coats.', 1, answering(ask));
  const again = (day: number, text: string): ReturnType<typeof from> =>
    from('Noel Pratt <noel@pratt.example>', 'Re: A question', text, day, answering(answer));
  it('counts unanswered messages since the owner last wrote', () => {
    const verdict = judgeLast([
      ask,
      answer,
      again(5, 'Thanks! Could you come and look at my boat some time?'),
      again(12, 'Just checking whether you saw my last message?'),
      again(20, 'Me again. Did you have a chance to think about it?'),
    ]);
    expect(verdict.labels).toContain('nagging');
    expect(verdict.facts.nagCount).toBe(3);
    expect(verdict.lane).toBe('acquaintance');
  });
  it('starts to count anew when the owner writes', () => {
    const mail = [
      ask,
      answer,
      again(5, 'Could you come and look at my boat?'),
      to('Noel Pratt <noel@pratt.example>', 'Re: A question', 'Perhaps in June.', 6),
      again(12, 'Just checking in, is June still good?'),
    ];
    expect(judgeLast(mail).facts.nagCount ?? 1).toBe(1);
    expect(judgeLast(mail).labels).not.toContain('nagging');
  });
  it('does not call a friend’s reminders nagging', () => {
    const friend = 'Ann Lee <ann@lee.example>';
    const verdict = judgeLast([
      ...friendship(friend),
      from(friend, 'pot', 'Did you get my message about the pot?', 0),
      from(friend, 'pot', 'Just checking in again about the pot!', 3),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
  it('links the messages it counts', () => {
    const mail = [
      ask,
      answer,
      again(5, 'Could you come and look?'),
      again(12, 'Following up on my last email, any news?'),
    ];
    const reason = judgeLast(mail).why.find(({ label }) => label === 'nagging');
    expect(reason?.messageIds).toEqual([mail[2]?.messageId]);
  });
});

describe('O10: unasked advice', () => {
  it('labels advice out of the blue', () => {
    const verdict = judgeLast([
      from(
        'Basil Crow <basil@mail.example>',
        'Your radio piece',
        'Dear Ms Owner, if I may offer a word of advice: you should speak more slowly and drop the jokes. Take it from an old announcer. No answer needed.',
        0,
      ),
    ]);
    expect(verdict.labels).toContain('unsolicited-advice');
    expect(verdict.advice).toBe('do-not-engage');
  });
  it('labels encouragement from nowhere', () => {
    const verdict = judgeLast([
      from(
        'Grace Obi <grace@mail.example>',
        'a message for you',
        'You do not know me, but I felt I must write. Do not give up! Keep going, believe in yourself, your time will come.',
        0,
      ),
    ]);
    expect(verdict.labels).toContain('unsolicited-advice');
  });
  it('does not label advice that the owner asked for', () => {
    const question = to(
      'Basil Crow <basil@mail.example>',
      'advice?',
      'What should I do better on the radio? Be honest.',
      0,
    );
    const verdict = judgeLast([
      ...friendship('Basil Crow <basil@mail.example>', 2),
      question,
      from(
        'Basil Crow <basil@mail.example>',
        'Re: advice?',
        'You should speak more slowly and drop the jokes. My advice: breathe.',
        1,
        answering(question),
      ),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
  it('does not label a correction of fact', () => {
    const verdict = judgeLast([
      from(
        'Dr Una Pell <una@college.example>',
        'Figure 3',
        'Dear Ms Owner, in figure 3 the axis is in metres, while the caption says feet. I thought that you would want to know.',
        0,
      ),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('O11: flattery', () => {
  it('is a label where something is wanted with it, and is quoted', () => {
    const verdict = judgeLast([
      from(
        'Lux Harper <lux@stagepath.example>',
        'You were made for this',
        'Olive! I am so impressed by your work, Olive, you are an inspiration. Our speaker programme has one place left, 900 euros. Shall I call you tomorrow, Olive?',
        0,
      ),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['flattery', 'cold-outreach']));
    expect(verdict.why.find(({ label }) => label === 'flattery')?.quotes?.join(' ')).toMatch(/impressed|inspiration/);
  });
  it('is not held against a friend', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', 'wow', 'You were brilliant last night, I am so proud of you!', 0),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('O12: requests to connect', () => {
  const notice = (name: string, text: string, differing: object = {}): ReturnType<typeof from> =>
    from(`${name} <invitations@mail.circlenet.example>`, `${name} wants to connect`, text, 0, {
      headers: { listUnsubscribe: '<https://circlenet.example/u>' },
      ...differing,
    });
  it('reads the person and that there is no note', () => {
    const verdict = judgeLast([
      notice('Hugo Brandt', 'Hi Olive,\n\nHugo Brandt\nSales at Brandt Tools\n\nAccept: https://circlenet.example/a/1'),
    ]);
    expect(verdict.labels).toContain('connection-request');
    expect(verdict.facts).toMatchObject({ invitedBy: 'Hugo Brandt', inviteNote: false });
    expect(verdict.lane).toBe('stranger');
    expect(verdict.advice).toBe('ask-how-we-know');
  });
  it('is of the lane of the person, where the owner knows her', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      notice(
        'Ann Lee',
        'Ann Lee\nPotter\n\n"Olive, I gave in at last. You are my second. Ann"\n\nAccept: https://circlenet.example/a/2',
      ),
    ]);
    expect(verdict.lane).toBe('known');
    expect(verdict.facts).toMatchObject({ invitedBy: 'Ann Lee', inviteNote: true });
    expect(verdict.advice).toBe('reply');
  });
  it('does not take a namesake at another firm for the friend', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@potterymill.example>'),
      notice('Ann Lee', 'Ann Lee\nManaging Director, Harbour Capital\nZurich\n\nAccept: https://circlenet.example/a/3'),
    ]);
    expect(verdict.lane).toBe('stranger');
  });
});

describe('O13: campaigns', () => {
  const pitch = (name: string, firm: string): string =>
    `Hi Olive,\n\nmost workshops tell me that they spend two days a month on quotes that never turn into orders. ${firm} writes the quote from a photograph and chases the answer for you. Shops like yours win one order in three. Could I show you on Tuesday?\n\n${name}`;
  it('groups one pitch under two names', () => {
    const first = from('Cara Dell <cara@quotely.example>', 'Quotes', pitch('Cara', 'Quotely'), 0);
    const verdict = judgeLast([
      first,
      from('Mick Rowe <mick@getquotely.example>', 'Your quotes', pitch('Mick', 'Quotely'), 9),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['campaign', 'cold-outreach']));
    expect(verdict.facts.campaignId).toBe(first.messageId);
  });
  it('knows a numbered sequence', () => {
    const verdict = judgeLast([
      from(
        'Cara Dell <cara@quotely.example>',
        'Quotes (1/3)',
        'Hi Olive, our software writes quotes from photographs and saves shops like yours two days a month. Time for a demo on Friday?',
        0,
      ),
    ]);
    expect(verdict.labels).toContain('campaign');
  });
});

describe('O14: requests to forward', () => {
  it('labels and quotes them', () => {
    const verdict = judgeLast([
      from(
        'Marta Ruiz <marta@mail.example>',
        'Open to work',
        'Hello everyone, my contract has ended and I am looking for a new position. CV attached. Please forward this to anyone who might be hiring.',
        0,
        { ...HIDDEN, attachments: CV },
      ),
    ]);
    expect(verdict.labels).toContain('forward-request');
    expect(verdict.why.find(({ label }) => label === 'forward-request')?.quotes?.join(' ')).toMatch(
      /forward this to anyone/,
    );
  });
  it('finds it in what a chain letter carries on', () => {
    const verdict = judgeLast([
      from('Vic Orr <vic@mail.example>', 'FW: FW: so true', 'Had to share!', 0, {
        to: [...crowd(14), anAddress(`Olive <${OWNER_ADDRESS}>`)],
        quoted: '> Send this to ten friends before midnight and something good will happen.',
      }),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['broadcast', 'forward-request']));
  });
  it('is not fooled by a negation', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', 'draft', 'Here is the draft. Please do not forward it to anyone yet.', 0),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('every verdict', () => {
  it('gives its reasons, with quotes that stand in the message', () => {
    const message = from(
      'Sam Vance <sam@vancegroup.example>',
      'Your web site',
      'Hello, we help shops like yours to sell more. Do you have ten minutes for a call?',
      0,
    );
    const verdict = judgeMail([message]).get(message.messageId);
    expect(verdict?.why.length).toBeGreaterThan(0);
    for (const quote of verdict?.why.flatMap(({ quotes }) => quotes ?? []) ?? [])
      expect(`${message.subject}\n${message.text}\n${message.from.address}`).toContain(quote.replace(/…$/, ''));
  });
});
