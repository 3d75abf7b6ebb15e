/** A mailbox to show: a few written messages of every lane, then as many more as asked for. */
import type { MessageView, QueueItem } from '#core/contract/views.ts';
import type { MessageRowId, PersonId, ThreadRowId } from '#core/mail/message.ts';
import type { Advice, Assessment, Facts, Label, Lane, Reason } from '#core/triage/vocabulary.ts';

export const ME = { name: 'Olive Owner', address: 'olive@owner.example' };
export const NOW = Date.now();
const HOUR = 3_600_000;

interface Written {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly lane: Lane;
  readonly labels?: readonly Label[];
  readonly advice: Advice;
  readonly adviceReason: string;
  readonly strength: number;
  readonly why: readonly Reason[];
  readonly hoursAgo: number;
  readonly unread?: boolean;
  readonly html?: string;
  readonly quoted?: string;
  readonly facts?: Facts;
  readonly to?: readonly { readonly name: string; readonly address: string }[];
  readonly replyTo?: string;
  readonly attachments?: MessageView['attachments'];
  readonly headerLines?: readonly string[];
}

const WRITTEN: readonly Written[] = [
  {
    from: 'Marta Keller <marta@keller-lab.example>',
    subject: 'Draft of the reliability chapter',
    text: 'Hi Olive,\n\nhere is the draft we talked about on Tuesday. Section 3 still lacks the numbers from your last run; could you send me the table?\n\nThe figures are at https://keller-lab.example/drafts/reliability?rev=7 if you want to look first.\n\nBest,\nMarta',
    quoted: '> On Tue, Olive Owner wrote:\n> Let me look at section 3 again before Friday.\n',
    lane: 'known',
    labels: ['personal'],
    advice: 'reply',
    adviceReason: 'You answer Marta nearly always, usually within a day.',
    strength: 93,
    why: [
      {
        text: 'You wrote to her 142 times since 2016, last three days ago',
        messageIds: ['<s1@owner.example>', '<s2@owner.example>'],
      },
      { text: 'You both wrote in 61 threads', messageIds: ['<r9@keller-lab.example>'] },
      { text: 'This continues a thread in which you wrote', messageIds: ['<s1@owner.example>'] },
    ],
    hoursAgo: 1,
    unread: true,
    attachments: [{ name: 'reliability-draft-7.pdf', type: 'application/pdf', sizeBytes: 842_113 }],
  },
  {
    from: 'Jonas Brandt <jonas.brandt@northpier.example>',
    subject: 'Re: Thursday?',
    text: 'Thursday at ten works. Same café?\n\nJ.',
    lane: 'known',
    labels: ['personal'],
    advice: 'reply',
    adviceReason: 'He answers a question of yours.',
    strength: 78,
    why: [{ text: 'You wrote 38 times, last yesterday', messageIds: ['<s3@owner.example>'] }],
    hoursAgo: 3,
    unread: true,
  },
  {
    from: 'Priya Nair <priya.nair@civicdata.example>',
    subject: 'Marta suggested I write to you',
    text: 'Dear Olive,\n\nMarta Keller suggested that I write to you about the open data group in Leipzig. We met very briefly at the PyDays in 2023, I asked about your talk on survey weights.\n\nWould you be willing to look at a two-page outline?\n\nKind regards\nPriya Nair',
    lane: 'acquaintance',
    labels: ['introduction'],
    advice: 'reply',
    adviceReason: 'Marta Keller, whom you know well, copied her in last week.',
    strength: 34,
    why: [
      {
        text: 'Introduced by Marta Keller on 14 November',
        messageIds: ['<r4@keller-lab.example>'],
        label: 'introduction',
      },
      {
        text: 'Names a shared circle and explains it: PyDays',
        messageIds: [],
        quotes: ['We met very briefly at the PyDays in 2023'],
      },
    ],
    facts: {
      nameDrop: { name: 'Marta Keller', verified: true, address: 'marta@keller-lab.example' },
      introducedBy: 'marta@keller-lab.example',
    },
    hoursAgo: 6,
    unread: true,
  },
  {
    from: 'Tom Ashby <t.ashby@example-university.example>',
    subject: 'Question about your lecture notes',
    text: 'Hello,\n\nI am in the second year and we use your notes. On page 14, should the bound not be strict?\n\nThank you\nTom Ashby',
    lane: 'stranger',
    advice: 'ask-how-we-know',
    adviceReason: 'Nothing in your record says how you know each other; he asks nothing improper.',
    strength: 0,
    why: [{ text: 'No mail between you before this', messageIds: [] }],
    hoursAgo: 9,
    unread: true,
  },
  {
    from: 'Brad Collins <brad@scaleforce-talent.example>',
    subject: 'Perfect fit!! Senior Sales Engineer, Austin TX',
    text: 'Dear Job Seeker,\n\nI came across your profile and you would be a PERFECT FIT for a role with my client, a leading company in Austin, TX (on site, relocation required).\n\nPlease send me your updated résumé and call me NOW at 555-0100.\n\nForward this to anyone who might be interested.\n\nBrad',
    lane: 'stranger',
    labels: ['recruiter', 'forward-request'],
    advice: 'decline',
    adviceReason: 'A form letter; it means moving to Austin, which you ruled out.',
    strength: 0,
    why: [
      {
        text: 'A recruiter’s form letter',
        messageIds: [],
        quotes: ['Dear Job Seeker', 'PERFECT FIT'],
        label: 'recruiter',
      },
      { text: 'Breaks your deal-breaker: moving', messageIds: [], quotes: ['on site, relocation required'] },
      { text: 'Breaks your deal-breaker: sales', messageIds: [], quotes: ['Senior Sales Engineer'] },
      {
        text: 'Asks to be passed on',
        messageIds: [],
        quotes: ['Forward this to anyone who might be interested'],
        label: 'forward-request',
      },
      { text: 'The client is not named', messageIds: [], quotes: ['my client, a leading company'] },
    ],
    facts: { role: 'Senior Sales Engineer', place: 'Austin, TX', dealBreakersBroken: ['relocation', 'role:sales'] },
    hoursAgo: 11,
    unread: true,
    replyTo: 'leads@crm-mailer.example',
  },
  {
    from: 'Dev Patel <dev@growthloop.example>',
    subject: 'Re: quick question',
    text: 'Hi Olive,\n\njust bumping this to the top of your inbox. I would hate for you to miss out!\n\nAre you free for 15 minutes this week? https://calendar.growthloop.example/dev\n\nDev',
    lane: 'stranger',
    labels: ['cold-outreach', 'nagging', 'ignored-request'],
    advice: 'ask-removal',
    adviceReason: 'A sequence tool sent this: a reply stops it.',
    strength: 0,
    why: [
      {
        text: 'The fifth message without an answer since 2 October',
        messageIds: ['<n1@growthloop.example>', '<n2@growthloop.example>'],
        quotes: ['just bumping this to the top of your inbox'],
        label: 'nagging',
      },
      { text: 'You declined on 21 October; he went on', messageIds: ['<s7@owner.example>'], label: 'ignored-request' },
      { text: 'Sent by a sequence tool', messageIds: [], quotes: ['X-Mailer: OutreachLoop 4.2'] },
    ],
    facts: { nagCount: 5, ignoredCount: 2 },
    hoursAgo: 13,
    headerLines: ['X-Mailer: OutreachLoop 4.2', 'Message-ID: <n5@growthloop.example>'],
  },
  {
    from: 'Renée Dubois <renee.dubois@mailbox.example>',
    subject: 'Curriculum vitae – Data Analyst',
    text: 'To whom it may concern,\n\nplease find attached my curriculum vitae. I am looking for a position as a data analyst from January.\n\nRenée Dubois',
    lane: 'stranger',
    labels: ['resume-broadcast', 'broadcast'],
    advice: 'decline',
    adviceReason: 'Sent to many in BCC; a kind decline is enough.',
    strength: 0,
    why: [
      {
        text: 'You are in neither To nor Cc',
        messageIds: [],
        quotes: ['To: undisclosed-recipients:;'],
        label: 'broadcast',
      },
      { text: 'A résumé is attached', messageIds: [], label: 'resume-broadcast' },
    ],
    to: [],
    headerLines: ['To: undisclosed-recipients:;'],
    hoursAgo: 20,
    attachments: [
      {
        name: 'CV_Dubois_2026.docx',
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        sizeBytes: 61_220,
      },
    ],
  },
  {
    from: 'The Weekly Gradient <news@weekly-gradient.example>',
    subject: 'Issue 212: what we read this week',
    text: 'Issue 212\n\nWhat we read this week, in five minutes.\n\nRead online: https://weekly-gradient.example/212',
    html: '<div style="font-family:Georgia;max-width:560px;margin:auto"><h1 style="color:#224">The Weekly Gradient</h1><p>What we read this week, in <b>five minutes</b>.</p><img src="https://img.weekly-gradient.example/212/header.png" width="520" height="180" alt="Header"><p><a href="https://click.tracker.example/?u=1">https://weekly-gradient.example/212</a></p><p><a href="https://weekly-gradient.example/unsubscribe">Unsubscribe</a></p><img src="https://px.tracker.example/o.gif" width="1" height="1"></div>',
    lane: 'bulk',
    labels: ['newsletter'],
    advice: 'unsubscribe',
    adviceReason: 'A real list with a signed one-click unsubscribe.',
    strength: 0,
    why: [
      {
        text: 'Sent through a list',
        messageIds: [],
        quotes: ['List-Id: <weekly.weekly-gradient.example>'],
        label: 'newsletter',
      },
    ],
    facts: { unsubscribe: 'one-click' },
    headerLines: ['List-Id: <weekly.weekly-gradient.example>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
    hoursAgo: 26,
  },
  {
    from: 'Bank of Somewhere <no-reply@bank.example>',
    subject: 'Your sign-in code is 482 913',
    text: 'Your code is 482 913. It is valid for ten minutes. We never ask for it by telephone.',
    lane: 'automated',
    labels: ['security'],
    advice: 'none',
    adviceReason: 'A sign-in code: nothing to answer.',
    strength: 0,
    why: [
      { text: 'Written by a machine for you alone', messageIds: [], quotes: ['Your sign-in code'], label: 'security' },
    ],
    facts: { unsubscribe: 'none' },
    hoursAgo: 27,
    unread: true,
  },
];

const FIRST = ['Ada', 'Björn', 'Chidi', 'Dana', 'Emil', 'Fatima', 'Goran', 'Hana', 'Ines', 'Jamal', 'Kaito', 'Lena'];
const LAST = ['Okafor', 'Lindqvist', 'Moreau', 'Sato', 'Novak', 'Haddad', 'Costa', 'Weber', 'Kowalski', 'Ferrari'];
const TOPICS = [
  'Partnership opportunity',
  'Following up on my last note',
  'Speaking at our summit',
  'Your thoughts on data?',
  'Hiring analysts',
  'Quick intro',
];

/** Message `index` of a mailbox; the written ones first. */
function written(index: number): Written {
  const known = WRITTEN[index];
  if (known !== undefined) return known;
  const name = `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`;
  return {
    from: `${name} <${name.toLowerCase().replace(/\W+/g, '.')}@firm${index % 97}.example>`,
    subject: `${TOPICS[index % TOPICS.length]}`,
    text: `Hello Olive,\n\nI hope this finds you well. My name is ${name} and I would love to connect about ${TOPICS[index % TOPICS.length]?.toLowerCase()}.\n\nBest\n${name}`,
    lane: 'stranger',
    labels: ['cold-outreach'],
    advice: 'ask-how-we-know',
    adviceReason: 'Asks before introducing itself.',
    strength: 0,
    why: [
      {
        text: 'Asks before introducing itself',
        messageIds: [],
        quotes: ['I would love to connect'],
        label: 'cold-outreach',
      },
    ],
    hoursAgo: 30 + index * 2,
    unread: index % 3 === 0,
  };
}

function addressOf(text: string): { name: string; address: string } {
  const match = /^(.*) <(.*)>$/.exec(text);
  return { name: match?.[1] ?? '', address: match?.[2] ?? text };
}

export interface FakeMessage {
  readonly item: QueueItem;
  readonly view: MessageView;
}

export function fakeMailbox(count: number): readonly FakeMessage[] {
  return Array.from({ length: count }, (_, index) => fakeMessage(index)).toSorted(
    (a, b) => laneOrder(a) - laneOrder(b),
  );
}

function laneOrder({ item }: FakeMessage): number {
  return ['known', 'acquaintance', 'stranger', 'bulk', 'automated'].indexOf(item.lane);
}

function fakeMessage(index: number): FakeMessage {
  const mail = written(index);
  const id = (index + 1) as MessageRowId;
  const from = addressOf(mail.from);
  const receivedAt = NOW - mail.hoursAgo * HOUR;
  const shared = {
    id,
    messageId: `<m${id}@mail.example>`,
    threadId: id as number as ThreadRowId,
    personId: id as number as PersonId,
    from,
    subject: mail.subject,
    receivedAt,
  };
  const { advice } = mail;
  const assessment: Assessment = {
    lane: mail.lane,
    labels: mail.labels ?? [],
    facts: mail.facts ?? {},
    advice,
    adviceReason: mail.adviceReason,
    strength: mail.strength,
    why: mail.why,
  };
  const attachments = mail.attachments ?? [];
  return {
    item: {
      ...shared,
      snippet: mail.text.replace(/\s+/g, ' ').slice(0, 140),
      unread: mail.unread ?? false,
      attachmentCount: attachments.length,
      lane: mail.lane,
      labels: mail.labels ?? [],
      advice,
      strength: mail.strength,
      reasons: mail.why.slice(0, 2),
    },
    view: {
      ...shared,
      direction: 'received',
      replyTo: mail.replyTo === undefined ? [] : [addressOf(mail.replyTo)],
      to: mail.to ?? [ME],
      cc: [],
      text: mail.text,
      quoted: mail.quoted ?? '',
      ...(mail.html === undefined ? {} : { html: mail.html }),
      attachments,
      labels: ['INBOX'],
      defects: [],
      assessment,
      headerLines: mail.headerLines ?? [],
      thread: [],
      boundaries: [],
      corrections: [],
    },
  };
}
