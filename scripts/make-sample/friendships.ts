/** Ordinary two-way mail: the history that ranks its people first (mission R1) and that name-drops are checked against. */
import type { SampleMessage } from './mail.ts';
import { FRIENDS, ME, type Friend } from './people.ts';

/** Alternate turns; the first is the friend's unless `mine` is set. `{n}` becomes the friend's first name. */
interface Exchange {
  readonly who: Friend;
  readonly at: string;
  readonly subject: string;
  readonly mine?: true;
  readonly turns: readonly string[];
}

const EXCHANGES: readonly Exchange[] = [
  {
    who: 'tomas',
    at: '2023-01-18T18:40',
    subject: 'The old kiln',
    turns: [
      'The kiln man finally rang. He can come on the 2nd, but somebody has to be there at eight. Could it be you?',
      'Eight is brutal, but yes. I will bring a flask and complain.',
      'You are a saint with a flask. Key is under the third pot.',
    ],
  },
  {
    who: 'tomas',
    at: '2023-04-02T20:11',
    subject: 'Easter at ours?',
    turns: [
      'Sunday lunch, about one. Bring the girls and nothing else.',
      'We would love to. I am bringing a cake whether you like it or not.',
      'Then bring the lemon one.',
      'Lemon it is.',
    ],
  },
  {
    who: 'tomas',
    at: '2023-09-14T21:05',
    subject: 'Photos from the harbour',
    mine: true,
    turns: [
      'The photos came out better than I deserve. Link below, take what you like.',
      'That one of Elsa on the wall! We are printing it large.',
      'Send me a picture of it hanging.',
    ],
  },
  {
    who: 'tomas',
    at: '2024-02-21T19:30',
    subject: 'Borrowing the trailer',
    turns: [
      'May I have the trailer on Saturday? Two loads of clay, then it is yours again by four.',
      'It is yours. One tyre is soft, pump is in the shed.',
      'Back in one piece, tyre mended as a thank-you.',
    ],
  },
  {
    who: 'tomas',
    at: '2025-06-30T17:52',
    subject: 'Glaze recipe',
    turns: [
      'Here is the tenmoku that worked. Cool it slowly or it goes to treacle.',
      'Tried it, first batch is treacle. Second is beautiful. Thank you!',
      'Everyone makes treacle once.',
    ],
  },
  {
    who: 'tomas',
    at: '2026-08-09T08:15',
    subject: 'Autumn market',
    turns: [
      'Shall we share a stall again? Deadline for the form is the 20th.',
      'Yes. I fill in the form, you carry the table.',
      'A fair division of labour.',
      'Form sent. We have pitch 14.',
    ],
  },
  {
    who: 'priya',
    at: '2023-02-06T10:20',
    subject: 'Your Halden pension letter',
    turns: [
      'They sent your pension letter to my desk again. Shall I scan it or post it?',
      'Scan, please, and put the original in the shredder with feeling.',
      'Shredded with feeling. PDF to follow from the scanner.',
    ],
  },
  {
    who: 'priya',
    at: '2023-11-20T12:44',
    subject: 'Reference for Sam',
    mine: true,
    turns: [
      'Could you look over the reference I wrote for Sam before I send it? I may be gushing.',
      'It gushes in the right places. I would cut the last paragraph.',
      'Cut. Thank you, as ever.',
    ],
  },
  {
    who: 'priya',
    at: '2024-05-13T09:02',
    subject: 'Lab tour on Thursday',
    turns: [
      'We have a gap in the lab on Thursday at three, if you want to see the new bench before it is full of cables.',
      'Thursday at three is perfect. I bring biscuits for the technicians.',
      'They will let you touch things for biscuits.',
    ],
  },
  {
    who: 'priya',
    at: '2025-03-03T11:31',
    subject: 'Instrument panel review',
    turns: [
      'Would you give the panel mock-ups half an hour of your unkind eye? Paid, properly, purchase order and all.',
      'Happily. Send them by Friday, notes back on Tuesday.',
      'Sent. Be unkind.',
      'Notes attached to the shared board. Three unkind, eleven kind.',
      'The three unkind ones were right. Invoice me.',
    ],
  },
  {
    who: 'priya',
    at: '2026-06-17T15:08',
    subject: 'Lunch near the station',
    turns: [
      'In town on the 24th for the standards meeting. Lunch near the station?',
      'The Greek place at half past twelve?',
      'Booked.',
    ],
  },
  {
    who: 'joanna',
    at: '2023-03-11T22:14',
    subject: 'Book club: the long one',
    turns: [
      'Has anybody finished the long one? I am on page 90 and pretending.',
      'Page 112, pretending harder. Shall we move it to April?',
      'April. I have told the others it was your idea.',
    ],
  },
  {
    who: 'joanna',
    at: '2023-08-27T09:45',
    subject: 'Sofa',
    mine: true,
    turns: [
      'The green sofa is going. Do you still want it for the studio?',
      'Yes! When can I fetch it? I have a man and most of a van.',
      'Saturday morning. I will make the man tea.',
    ],
  },
  {
    who: 'joanna',
    at: '2024-10-01T20:03',
    subject: 'Your talk',
    turns: [
      'I heard you were very good on Thursday. Why did I hear that from my dentist?',
      'Because I get shy. Your dentist asked the best question.',
      'He would be thrilled. Tell me next time!',
    ],
  },
  {
    who: 'joanna',
    at: '2025-12-05T18:26',
    subject: 'Carols',
    turns: [
      'Carols at St Mary on the 18th, mulled something after. Coming?',
      'Coming, both of us.',
      'I will keep the pew by the radiator.',
    ],
  },
  {
    who: 'joanna',
    at: '2026-09-22T21:40',
    subject: 'Half-term',
    turns: [
      'Could the boys come to you on the Wednesday of half-term? I have that wretched hearing.',
      'Of course, all day. They can make pots and break them.',
      'You have no idea how grateful I am.',
    ],
  },
  {
    who: 'leo',
    at: '2023-05-09T08:33',
    subject: 'Proposal for the museum',
    turns: [
      'Draft proposal in the folder. Section 3 is thin, can you thicken it?',
      'Thickened. I also took out "synergy", which I assume was a cry for help.',
      'It was. Sending it off today.',
    ],
  },
  {
    who: 'leo',
    at: '2023-12-12T16:50',
    subject: 'Invoices for November',
    mine: true,
    turns: [
      'November is in the folder, all but the train tickets.',
      'Thanks, paid tonight. Find the train tickets!',
      'Found them in the other coat.',
    ],
  },
  {
    who: 'leo',
    at: '2024-07-02T09:14',
    subject: 'New chairs',
    turns: [
      'Vote on chairs by Friday please. I have sat in all of them so that you need not.',
      'The grey ones. My back votes too.',
      'Grey ones it is.',
    ],
  },
  {
    who: 'leo',
    at: '2025-01-22T10:05',
    subject: 'Halden contract',
    turns: [
      'Contract came back from Halden with two changes, both harmless. Can you countersign?',
      'Signed. Page 4 still has our old address.',
      'Well spotted, fixed and sent.',
    ],
  },
  {
    who: 'leo',
    at: '2025-10-08T13:37',
    subject: 'Tuesday workshop',
    turns: [
      'Twelve people signed up for Tuesday. We have nine chairs.',
      'Three standing desks, then. Nobody will notice.',
      'I noticed. Borrowed three from upstairs.',
      'Hero.',
    ],
  },
  {
    who: 'leo',
    at: '2026-10-14T09:26',
    subject: 'Museum, phase two',
    turns: [
      'They want phase two to start in January. Shall we say yes before they change their minds?',
      'Yes, and with the longer timetable.',
      'Saying yes now.',
    ],
  },
  {
    who: 'agnes',
    at: '2023-06-19T14:22',
    subject: 'Guest lecture in October',
    turns: [
      'Would you give the second-years an hour on instrument interfaces in October? There is a fee, a small one, and a sandwich, a large one.',
      'With pleasure. The second week suits me best.',
      'Tuesday the 10th at eleven. I put the sandwich in writing.',
    ],
  },
  {
    who: 'agnes',
    at: '2024-01-30T10:48',
    subject: 'Two of your former students',
    turns: [
      'Two of the students who heard you in October are writing theses on it. May I pass on your address?',
      'Please do. Tell them I answer slowly, but I answer.',
      'Told them. They were warned about the slowness.',
    ],
  },
  {
    who: 'agnes',
    at: '2025-09-16T16:01',
    subject: 'External examiner',
    turns: [
      'Our external examiner has fallen ill. Could you read one thesis by November? It is a good one.',
      'If it is a good one, yes.',
      'It is. I send it by courier, they still print them.',
      'Arrived, all two kilos.',
    ],
  },
  {
    who: 'agnes',
    at: '2026-05-27T11:12',
    subject: 'Garden party',
    turns: [
      'The department garden party is on the 12th of June. Former examiners drink free.',
      'Then I must. See you on the 12th.',
      'Wonderful.',
    ],
  },
  {
    who: 'ruben',
    at: '2023-07-24T08:05',
    subject: 'Paper samples',
    turns: [
      'The samples are in the post. Try the 120 gram first, it takes the ink best.',
      'They are lovely, the 120 most of all. Could you do 500 by the 20th?',
      '500 by the 20th, no problem. Proof tomorrow.',
      'Proof approved.',
    ],
  },
  {
    who: 'ruben',
    at: '2024-11-18T09:51',
    subject: 'Calendar 2025',
    mine: true,
    turns: [
      'Same calendar as last year, new pictures? Files could be with you by Friday.',
      'Yes please, same paper. Price is up by four per cent, sorry.',
      'Understood. Files are up.',
    ],
  },
  {
    who: 'ruben',
    at: '2025-11-17T10:02',
    subject: 'Calendar 2026',
    turns: ['It is calendar time. Same again?', 'Same again, 300 this year.', 'Delivered on Thursday.'],
  },
  {
    who: 'mum',
    at: '2023-10-01T07:15',
    subject: 'Boiler',
    turns: [
      'The boiler man says two weeks. I have jumpers. Do not worry.',
      'I am worrying. I bring the fan heater tonight.',
      'You are a good girl. Soup at seven.',
    ],
  },
  {
    who: 'mum',
    at: '2024-08-15T19:00',
    subject: 'Recipes',
    turns: [
      'I wrote out the plum cake at last. Photograph attached, ignore the butter stain.',
      'The butter stain is part of it. Thank you!',
      'Bake it on Sunday and tell me.',
    ],
  },
  {
    who: 'mum',
    at: '2026-11-08T08:20',
    subject: 'Sunday',
    turns: [
      'Are you coming on Sunday? Your aunt is bringing the dog.',
      'Yes to both. What shall I bring?',
      'Only yourself, and something for the dog.',
    ],
  },
  {
    who: 'hanna',
    at: '2024-02-05T13:00',
    subject: 'Formcraft 2024: your talk',
    turns: [
      'We would very much like to have your talk on quiet instruments in May. Would you come to Malmö?',
      'I would be delighted. Is a train budget possible?',
      'Train it is. Thank you for not flying.',
      'Title and summary attached. I look forward to it.',
    ],
  },
  {
    who: 'hanna',
    at: '2024-06-10T09:40',
    subject: 'Thank you, and the recording',
    turns: [
      'The recording is up. You had the highest marks of the afternoon, do not tell the others.',
      'I shall tell everyone. Thank you for a lovely two days.',
      'Come back in 2026, with or without a talk.',
    ],
  },
  {
    who: 'hanna',
    at: '2026-02-11T15:20',
    subject: 'Formcraft 2026',
    turns: [
      'Will you chair the Thursday afternoon? It needs a person who can stop people talking.',
      'That I can do.',
      'We know. Programme on Monday.',
    ],
  },
  {
    who: 'col',
    at: '2023-09-26T17:10',
    subject: 'Meetup in November',
    turns: [
      'Could you do fifteen minutes at the meetup on 9 November? Anything with a dial in it.',
      'Fifteen minutes on dials: gladly.',
      'You are on second, after the pizza.',
    ],
  },
  {
    who: 'col',
    at: '2024-03-19T17:45',
    subject: 'Venue',
    turns: [
      'The brewery wants us out by nine in future. Does Fernhill have a room?',
      'Room for forty, if nobody minds the plan chest.',
      'Nobody minds a plan chest. Trying it in April.',
      'I will leave the heating on.',
    ],
  },
  {
    who: 'col',
    at: '2026-01-13T18:02',
    subject: 'Tenth birthday of the meetup',
    turns: [
      'Ten years in March. I am making people say a few words. You are people.',
      'A few words it is. Is there cake?',
      'There is a great deal of cake.',
    ],
  },
  {
    who: 'yusuf',
    at: '2024-04-08T10:30',
    subject: 'Lease, clause 11',
    turns: [
      'Clause 11 lets them raise the rent at will. I would not sign it so. Shall I write to them?',
      'Please do, and thank you for reading the whole thing.',
      'They gave way. New draft attached, good to sign.',
      'Signed. Send me your bill.',
    ],
  },
  {
    who: 'yusuf',
    at: '2025-08-21T09:55',
    subject: 'Trade mark',
    mine: true,
    turns: [
      'Somebody in Leeds has started to trade as Fernhill. Do we mind?',
      'We mind a little. One polite letter should do.',
      'Then one polite letter, please.',
      'They were charming and have changed it.',
    ],
  },
  {
    who: 'tomas',
    at: '2023-06-12T19:20',
    subject: 'Clay delivery',
    turns: [
      'The lorry comes on Wednesday. Two hundred kilos, and the path is narrow.',
      'I bring gloves and two cousins.',
      'Cousins are the better half of any delivery.',
    ],
  },
  {
    who: 'tomas',
    at: '2024-09-08T18:02',
    subject: 'Elsa starts school',
    turns: [
      'She walked in without turning round. I turned round eleven times.',
      'That is how it should be done. Cake on Friday?',
      'Cake on Friday.',
    ],
  },
  {
    who: 'tomas',
    at: '2025-11-29T20:44',
    subject: 'Stove',
    mine: true,
    turns: [
      'Is your stove people any good? Ours smokes like a poet.',
      'They are excellent and always late. I send you the number.',
      'Rang them. They are late already.',
    ],
  },
  {
    who: 'priya',
    at: '2023-07-05T09:30',
    subject: 'Knob survey results',
    turns: [
      'The survey is in: 212 answers, and nobody likes the small one.',
      'I never liked the small one. May I see the comments?',
      'Sent, with the rude ones at the end.',
      'The rude ones are the best.',
    ],
  },
  {
    who: 'priya',
    at: '2024-10-16T14:11',
    subject: 'Train strike',
    turns: [
      'With the strike on Friday, shall we do the review by video?',
      'Video is fine. Ten o’clock?',
      'Ten. I will hold things up to the camera.',
    ],
  },
  {
    who: 'priya',
    at: '2025-09-04T10:25',
    subject: 'Sam got the job',
    turns: [
      'Your gushing worked: Sam got the job!',
      'Best news of the week. Please tell Sam I am delighted.',
      'Told. There was a small dance.',
    ],
  },
  {
    who: 'joanna',
    at: '2024-03-03T10:10',
    subject: 'Plumber',
    mine: true,
    turns: [
      'Who is the plumber who does not sigh?',
      'Edith. She never sighs. Number follows.',
      'Edith came, saw, mended. Thank you.',
    ],
  },
  {
    who: 'joanna',
    at: '2025-05-18T19:47',
    subject: 'Allotment shed',
    turns: [
      'The shed door has blown off. Have you a spare hinge?',
      'I have a jar of hinges. Take the jar.',
      'Door is back. The jar is half full.',
    ],
  },
  {
    who: 'joanna',
    at: '2026-04-12T21:05',
    subject: 'Walking weekend',
    turns: [
      'Two nights in the hills at the end of May? Four of us, one stove.',
      'Count me in. I carry the stove.',
      'You are hired.',
      'Booked the bunkhouse.',
    ],
  },
  {
    who: 'leo',
    at: '2023-10-03T11:18',
    subject: 'Website pictures',
    turns: [
      'We look like a bank on the website. New pictures?',
      'Yes, and this time with clay on somebody.',
      'Photographer comes on the 12th. Wear clay.',
    ],
  },
  {
    who: 'leo',
    at: '2024-02-12T08:52',
    subject: 'Apprentice',
    turns: [
      'I would like to take an apprentice. Could you bear it?',
      'I could more than bear it. Shall we ask at Severn?',
      'Writing to Agnes today.',
    ],
  },
  {
    who: 'leo',
    at: '2025-04-29T15:33',
    subject: 'Rates',
    turns: [
      'Our rates have not moved for three years. Ten per cent?',
      'Ten, and a letter that says why.',
      'Letter drafted, please take out my adjectives.',
      'Four adjectives taken out.',
    ],
  },
  {
    who: 'leo',
    at: '2026-03-18T09:41',
    subject: 'Server bill',
    mine: true,
    turns: [
      'The server bill has doubled. Did we double anything?',
      'We did not. I ring them.',
      'It was their mistake, credit next month.',
    ],
  },
  {
    who: 'agnes',
    at: '2023-11-07T12:36',
    subject: 'Your lecture',
    turns: [
      'They are still talking about your lecture. One of them has built a dial.',
      'A dial! Send me a picture, please.',
      'Here it is. It ticks.',
    ],
  },
  {
    who: 'agnes',
    at: '2024-09-24T10:57',
    subject: 'Apprentice for Fernhill',
    mine: true,
    turns: [
      'Do you have a student who would like a year with us, paid and with clay?',
      'I have exactly one such student. May she write to you?',
      'She may, and soon.',
    ],
  },
  {
    who: 'agnes',
    at: '2026-02-03T16:29',
    subject: 'Paper draft',
    turns: [
      'Would you read the draft of our paper on detents before it goes out?',
      'Gladly. Back to you by Friday with pencil marks.',
      'The pencil marks saved us. You are in the acknowledgements.',
    ],
  },
  {
    who: 'ruben',
    at: '2024-05-06T08:20',
    subject: 'Postcards',
    mine: true,
    turns: [
      'Could you print 200 postcards on the rough card?',
      'Yes, by Monday. Colour on both sides?',
      'Colour on one side only, please.',
      'They left this morning.',
    ],
  },
  {
    who: 'ruben',
    at: '2026-05-18T09:09',
    subject: 'New press',
    turns: [
      'We have a new press and I am like a child. Come and see it when you are in Utrecht.',
      'In July, perhaps. I bring a cake for the press.',
      'The press likes cake.',
    ],
  },
  {
    who: 'mum',
    at: '2025-02-23T18:12',
    subject: 'Choir',
    turns: [
      'We sing on the 9th at four. I have a line all of my own.',
      'I will be in the front row, trying not to wave.',
      'Wave, please.',
    ],
  },
  {
    who: 'mum',
    at: '2025-12-27T10:33',
    subject: 'Thank you',
    turns: [
      'Thank you for the lamp. I can see the crossword again.',
      'I am so glad. What is 7 across?',
      '“Kettle”. It is always “kettle”.',
    ],
  },
  {
    who: 'hanna',
    at: '2025-03-20T10:40',
    subject: 'Speaker suggestions',
    turns: [
      'Whom should we hear next year? You know everybody with a dial.',
      'Agnes Okonjo at Severn, without any doubt.',
      'Writing to her now. Thank you.',
    ],
  },
  {
    who: 'col',
    at: '2025-05-06T17:25',
    subject: 'Speaker fell through',
    turns: [
      'My speaker has a broken ankle. Could you fill twenty minutes on Thursday?',
      'For an ankle, yes. Something about undo?',
      'Undo it is. You have saved me again.',
    ],
  },
  {
    who: 'yusuf',
    at: '2026-04-30T11:00',
    subject: 'Apprentice agreement',
    mine: true,
    turns: [
      'Would you read the apprentice agreement before we sign it?',
      'Two small changes, marked in blue.',
      'Taken both. Thank you.',
    ],
  },
];

