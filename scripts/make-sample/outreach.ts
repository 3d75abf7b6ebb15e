/** The mail that Acquaint exists for: every behaviour of the product's mission, once or more, by invented people. */
import type { Party, SampleMessage } from './mail.ts';
import { FRIENDS, ME, ME_AT_WORK } from './people.ts';

type Draft = Omit<SampleMessage, 'key' | 'from' | 'to' | 'origin'> & Partial<Pick<SampleMessage, 'to' | 'origin'>>;

const SEQUENCE_HEADERS = {
  'X-Mailer': 'OutboundPilot 4.2',
  'List-Unsubscribe': '<https://track.outboundpilot.example/u/7f3a>',
  'Feedback-ID': '7f3a:seq:outboundpilot',
} as const;

/** One sender's messages, numbered; `mine` ones are the owner's answers. */
function correspondence(
  key: string,
  who: Party,
  drafts: readonly (Draft & { readonly mine?: true; readonly re?: number })[],
): readonly SampleMessage[] {
  return drafts.map(({ mine, re, ...draft }, index) => ({
    ...draft,
    key: `${key}-${index}`,
    from: mine ? ME : who,
    to: draft.to ?? [mine ? who : ME],
    origin: mine ? 'owner' : (draft.origin ?? 'person'),
    ...(re === undefined ? {} : { answers: `${key}-${re}` }),
  }));
}

const party = (name: string, address: string): Party => ({ name, address });

/** R2: often written, never answered. R3: one favour, then a streak. O9: nagging with counts. */
const latchers: readonly SampleMessage[] = [
  ...correspondence(
    'r2-gregory',
    party('Gregory Stannard', 'g.stannard@stannard-circle.example'),
    [
      [
        '2025-09-02T08:00',
        'Thought of you',
        'Saw an article about museums and thought of you. Worth ten minutes of anybody’s morning.',
      ],
      ['2025-10-01T08:00', 'Monday musings', 'Another Monday, another musing: the best networks are watered daily.'],
      ['2025-11-05T08:00', 'A quote to share', '“Your network is your net worth.” Pass it on to three people today.'],
      [
        '2025-12-03T08:00',
        'Season of giving',
        'Who could you introduce to whom this season? I am always happy to be introduced.',
      ],
      [
        '2026-01-07T08:00',
        'New year, new contacts',
        'My resolution is two hundred coffees. May one of them be with you?',
      ],
      ['2026-02-04T08:00', 'Coffee?', 'Still holding a coffee for you. Tuesday or Wednesday?'],
      ['2026-03-04T08:00', 'Checking in', 'Just checking in. Did my last note reach you?'],
      ['2026-04-01T08:00', 'No fooling', 'No fooling: I would love that coffee.'],
      ['2026-05-06T08:00', 'Bumping this', 'Bumping this to the top of your inbox.'],
      ['2026-06-03T08:00', 'Summer reading', 'My list of eleven books on networking, with my own notes.'],
      ['2026-09-02T08:00', 'Back to school', 'A fresh term, a fresh chance for that coffee.'],
      ['2026-11-04T08:00', 'Before the year is out', 'It would be a shame to let a second year go by. Tuesday?'],
    ].map(([at, subject, text]) => ({
      at: at ?? '',
      subject: subject ?? '',
      text: `Hi Naomi,\n\n${text}\n\nGregory`,
      unread: at === '2026-11-04T08:00',
    })),
  ),
  ...correspondence('r3-felicity', party('Felicity Marsh', 'felicity.marsh@post.example'), [
    {
      at: '2026-03-16T13:05',
      subject: 'Quick question about portfolios',
      text: 'Dear Naomi,\n\nI heard you at the interface meetup in March and asked the question about contrast. May I ask one more: is a printed portfolio still worth it?\n\nFelicity Marsh',
    },
    {
      mine: true,
      re: 0,
      at: '2026-03-17T09:10',
      subject: 'Re: Quick question about portfolios',
      text: 'Dear Felicity,\n\nI remember the question. Yes, if it is short: six pages on good paper.\n\nNaomi',
    },
    {
      re: 1,
      at: '2026-03-17T09:40',
      subject: 'Re: Quick question about portfolios',
      text: 'Thank you so much! Would you look at mine? Forty pages, attached.\n\nFelicity',
      attachment: { name: 'portfolio-marsh.pdf', type: 'application/pdf' },
    },
    {
      re: 2,
      at: '2026-03-24T09:00',
      subject: 'Re: Quick question about portfolios',
      text: 'Hi Naomi, did you get a chance to look?\n\nFelicity',
    },
    {
      re: 3,
      at: '2026-04-02T09:00',
      subject: 'Re: Quick question about portfolios',
      text: 'Just following up on my portfolio. Ten minutes would be enough.\n\nFelicity',
    },
    {
      at: '2026-04-20T18:30',
      subject: 'Mentoring?',
      text: 'Hi Naomi,\n\nI have decided to ask outright: would you be my mentor? An hour a fortnight.\n\nFelicity',
    },
    {
      at: '2026-05-11T18:30',
      subject: 'Mentoring again',
      text: 'Hi Naomi,\n\nI know you are busy. Did my message about mentoring arrive? I am still waiting to hear back.\n\nFelicity',
    },
    { at: '2026-07-06T18:30', subject: 'Checking in', text: 'Just checking in, third time lucky!\n\nFelicity' },
    {
      at: '2026-10-28T18:30',
      subject: 'One last try',
      text: 'One last try before I give up on you, Naomi. Half an hour?\n\nFelicity',
      unread: true,
    },
  ]),
];

