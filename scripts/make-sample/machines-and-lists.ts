/** Newsletters, receipts, codes, calendar mail, a discussion list: what fills an inbox without being anybody's letter. */
import type { Party, SampleMessage } from './mail.ts';
import { FRIENDS, ME } from './people.ts';

interface Newsletter {
  readonly from: Party;
  readonly list: string;
  readonly unsubscribe: 'one-click' | 'mailto' | 'link';
  readonly firstAt: string;
  readonly everyDays: number;
  readonly issues: readonly (readonly [subject: string, lead: string])[];
}

const NEWSLETTERS: readonly Newsletter[] = [
  {
    from: { name: 'Kiln & Wheel', address: 'hello@kilnandwheel.example' },
    list: 'letters.kilnandwheel.example',
    unsubscribe: 'one-click',
    firstAt: '2025-02-07T07:00',
    everyDays: 38,
    issues: [
      ['Reduction firing without tears', 'Six readers send us their worst shelf and what they learned from it.'],
      ['The quiet return of salt glaze', 'Salt is back in the studios, with better lungs behind it.'],
      ['Twelve mugs, one handle', 'What happens when twelve potters pull the same handle.'],
      ['Clay from your own garden', 'Dig, sieve, wait, test. A patient weekend guide.'],
      ['Letters: on chipped bowls', 'You wrote, we cried a little.'],
      ['Kilns on green power', 'Night tariffs, smart controllers and a bill cut in half.'],
      ['A visit to Bizen', 'Ten days of fire and nobody sleeps.'],
      ['Wheel heights, settled', 'A physiotherapist looks at your back.'],
      ['The autumn fairs', 'Our list of forty, with the price of a pitch.'],
      ['Wax resist revisited', 'Cheaper wax, cleaner edges.'],
      ['Gifts under twenty', 'Made by readers, for readers.'],
      ['Winter drying', 'Why your plates warp in January.'],
      ['Spring openings', 'Thirty studios open their doors.'],
      ['Small kilns, tested', 'Five kilns that fit through a flat door.'],
    ],
  },
  {
    from: { name: 'Interface Weekly', address: 'weekly@interface-weekly.example' },
    list: 'weekly.interface-weekly.example',
    unsubscribe: 'one-click',
    firstAt: '2026-06-01T06:30',
    everyDays: 7,
    issues: [
      ['#401: Dials are not dead', 'Round things, read at a glance.'],
      ['#402: The undo that nobody saw', 'A toast is not a feature.'],
      ['#403: Latency is a colour', 'How a tenth of a second feels.'],
      ['#404: Not found', 'Yes, we went there.'],
      ['#405: Reading in the dark', 'Contrast, honestly measured.'],
      ['#406: One hand, gloved', 'Lessons from cold stores.'],
      ['#407: The empty state', 'Say what to do next.'],
      ['#408: Sound and no sound', 'Clicks that help.'],
      ['#409: Tables again', 'Rows deserve better.'],
      ['#410: Errors with manners', 'What happened, what now.'],
      ['#411: Units', 'Never a bare number.'],
      ['#412: Icons with words', 'We asked 900 people.'],
      ['#413: Keyboards first', 'A love letter to j and k.'],
      ['#414: The long form', 'Ask less, ask later.'],
      ['#415: Maps of nothing', 'Charts that should be sentences.'],
      ['#416: Slow lists', 'Ten thousand rows in a frame.'],
      ['#417: Plain words', 'Cut the second adjective.'],
      ['#418: Colour names', 'What your users call teal.'],
      ['#419: The last ten per cent', 'It is the other ninety.'],
      ['#420: Clean desks', 'Settings you can delete.'],
      ['#421: Kiosk nights', 'Standing users at two in the morning.'],
      ['#422: Autumn reading', 'Seven books with pictures.'],
      ['#423: A form in braille', 'And what it taught the web version.'],
      ['#424: Status lines', 'Tell me when it will be done.'],
    ],
  },
  {
    from: { name: 'Harbourside Cinema', address: 'news@harbourside-cinema.example' },
    list: 'whatson.harbourside-cinema.example',
    unsubscribe: 'mailto',
    firstAt: '2026-01-09T10:00',
    everyDays: 14,
    issues: [
      ['This fortnight: silent films with piano', 'Two matinees, one very loud piano.'],
      ['Members see it first', 'Previews on Thursday.'],
      ['Half-term for small people', 'Popcorn at child height.'],
      ['French season', 'Eleven films, some of them short.'],
      ['The projector is fixed', 'Thank you for your patience and your jokes.'],
      ['Open air on the quay', 'Bring a coat. Bring two.'],
      ['Quiet screenings', 'Lights low, sound lower.'],
      ['Members’ vote', 'Choose our Christmas film.'],
      ['Summer passes', 'Ten films, one price.'],
      ['Documentary days', 'Directors in the bar.'],
      ['Late shows', 'Trains home are printed on the ticket.'],
      ['Student nights', 'Show a card, pay a fiver.'],
      ['New seats', 'They recline. A little.'],
      ['Festival programme', 'Ninety films in ten days.'],
      ['Horror week', 'You have been warned.'],
      ['Autumn members’ letter', 'What we did with your money.'],
    ],
  },
  {
    from: { name: 'GrowthStack Digest', address: 'digest@growthstack.example' },
    list: 'digest.growthstack.example',
    unsubscribe: 'link',
    firstAt: '2026-07-02T15:00',
    everyDays: 9,
    issues: [
      ['7 funnels that print revenue', 'You are receiving this because you attended or might have attended a webinar.'],
      ['Your competitors are doing this', 'Do not be left behind.'],
      ['The 5-minute persona', 'Download the template now.'],
      ['Unlock your pipeline', 'Last seats for our masterclass.'],
      ['We miss you!', 'Come back and see what is new.'],
      ['Is your onboarding leaking?', 'A checklist of 41 leaks.'],
      ['Black Friday playbook', 'Start in September.'],
      ['AI for busy founders', 'Nine prompts.'],
      ['One metric to rule them', 'Our founder explains.'],
      ['Final hours', 'The price goes up at midnight.'],
      ['What 300 CMOs told us', 'Read the report.'],
      ['Case study: 12x', 'No tricks.'],
    ],
  },
];