const GREETING: Readonly<Record<Friend, string>> = {
  tomas: 'Hi Tomas',
  priya: 'Hi Priya',
  joanna: 'Jo',
  leo: 'Leo',
  agnes: 'Dear Agnes',
  ruben: 'Hi Ruben',
  mum: 'Dear Mum',
  hanna: 'Hej Hanna',
  col: 'Hi Col',
  yusuf: 'Dear Yusuf',
};
const SIGNATURE: Readonly<Record<Friend, string>> = {
  tomas: 'Tomas',
  priya: 'Priya',
  joanna: 'Jo x',
  leo: 'Leo',
  agnes: 'Best wishes,\nAgnes',
  ruben: 'Groeten,\nRuben',
  mum: 'Love, Mum',
  hanna: 'Hälsningar,\nHanna',
  col: 'Col',
  yusuf: 'Kind regards,\nYusuf Karaca\nKaraca Law',
};

/** Hours between turns: quick at first, then slower; the same on every run. */
const PAUSES_HOURS = [3, 19, 2, 26, 5];

function later(at: string, hours: number): string {
  return new Date(Date.parse(`${at}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

function messagesOf(exchange: Exchange, index: number): readonly SampleMessage[] {
  const friend = FRIENDS[exchange.who];
  let at = exchange.at;
  return exchange.turns.map((turn, step) => {
    const mine = (step % 2 === 0) === (exchange.mine === true);
    if (step > 0) at = later(at, PAUSES_HOURS[(step + index) % PAUSES_HOURS.length] ?? 3);
    const key = `friend-${index}-${step}`;
    const text = mine
      ? `${GREETING[exchange.who]},\n\n${turn}\n\nNaomi`
      : `Naomi,\n\n${turn}\n\n${SIGNATURE[exchange.who]}`;
    return {
      key,
      from: mine ? ME : friend,
      to: [mine ? friend : ME],
      at,
      subject: step === 0 ? exchange.subject : `Re: ${exchange.subject}`,
      text,
      origin: mine ? 'owner' : 'person',
      ...(step === 0 ? {} : { answers: `friend-${index}-${step - 1}` }),
      ...(mine ? {} : { labels: ['Category Personal'] }),
    } satisfies SampleMessage;
  });
}

const HANNA_AT_HOME = { name: FRIENDS.hanna.name, address: 'hanna.bergstrom@bergstrom-scener.example' };

/** One person with two addresses: the old one names the new one before it is used. */
const moving: readonly SampleMessage[] = [
  {
    key: 'hanna-moves-0',
    from: FRIENDS.hanna,
    to: [ME],
    at: '2026-08-24T10:12',
    subject: 'Leaving Formcraft',
    text: `Naomi,\n\nFriday is my last day at Formcraft. Please use my new address ${HANNA_AT_HOME.address} from then on.\n\n${SIGNATURE.hanna}`,
    origin: 'person',
    labels: ['Category Personal'],
  },
  {
    key: 'hanna-moves-1',
    from: ME,
    to: [FRIENDS.hanna],
    at: '2026-08-24T13:05',
    subject: 'Re: Leaving Formcraft',
    text: 'Hej Hanna,\n\nWhat will Thursday afternoons be without you? Noted, and good luck.\n\nNaomi',
    origin: 'owner',
    answers: 'hanna-moves-0',
  },
  {
    key: 'hanna-moves-2',
    from: HANNA_AT_HOME,
    to: [ME],
    at: '2026-10-09T09:31',
    subject: 'A small stage in Lund',
    text: `Naomi,\n\nThe first job of my own: a museum stage in Lund, with forty dials. May I ring you about the quiet ones?\n\n${SIGNATURE.hanna}`,
    origin: 'person',
    labels: ['Category Personal'],
  },
];

export const friendships: readonly SampleMessage[] = [...EXCHANGES.flatMap(messagesOf), ...moving];