/** R4, R5, R6, R7, R8: common ground, name-drops, introductions. */
const common: readonly SampleMessage[] = [
  ...correspondence('r4-explained', party('Marek Dvorak', 'marek@dvorak-dials.example'), [
    {
      at: '2026-11-02T19:12',
      subject: 'Your fifteen minutes on dials',
      text: 'Dear Naomi,\n\nWe spoke at the Bristol Interface Meetup in November 2023, after your fifteen minutes on dials: I was the one with the broken barometer in a bag. It works now, thanks to your tip about the detent. A photograph is attached, and no answer is needed.\n\nMarek Dvorak',
      attachment: { name: 'barometer.jpg', type: 'image/jpeg' },
      unread: true,
    },
  ]),
  ...correspondence('r4-membership', party('Oscar Pell', 'oscar@pellpartners.example'), [
    {
      at: '2026-10-20T09:15',
      subject: 'Fellow Severn University alumni',
      text: 'Hi Naomi,\n\nAs fellow Severn University alumni we should support each other. I help professionals to protect their wealth. Are you free for a call this week?\n\nOscar Pell\nPell Partners',
      unread: true,
    },
  ]),
  ...correspondence('r5-verified', party('Katrin Vogel', 'katrin.vogel@vogel-optik.example'), [
    {
      at: '2026-11-09T10:20',
      subject: 'Agnes Okonjo suggested I write',
      text: 'Dear Ms Adler,\n\nAgnes Okonjo suggested that I write to you. We are building a hand-held spectrometer and she thought that you would have an opinion on its one knob. Could I ask you three questions by mail?\n\nWith kind regards,\nKatrin Vogel\nVogel Optik',
      unread: true,
    },
  ]),
  ...correspondence('r5-unknown', party('Dean Halloran', 'dean.halloran@scaleforge.example'), [
    {
      at: '2026-10-29T15:45',
      subject: 'Rebecca Thornbury recommended you',
      text: 'Hi Naomi,\n\nYour colleague Rebecca Thornbury recommended that I reach out to you. We help studios like Fernhill to triple their inbound leads. Worth a quick call on Thursday?\n\nDean Halloran\nScaleforge',
      unread: true,
    },
  ]),
  ...correspondence('r6-offer', party('Simon Achterberg', 'simon@achterberg-advies.example'), [
    {
      at: '2026-09-30T14:00',
      subject: 'An introduction for you',
      text: 'Dear Naomi,\n\nI think that you and Hanna Bergström, who runs Formcraft, should know each other. Shall I introduce you to her? I only ask for a coffee in return.\n\nSimon Achterberg',
      unread: true,
    },
  ]),
  ...correspondence('r7-domain', party('Owen Tully', 'owen.tully@halden.example'), [
    {
      at: '2026-11-13T11:05',
      subject: 'Panel drawings for Tuesday',
      text: 'Dear Naomi,\n\nI have taken over the panel drawings from the bench team. Which of the two knob sizes did you settle on? I need it for the review on Tuesday.\n\nOwen Tully\nHalden Instruments',
      unread: true,
    },
  ]),
  ...correspondence('r8-introduction', FRIENDS.tomas, [
    {
      at: '2026-11-05T17:30',
      subject: 'Naomi, meet Birgitta',
      text: 'Naomi, meet Birgitta Falk, who fires the big kiln in Dundry. Birgitta, this is Naomi, whose glazes you asked about. You two will get on. I leave you to it.\n\nTomas',
      cc: [party('Birgitta Falk', 'birgitta@falk-keramik.example')],
    },
  ]),
  ...correspondence('r8-introduced', party('Birgitta Falk', 'birgitta@falk-keramik.example'), [
    {
      at: '2026-11-06T08:50',
      subject: 'Re: Naomi, meet Birgitta',
      text: 'Thank you, Tomas!\n\nNaomi, would you come out to Dundry one Saturday and bring that tenmoku? The kettle is always on.\n\nBirgitta',
      cc: [FRIENDS.tomas],
      unread: true,
    },
  ]),
];