function addDays(at: string, days: number): string {
  return new Date(Date.parse(`${at}:00Z`) + days * 86_400_000).toISOString().slice(0, 16);
}

function listHeaders(letter: Newsletter, key: string): Readonly<Record<string, string>> {
  const domain = letter.from.address.split('@')[1] ?? '';
  const https = `<https://${domain}/unsubscribe/${key}>`;
  const base = {
    'List-Id': `${letter.from.name} <${letter.list}>`,
    Precedence: 'bulk',
    'Feedback-ID': `${key}:${letter.list}:newsletter`,
  };
  if (letter.unsubscribe === 'one-click') {
    return {
      ...base,
      'List-Unsubscribe': `<mailto:leave@${domain}?subject=${key}>, ${https}`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }
  if (letter.unsubscribe === 'mailto')
    return { ...base, 'List-Unsubscribe': `<mailto:leave@${domain}?subject=unsubscribe>` };
  return base;
}

function newsletterHtml(letter: Newsletter, subject: string, lead: string, key: string): string {
  const domain = letter.from.address.split('@')[1] ?? '';
  return `<!doctype html><html><body style="margin:0;background:#f2f0ea;font-family:Georgia,serif"><table width="100%" cellpadding="0" cellspacing="0"><tr><td align="center"><table width="600" style="background:#ffffff" cellpadding="24"><tr><td><img src="https://img.${domain}/masthead.png" width="552" height="80" alt="${letter.from.name}"><h1 style="font-size:26px;color:#26343b">${subject}</h1><p style="font-size:16px;line-height:1.5;color:#333">${lead}</p><p><a href="https://click.${domain}/t/${key}" style="background:#b4552d;color:#fff;padding:10px 18px;text-decoration:none">Read on</a></p><hr><p style="font-size:12px;color:#777">You receive this letter because you signed up at ${domain}. <a href="https://${domain}/unsubscribe/${key}">Unsubscribe</a></p></td></tr></table></td></tr></table><img src="https://px.${domain}/o/${key}.gif" width="1" height="1" alt=""></body></html>`;
}

const newsletters: readonly SampleMessage[] = NEWSLETTERS.flatMap((letter, which) =>
  letter.issues.map(([subject, lead], issue): SampleMessage => {
    const key = `newsletter-${which}-${issue}`;
    const domain = letter.from.address.split('@')[1] ?? '';
    return {
      key,
      from: letter.from,
      to: [ME],
      at: addDays(letter.firstAt, issue * letter.everyDays),
      subject,
      text: `${lead}\n\nRead on: https://click.${domain}/t/${key}\n\nYou receive this letter because you signed up at ${domain}.\nUnsubscribe: https://${domain}/unsubscribe/${key}`,
      html: newsletterHtml(letter, subject, lead, key),
      origin: 'list-software',
      unread: issue % 3 === 2,
      labels: ['Category Promotions'],
      headers: listHeaders(letter, key),
      ...(letter.unsubscribe === 'one-click' ? { signs: ['list-unsubscribe', 'list-unsubscribe-post'] } : {}),
    };
  }),
);

const SHOPS: readonly (readonly [name: string, domain: string, thing: string, pounds: string])[] = [
  ['Clayworks Supplies', 'clayworks.example', '25 kg white stoneware', '31.40'],
  ['Great Western Trains', 'gw-trains.example', 'Bristol to London, 07.30, seat B14', '48.60'],
  ['Paperbark Books', 'paperbark.example', '“The Shape of Instruments”', '22.00'],
  ['Cable & Plug', 'cableplug.example', 'USB-C hub, 7 ports', '39.90'],
  ['Green Grocer Box', 'greengrocerbox.example', 'Vegetable box, small', '14.50'],
  ['Clayworks Supplies', 'clayworks.example', '5 l tenmoku glaze', '44.00'],
  ['Great Western Trains', 'gw-trains.example', 'Bristol to Birmingham, 09.10', '36.20'],
  ['Harbour Optics', 'harbour-optics.example', 'Reading glasses, +1.5', '89.00'],
  ['Green Grocer Box', 'greengrocerbox.example', 'Vegetable box, small', '14.50'],
  ['Brunel Hardware', 'brunel-hardware.example', 'Shelf brackets, 6', '18.72'],
  ['Paperbark Books', 'paperbark.example', 'Two books', '27.98'],
  ['Green Grocer Box', 'greengrocerbox.example', 'Vegetable box, large', '19.00'],
  ['Clayworks Supplies', 'clayworks.example', '12 kg porcelain', '52.10'],
  ['Cable & Plug', 'cableplug.example', 'Monitor arm', '74.00'],
];

const receipts: readonly SampleMessage[] = SHOPS.flatMap(
  ([name, domain, thing, pounds], index): readonly SampleMessage[] => {
    const at = addDays('2025-01-15T12:04', index * 47);
    const order = `${40_210 + index * 713}`;
    const machine = {
      origin: 'machine',
      labels: ['Category Updates'],
      headers: { 'Auto-Submitted': 'auto-generated' },
    } as const;
    return [
      {
        key: `receipt-${index}`,
        from: { name, address: `orders@${domain}` },
        to: [ME],
        at,
        subject: `Your receipt for order ${order}`,
        text: `Thank you for your order, Naomi.\n\nOrder ${order}\n${thing}\nTotal paid: £${pounds}\n\nThis is an automatic message; nobody reads replies to it.`,
        ...machine,
      },
      {
        key: `shipping-${index}`,
        from: { name, address: `no-reply@${domain}` },
        to: [ME],
        at: addDays(at, 1),
        subject: `Order ${order} is on its way`,
        text: `Good news: order ${order} (${thing}) left us today.\nTracking number: FH${order}82GB\n\nPlease do not reply to this message.`,
        ...machine,
      },
    ];
  },
);

const CODES = ['481 207', '330 915', '765 002', '118 640', '902 553', '247 781'];
const security: readonly SampleMessage[] = [
  ...CODES.map((code, index): SampleMessage => ({
    key: `code-${index}`,
    from: { name: 'Quaybank', address: 'no-reply@quaybank.example' },
    to: [ME],
    at: addDays('2025-05-03T20:11', index * 96),
    subject: `Your Quaybank code is ${code}`,
    text: `${code}\n\nThis code is valid for ten minutes. We never ask for it by telephone.\nIf you did not try to sign in, change your password at once.`,
    origin: 'machine',
    labels: ['Category Updates'],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })),
  {
    key: 'new-sign-in',
    from: { name: 'Fernhill Cloud', address: 'security@cloud-account.example' },
    to: [ME],
    at: '2026-11-12T06:48',
    subject: 'Security alert: new sign-in from a Linux computer',
    text: 'Somebody has just signed in to your account from a Linux computer in Bristol.\n\nIf this was you, there is nothing to do. If not, secure your account now: https://cloud-account.example/secure',
    origin: 'machine',
    unread: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  },
];

function invitation(summary: string, start: string, organiser: Party): string {
  return `BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:${start}@calendar.example\nDTSTART:${start}\nSUMMARY:${summary}\nORGANIZER;CN=${organiser.name}:mailto:${organiser.address}\nEND:VEVENT\nEND:VCALENDAR`;
}

const calendar: readonly SampleMessage[] = [
  {
    key: 'calendar-priya',
    from: FRIENDS.priya,
    to: [ME],
    at: '2026-11-16T09:31',
    subject: 'Invitation: Panel review, Tue 24 Nov 2026 14:00',
    text: `Panel review\nTuesday 24 November 2026, 14:00 to 15:00\nHalden, room 3\n\n${invitation('Panel review', '20261124T140000Z', FRIENDS.priya)}`,
    origin: 'person',
    unread: true,
    attachment: { name: 'invite.ics', type: 'text/calendar' },
  },
  {
    key: 'calendar-leo',
    from: FRIENDS.leo,
    to: [ME],
    at: '2026-10-19T08:02',
    subject: 'Accepted: Museum kick-off, Mon 26 Oct 2026',
    text: 'Leo Marchetti has accepted this invitation.\n\nMuseum kick-off\nMonday 26 October 2026, 10:00',
    origin: 'machine',
    headers: { 'Auto-Submitted': 'auto-replied' },
    attachment: { name: 'invite.ics', type: 'text/calendar' },
  },
  {
    key: 'calendar-dentist',
    from: { name: 'Redcliffe Dental', address: 'appointments@redcliffe-dental.example' },
    to: [ME],
    at: '2026-11-10T10:00',
    subject: 'Reminder: your appointment on Thursday 26 November at 09.20',
    text: 'Dear Naomi Adler,\n\nThis is a reminder of your appointment on Thursday 26 November 2026 at 09.20.\nTo move it please ring 0117 496 0123.\n\nAutomatic reminder, please do not reply.',
    origin: 'machine',
    headers: { 'Auto-Submitted': 'auto-generated' },
  },
];

/** A discussion list: people write, the list delivers; not anybody's letter to her. */
const LIST_TALK: readonly (readonly [name: string, address: string, subject: string, text: string])[] = [
  [
    'Gwen Tarrant',
    'gwen@tarrant.example',
    '[tactile] Knobs with a detent you can tune',
    'Has anybody here used magnets for that? Springs wear out in a year.',
  ],
  [
    'Piotr Zielny',
    'piotr@zielny.example',
    'Re: [tactile] Knobs with a detent you can tune',
    'Magnets, yes. Mind the Hall sensor two millimetres away.',
  ],
  [
    'Gwen Tarrant',
    'gwen@tarrant.example',
    'Re: [tactile] Knobs with a detent you can tune',
    'Good point. Shielding it is.',
  ],
  [
    'Dana Whitlock',
    'dana.whitlock@whitlock.example',
    '[tactile] Paper on glove use',
    'New paper on gloved use of rotary controls, open access this month.',
  ],
  [
    'Piotr Zielny',
    'piotr@zielny.example',
    '[tactile] Supplier for 40 mm pointers',
    'Ours has closed. Where do you buy pointers now?',
  ],
  [
    'Ines Calado',
    'ines@calado.example',
    'Re: [tactile] Supplier for 40 mm pointers',
    'There is a small maker near Porto; details on the wiki.',
  ],
  [
    'Dana Whitlock',
    'dana.whitlock@whitlock.example',
    '[tactile] Annual meeting',
    'The annual meeting is on the 3rd, online. Agenda on the wiki.',
  ],
  [
    'Ines Calado',
    'ines@calado.example',
    '[tactile] A museum of switches',
    'It exists, it is in Ghent, and it is wonderful.',
  ],
];

const listTalk: readonly SampleMessage[] = LIST_TALK.map(([name, address, subject, text], index) => ({
  key: `list-talk-${index}`,
  from: { name, address },
  to: [{ name: 'Tactile', address: 'tactile@lists.hapticfolk.example' }],
  at: addDays('2026-04-02T11:20', index * 13),
  subject,
  text: `${text}\n\n-- \n${name.split(' ')[0]}\n_______________________________________________\nTactile mailing list`,
  origin: 'list-software',
  labels: ['Category Forums'],
  headers: {
    'List-Id': 'Tactile <tactile.lists.hapticfolk.example>',
    'List-Post': '<mailto:tactile@lists.hapticfolk.example>',
    'List-Unsubscribe': '<mailto:tactile-leave@lists.hapticfolk.example>',
    Precedence: 'list',
  },
}));

export const machinesAndLists: readonly SampleMessage[] = [
  ...newsletters,
  ...receipts,
  ...security,
  ...calendar,
  ...listTalk,
];