/** O1, O2, O3: résumés, broadcasts, somebody's address book. */
const broadcasts: readonly SampleMessage[] = [
  ...correspondence('o1-resume', party('Bradley Coombe', 'bradley.coombe91@inbox.example'), [
    {
      at: '2026-11-11T04:12',
      to: 'undisclosed',
      subject: 'Bradley Coombe - Experienced Operations Manager',
      text: 'Dear Hiring Manager,\n\nI am currently seeking a new opportunity and believe that my fifteen years of experience make me an ideal candidate for any suitable vacancy in your esteemed organisation. Please find my CV attached. I am available immediately.\n\nBradley Coombe',
      attachment: {
        name: 'CV_Bradley_Coombe_2026.docx',
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
      unread: true,
    },
  ]),
  ...correspondence('o1-plea', party('Nadia Ferreira', 'nadia.ferreira@inbox.example'), [
    {
      at: '2026-10-12T22:31',
      to: 'undisclosed',
      subject: 'Looking for work',
      text: 'To whom it may concern,\n\nI was let go last month and I am looking for work, any work, in marketing or administration. My résumé is attached. Please forward it to anyone who might be interested.\n\nNadia Ferreira',
      attachment: { name: 'resume.pdf', type: 'application/pdf' },
    },
  ]),
  ...correspondence('o2-crowd', party('Warren Tidy', 'warren@tidyevents.example'), [
    {
      at: '2026-10-06T12:00',
      to: [
        party('', 'anna.lowe@inbox.example'),
        party('', 'b.sato@post.example'),
        party('', 'carys@carys-knits.example'),
        party('', 'd.evans@dragonprint.example'),
        party('', 'emeka@umeh.example'),
        party('', 'f.grant@grantfold.example'),
        party('', 'gita.rao@inbox.example'),
        party('', 'h.lind@post.example'),
        party('', 'i.moss@moss.example'),
        party('', 'jo.king@kinghall.example'),
        party('', 'naomi.adler@post.example'),
        party('', 'k.bell@bellring.example'),
        party('', 'l.wood@inbox.example'),
        party('', 'm.diaz@post.example'),
      ],
      subject: 'My new venture!',
      text: 'Dear all,\n\nAfter twenty years in the trade I am starting Tidy Events. If you or anyone you know needs a party, you know where to find me.\n\nWarren',
    },
  ]),
  ...correspondence('o2-bcc', party('Lionel Strake', 'lionel@strake-consulting.example'), [
    {
      at: '2026-09-17T06:55',
      to: [party('Lionel Strake', 'lionel@strake-consulting.example')],
      subject: 'My September thoughts on leadership',
      text: 'Friends and colleagues,\n\nThis month I have been thinking about leadership, and I want to share nine thoughts with you all.\n\nLionel',
    },
    {
      at: '2026-10-15T06:55',
      to: [party('Lionel Strake', 'lionel@strake-consulting.example')],
      subject: 'My October thoughts on trust',
      text: 'Friends and colleagues,\n\nTrust is the word of the month. Seven thoughts follow.\n\nLionel',
      unread: true,
    },
  ]),
  ...correspondence('o2-friend', FRIENDS.joanna, [
    {
      at: '2026-10-30T20:15',
      to: 'undisclosed',
      subject: 'New address from 1 December',
      text: 'Dear everybody,\n\nWe are moving two streets along! From 1 December we are at 9 Acramans Road. Same telephone, same kettle.\n\nJo',
    },
  ]),
  ...correspondence('o3-contacts', party('Pauline Reddish', 'pauline@reddish-lettings.example'), [
    {
      at: '2026-07-14T09:00',
      to: 'undisclosed',
      subject: 'Reddish Lettings: summer news',
      text: 'Dear contact,\n\nWelcome to our summer news. Three new flats in Clifton, a new colleague and a competition. We look forward to serving you.\n\nPauline Reddish\nReddish Lettings',
    },
    {
      at: '2026-08-18T09:00',
      to: 'undisclosed',
      subject: 'Reddish Lettings: landlord offer',
      text: 'Dear contact,\n\nFull management at six per cent until October, for all our contacts.\n\nPauline Reddish\nReddish Lettings',
    },
  ]),
  ...correspondence('o3-asked', party('Pauline Reddish', 'pauline@reddish-lettings.example'), [
    {
      mine: true,
      at: '2026-08-19T07:45',
      subject: 'Re: Reddish Lettings: landlord offer',
      text: 'Dear Pauline,\n\nPlease remove me from your mailing list; I did not ask for these messages.\n\nKind regards,\nNaomi Adler',
    },
    {
      at: '2026-09-15T09:00',
      to: 'undisclosed',
      subject: 'Reddish Lettings: autumn news',
      text: 'Dear contact,\n\nAutumn is here and so are five new flats.\n\nPauline Reddish\nReddish Lettings',
    },
    {
      at: '2026-10-20T09:00',
      to: 'undisclosed',
      subject: 'Reddish Lettings: last rooms before Christmas',
      text: 'Dear contact,\n\nLast rooms before Christmas, first come first served.\n\nPauline Reddish\nReddish Lettings',
      unread: true,
    },
  ]),
  ...correspondence('o14-forward', party('Stella Quaife', 'stella.quaife@inbox.example'), [
    {
      at: '2026-11-03T16:20',
      subject: 'Room to let / flatmate wanted',
      to: 'undisclosed',
      text: 'Hello all,\n\nA sunny room in Totterdown is free from December, £620 all in. Please forward this to anyone who might be interested.\n\nStella',
      unread: true,
    },
  ]),
];

/** O5, O6, O7: recruiters. */
const recruiters: readonly SampleMessage[] = [
  ...correspondence('o5-form', party('Jade Kemble', 'jade.kemble@rapidplace.example'), [
    {
      at: '2026-11-10T08:31',
      subject: 'URGENT: Help Desk Analyst, Aberdeen - immediate start',
      text: 'Dear Job Seeker,\n\nI came across your profile and you are a perfect fit for my client, a leading company in its sector. Role: Help Desk Analyst. Location: Aberdeen, five days on site. Rate: £15 an hour. Call me now on 020 7946 0101 and send an updated CV. If this is not for you, please pass it on to a friend.\n\nJade Kemble\nSenior Talent Partner, RapidPlace',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
      unread: true,
    },
    {
      at: '2026-11-13T08:31',
      subject: 'Re: URGENT: Help Desk Analyst, Aberdeen - immediate start',
      text: 'Hi,\n\nJust checking that you saw my mail about the Help Desk Analyst role in Aberdeen. My client is interviewing this week.\n\nJade',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
      unread: true,
    },
  ]),
  ...correspondence('o6-relocation', party('Piers Hathersage', 'piers@northline-search.example'), [
    {
      at: '2026-10-26T11:48',
      subject: 'Design Manager opportunity in Edinburgh',
      text: 'Dear Naomi,\n\nI am recruiting a Design Manager for a confidential client in Edinburgh. It is an office-based role with relocation support, £70,000 and a good pension. Would you be open to a chat this week?\n\nPiers Hathersage\nNorthline Search',
      unread: true,
    },
  ]),
  ...correspondence('o6-remote', party('Amara Nwosu', 'amara.nwosu@brightfield-talent.example'), [
    {
      at: '2026-11-06T13:20',
      subject: 'Principal Interaction Designer, fully remote',
      text: 'Dear Naomi,\n\nMy client, Larchmont Medical, is looking for a Principal Interaction Designer for infusion pumps. It is fully remote within the UK with two visits a year to Utrecht, and there is a budget for conferences. I read your Formcraft talk on quiet instruments, which is why I write to you and not to a list. May I send the brief?\n\nAmara Nwosu\nBrightfield Talent',
      unread: true,
    },
  ]),
  ...correspondence('o6-sales', party('Rick Bannerman', 'rick@closer-careers.example'), [
    {
      at: '2026-09-08T10:10',
      subject: 'Sales Executive - uncapped commission',
      text: 'Hi Naomi,\n\nYour background caught my eye. I have an amazing Sales Executive vacancy in Swindon with uncapped commission. Perfect fit! When can you talk?\n\nRick',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
    },
  ]),
  ...correspondence('o7-known', FRIENDS.priya, [
    {
      at: '2026-10-02T10:12',
      subject: 'We have an opening, before it goes public',
      text: 'Hi Naomi,\n\nBefore the advertisement goes out: we are hiring a Head of Design at Halden, here in Bristol, three days at home. I know that you love Fernhill, but I would kick myself for not asking. Or do you know someone?\n\nPriya',
    },
    {
      mine: true,
      re: 0,
      at: '2026-10-02T13:40',
      subject: 'Re: We have an opening, before it goes public',
      text: 'Dear Priya,\n\nI am flattered and staying put. Ask Dana Whitlock, she would be wonderful.\n\nNaomi',
    },
  ]),
];

/** O8, O10, O11, O13: pitches, sequences, advice, flattery, one campaign under several names. */
const campaignText = (first: string): string =>
  `Hi Naomi,\n\nStudios like Fernhill lose on average 23% of their leads because nobody answers after six. Our virtual reception desk answers every call in your name, day and night, from £49 a month. Setting it up takes fifteen minutes. Shall I block a slot for you on Thursday?\n\nBest,\n${first}`;

const pitches: readonly SampleMessage[] = [
  ...correspondence('o8-asks-first', party('Tyler Voss', 'tyler@leadorbit.example'), [
    {
      at: '2026-10-21T14:02',
      subject: 'Quick question',
      text: 'Hi Naomi,\n\nWho is the right person at Fernhill to talk to about your lead generation? Do you have 15 minutes on Tuesday or Wednesday?\n\nTyler',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
    },
    {
      re: 0,
      at: '2026-10-25T14:02',
      subject: 'Re: Quick question',
      text: 'Hi Naomi, just bumping this up your inbox. Tuesday or Wednesday?\n\nTyler',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
    },
    {
      re: 1,
      at: '2026-10-30T14:02',
      subject: 'Re: Quick question',
      text: 'Hi Naomi, did you have a chance to think about my note? Happy to send a calendar link.\n\nTyler',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
    },
    {
      re: 2,
      at: '2026-11-06T14:02',
      subject: 'Re: Quick question',
      text: 'Hi Naomi, I have not heard back, so this is my last attempt. Should I close your file?\n\nTyler',
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
      unread: true,
    },
  ]),
  ...correspondence('o8-fake-re', party('Monica Sterling', 'monica.sterling@webrankheroes.example'), [
    {
      at: '2026-11-12T03:20',
      subject: 'Re: our conversation about your website',
      text: 'Hello,\n\nFollowing up on our conversation: your website fernhill.example has 37 errors that stop it from ranking on the first page. We can fix them for $199. Shall I send the report?\n\nMonica Sterling\nSEO consultant',
      unread: true,
    },
  ]),
  ...correspondence('o8-networker', party('Julian Crewe', 'julian@crewe-collective.example'), [
    {
      at: '2026-08-03T09:30',
      subject: 'Let us connect',
      text: 'Hi Naomi,\n\nI make it my business to know everyone who matters in Bristol and your name keeps coming up. Could I pick your brain over lunch? I would also love an introduction to the museum people.\n\nJulian Crewe',
      unread: false,
    },
    {
      mine: true,
      re: 0,
      at: '2026-08-04T08:10',
      subject: 'Re: Let us connect',
      text: 'Dear Julian,\n\nHow do we know each other? I only connect with people I know; please say how we are connected.\n\nKind regards,\nNaomi Adler',
    },
    {
      re: 1,
      at: '2026-08-04T10:55',
      subject: 'Re: Let us connect',
      text: 'Hi Naomi,\n\nWe met at Formcraft 2024, in the queue for lunch, and Yusuf Karaca said that I should look you up.\n\nJulian',
    },
  ]),
  ...correspondence('o10-advice', party('Barnaby Thistlewood', 'barnaby@thistlewood-coaching.example'), [
    {
      at: '2026-10-18T21:14',
      subject: 'Some honest thoughts on your talk',
      text: 'Dear Naomi,\n\nI watched the recording of your talk. You should speak more slowly, and you really ought to smile more at the beginning. Have you considered wearing a brighter colour? I mean this kindly: you have potential, so believe in yourself and never give up.\n\nBarnaby Thistlewood',
      unread: true,
    },
  ]),
  ...correspondence('o11-flattery', party('Crispin Vale', 'crispin@valeventures.example'), [
    {
      at: '2026-11-14T17:02',
      subject: 'Huge admirer, Naomi',
      text: 'Naomi,\n\nI am blown away by your incredible work, Naomi. Honestly, you are one of the most inspiring designers of our generation. I feel that we are kindred spirits, Naomi. I would be honoured to have you on my podcast for founders. Here is my calendar.\n\nCrispin',
      unread: true,
    },
  ]),
  ...correspondence('o13-a', party('Ella Moreton', 'ella@frontdesk-cloud.example'), [
    {
      at: '2026-09-21T08:05',
      subject: 'Fernhill after six',
      text: campaignText('Ella'),
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
    },
  ]),
  ...correspondence('o13-b', party('Ben Castor', 'ben@frontdesk-team.example'), [
    {
      at: '2026-10-05T08:05',
      subject: 'Missed calls at Fernhill',
      text: campaignText('Ben'),
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
      to: [ME_AT_WORK],
    },
  ]),
  ...correspondence('o13-c', party('Lucy Farrow', 'lucy@getfrontdesk.example'), [
    {
      at: '2026-11-09T08:05',
      subject: 'Naomi, who answers the phone?',
      text: campaignText('Lucy'),
      headers: SEQUENCE_HEADERS,
      origin: 'sequence-tool',
      unread: true,
    },
  ]),
  ...correspondence('o9-quote', party('Harvey Nesbit', 'harvey@nesbit-fitouts.example'), [
    {
      at: '2026-10-07T07:40',
      subject: 'Office fit-out quote',
      text: 'Good morning,\n\nWe fit out studios in the south-west and I would like to quote for yours. When may I come by to measure?\n\nHarvey Nesbit\nNesbit Fit-outs',
    },
    {
      re: 0,
      at: '2026-10-14T07:40',
      subject: 'Re: Office fit-out quote',
      text: 'Good morning,\n\nFollowing up on the below. When may I come by?\n\nHarvey',
    },
    {
      re: 1,
      at: '2026-10-21T07:40',
      subject: 'Re: Office fit-out quote',
      text: 'Good morning,\n\nMe again! Did my two messages reach you?\n\nHarvey',
    },
    {
      re: 2,
      at: '2026-11-11T07:40',
      subject: 'Re: Office fit-out quote',
      text: 'Good morning,\n\nI am in Bedminster on Thursday and will assume that I may drop in unless I hear otherwise.\n\nHarvey',
      unread: true,
    },
  ]),
  ...correspondence('french-pitch', party('Solène Garrigue', 'solene@garrigue-conseil.example'), [
    {
      at: '2026-10-16T08:22',
      subject: 'Votre visibilité en France',
      text: 'Bonjour Naomi,\n\nJe me permets de vous contacter : nous aidons les studios de design à trouver des clients en France. Auriez-vous quinze minutes cette semaine pour un appel ?\n\nBien cordialement,\nSolène Garrigue',
      unread: true,
    },
  ]),
  ...correspondence('dutch-letter', party('Femke Bruin', 'femke.bruin@inbox.example'), [
    {
      at: '2026-11-07T19:05',
      subject: 'Uw lezing in Malmö',
      text: 'Beste mevrouw Adler,\n\nIk was bij uw lezing in Malmö in mei 2024 en heb daarna mijn scriptie over knoppen geschreven. Ik wilde u alleen bedanken; u hoeft niet te antwoorden.\n\nHartelijke groet,\nFemke Bruin',
      unread: true,
    },
  ]),
  ...correspondence('spanish-pitch', party('Álvaro Quintana', 'alvaro@quintana-export.example'), [
    {
      at: '2026-10-27T10:36',
      subject: 'Propuesta de colaboración',
      text: 'Hola Naomi:\n\nMe pongo en contacto contigo porque ayudamos a estudios como el tuyo a vender en España. ¿Tendrías quince minutos esta semana para una llamada?\n\nUn saludo,\nÁlvaro Quintana',
      unread: true,
    },
  ]),
  ...correspondence('german-recruiter', party('Sabine Kroll', 'sabine.kroll@kroll-personal.example'), [
    {
      at: '2026-10-08T07:58',
      subject: 'Spannende Position in Stuttgart',
      text: 'Sehr geehrte Damen und Herren,\n\nfür unseren Kunden, ein führendes Unternehmen, suchen wir eine UX-Designerin in Stuttgart, Präsenz vor Ort. Ihr Profil passt perfekt. Bitte senden Sie mir Ihren aktuellen Lebenslauf.\n\nMit freundlichen Grüßen\nSabine Kroll',
      unread: true,
    },
  ]),
];

/** O12: connection requests of a network. */
const LINKUP = party('Linkup', 'invitations@linkup.example');
const connections: readonly SampleMessage[] = (
  [
    ['Dana Whitlock', '2026-10-23T12:00', undefined],
    ['Chad Brisket', '2026-10-24T12:00', undefined],
    [
      'Marek Dvorak',
      '2026-11-02T20:00',
      'We spoke at the interface meetup about a barometer. It would be nice to keep in touch.',
    ],
    ['Yusuf Karaca', '2026-11-15T12:00', undefined],
  ] as const
).map(([name, at, note], index) => ({
  key: `o12-${index}`,
  from: { name: `${name} via Linkup`, address: LINKUP.address },
  to: [ME],
  at,
  subject: `${name} wants to connect with you on Linkup`,
  text: `Hi Naomi,\n\n${name} would like to add you to his or her professional network on Linkup.\n${note === undefined ? '' : `\n“${note}”\n`}\nAccept: https://linkup.example/invite/${index}\n\nYou receive invitation mails. Unsubscribe: https://linkup.example/settings`,
  origin: 'machine' as const,
  unread: true,
  labels: ['Category Social'],
  headers: {
    'List-Unsubscribe': '<https://linkup.example/settings/leave>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'X-Auto-Response-Suppress': 'All',
  },
  signs: ['list-unsubscribe', 'list-unsubscribe-post'],
}));

/** B6, B7, B8: after a boundary. */
const boundaries: readonly SampleMessage[] = [
  ...correspondence('b7-hostile', party('Roland Keech', 'roland.keech@keech-insight.example'), [
    {
      at: '2026-06-08T09:12',
      subject: 'Exclusive invitation',
      text: 'Hi Naomi,\n\nI run an exclusive circle of design leaders. Your peers have joined already. When can I call you about membership?\n\nRoland Keech',
    },
    {
      at: '2026-06-15T09:12',
      subject: 'Exclusive invitation, again',
      text: 'Hi Naomi,\n\nFollowing up on my invitation. I do not like to ask twice.\n\nRoland Keech',
    },
    {
      mine: true,
      re: 1,
      at: '2026-06-15T18:30',
      subject: 'Re: Exclusive invitation, again',
      text: 'Dear Roland,\n\nNo, thank you. I am not interested. Please do not write again.\n\nKind regards,\nNaomi Adler',
    },
    {
      re: 2,
      at: '2026-06-15T19:02',
      subject: 'Re: Exclusive invitation, again',
      text: 'Wow. How rude. I offered you something for free and you could not even be bothered to have a conversation. With that attitude you will not get far in this town. People talk. I expect an apology.\n\nRoland Keech',
    },
    {
      at: '2026-10-19T09:12',
      subject: 'Second chance',
      text: 'Naomi,\n\nI am a generous man. Our circle has one seat left and I am prepared to overlook your last message.\n\nRoland Keech',
      unread: true,
    },
  ]),
  ...correspondence('b8-apology', party('Imogen Slade', 'imogen@slade-workshops.example'), [
    {
      at: '2026-07-20T08:00',
      to: 'undisclosed',
      subject: 'Workshops this autumn',
      text: 'Dear friends,\n\nNine new workshops this autumn, and a discount for everyone on this list.\n\nImogen Slade',
    },
    {
      mine: true,
      at: '2026-07-20T12:25',
      subject: 'Re: Workshops this autumn',
      text: 'Dear Imogen,\n\nPlease take me off your list; I do not remember signing up for it.\n\nKind regards,\nNaomi Adler',
    },
    {
      re: 1,
      at: '2026-07-20T12:58',
      subject: 'Re: Workshops this autumn',
      text: 'Dear Naomi,\n\nI am so sorry. A helper copied my whole address book into the list, which should not have happened. I have removed you and you will not hear from us again. Apologies for the bother.\n\nImogen',
    },
  ]),
];

/** Fraud: never answered, marked as spam. */
const fraud: readonly SampleMessage[] = [
  ...correspondence('fraud-invoice', party('Fernhill Accounts', 'accounts.fernhill@secure-payments.test'), [
    {
      at: '2026-11-11T02:44',
      subject: 'Overdue invoice: final notice',
      text: 'Dear customer,\n\nYour account will be suspended within 24 hours. Verify your password and bank details immediately to avoid interruption: http://fernhill-verify.test/login\n\nAccounts department',
      origin: 'machine',
      unread: true,
    },
  ]),
  ...correspondence('fraud-fund', party('Mr Desmond Ike', 'desmond.ike@trustfund.test'), [
    {
      at: '2026-10-03T01:15',
      to: 'undisclosed',
      subject: 'CONFIDENTIAL BUSINESS PROPOSAL',
      text: 'Dear Friend,\n\nI am the manager of a bank and seek your assistance to transfer the sum of USD 18.5 million left by a deceased client. You will receive 30% for your kind cooperation. Reply with your full name and account number in strict confidence.\n\nMr Desmond Ike',
    },
  ]),
];

/** Automatic answers: nobody's letter, and nothing to answer. */
const automaticAnswers: readonly SampleMessage[] = [
  {
    key: 'away-hanna',
    from: FRIENDS.hanna,
    to: [ME],
    at: '2026-10-05T07:30',
    subject: 'Automatic reply: Programme questions',
    text: 'I am walking in the north until the 19th and read no mail. For urgent matters write to programme@formcraft.example.\n\nHanna',
    origin: 'machine',
    headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply' },
  },
  {
    key: 'bounce',
    from: party('Mail Delivery Subsystem', 'mailer-daemon@post.example'),
    to: [ME],
    at: '2026-10-22T10:01',
    subject: 'Delivery Status Notification (Failure)',
    text: 'Your message to piotr@zielny.example could not be delivered: the mailbox is full. This is a permanent error.',
    origin: 'machine',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
];

/** Strangers whose letters are simply letters: never called outreach. */
const ordinaryStrangers: readonly SampleMessage[] = (
  [
    [
      'Thea Lindholm',
      'thea.lindholm@inbox.example',
      '2026-10-11T16:40',
      'Your umbrella',
      'Dear Naomi,\n\nI sat behind you at the cinema on Friday and you left a green umbrella under the seat; your name is on the handle and the box office had this address. It is at the till for you.\n\nThea Lindholm',
    ],
    [
      'Graham Peverell',
      'graham.peverell@post.example',
      '2026-09-25T09:05',
      'Noise on Saturday',
      'Dear Ms Adler,\n\nI am your new neighbour at number 12. We are having the floor sanded on Saturday between ten and two, and I wanted you to know beforehand.\n\nGraham Peverell',
    ],
    [
      'Lotte Claes',
      'lotte.claes@inbox.example',
      '2026-11-01T14:26',
      'A mistake on page 3 of your paper',
      'Dear Naomi Adler,\n\nIn your paper on quiet instruments the units of figure 3 are millimetres in the text and centimetres in the figure. I only noticed since I used it in class, where it went down very well.\n\nLotte Claes',
    ],
  ] as const
).flatMap(([name, address, at, subject, text], index) =>
  correspondence(`stranger-${index}`, party(name, address), [{ at, subject, text, unread: index === 2 }]),
);

export const outreach: readonly SampleMessage[] = [
  ...latchers,
  ...common,
  ...broadcasts,
  ...recruiters,
  ...pitches,
  ...connections,
  ...boundaries,
  ...fraud,
  ...automaticAnswers,
  ...ordinaryStrangers,
];
