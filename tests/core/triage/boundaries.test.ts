/** Mission rows B1 and B6–B8: what follows when the owner has set a boundary. */
import { describe, expect, it } from 'vitest';
import { friendship, answering, from, judgeLast, to } from '#tests/helpers/judged-mail.ts';

const SAM = 'Sam Vance <sam@vancegroup.example>';
const pitch = from(
  SAM,
  'Freight',
  'Hi Olive, firms like yours overpay carriers by nine percent. Do you have twenty minutes for a demo?',
  0,
);
const stop = to(SAM, 'Re: Freight', 'Please take me off your list. Thank you.', 1, answering(pitch));
const no = to(SAM, 'Re: Freight', 'Thank you, but no: I am not interested.', 1, answering(pitch));
const ask = to(SAM, 'Re: Freight', 'Forgive me, I cannot place you. How do we know each other?', 1, answering(pitch));
const reply = (boundary: typeof stop, text: string, day = 2): ReturnType<typeof from> =>
  from(SAM, 'Re: Freight', text, day, answering(boundary));

describe('B1: answers to "how do we know each other?"', () => {
  it('recognises an answer', () => {
    const verdict = judgeLast([
      pitch,
      ask,
      reply(ask, 'We shared a table at the freight fair in Hamburg in 2024, you told me about your barge. Sam'),
    ]);
    expect(verdict.labels).toContain('answers-how-we-know');
  });
  it('says that an empty answer does not match the record', () => {
    const verdict = judgeLast([pitch, ask, reply(ask, 'We are connected online! So, Thursday for the demo?')]);
    expect(verdict.labels).toContain('answers-how-we-know');
    expect(verdict.lane).toBe('stranger');
    expect(verdict.advice).toBe('decline');
  });
  it('knows anger from an answer', () => {
    const verdict = judgeLast([
      pitch,
      ask,
      reply(ask, 'Are you serious? I do not have to justify myself to people like you. How rude.'),
    ]);
    expect(verdict.labels).toContain('hostile-reply');
  });
  const claimsIn = (text: string): readonly string[] =>
    judgeLast([...friendship('Ruth Abel <ruth@abel.example>'), pitch, ask, reply(ask, text)]).why.map(
      (one) => one.text,
    );
  it('confirms a name that the owner knows, and links the mail with that person', () => {
    const mail = [...friendship('Ruth Abel <ruth@abel.example>'), pitch, ask];
    const verdict = judgeLast([...mail, reply(ask, 'Ruth Abel suggested that I write to you. We row together. Sam')]);
    expect(verdict.why[0]?.text).toBe('Answers how you know each other: confirmed by your mail');
    expect(verdict.why[1]?.text).toMatch(/^Confirmed: you know Ruth Abel since 20\d\d \(you wrote 4, they wrote 4\)$/);
    const linked = verdict.why[1]?.messageIds ?? [];
    expect(linked.length).toBeGreaterThan(0);
    expect(mail.map(({ messageId }) => messageId)).toEqual(expect.arrayContaining([...linked]));
    expect(verdict.advice).toBe('reply');
  });
  it('says of a name that is in no mail that it was not found, and how far back the mail goes', () => {
    const why = claimsIn('Petra Vandenberg suggested that I write to you. She thinks highly of you. Sam');
    expect(why[0]).toMatch(/^Answers how you know each other: not found in your mail \(back to \w+ \d{4}\)$/);
    expect(why[1]).toMatch(/^Not found in your mail \(back to \w+ \d{4}\): Petra Vandenberg$/);
  });
  it('says of a meeting that mail cannot tell', () => {
    const why = claimsIn('We shared a table at the freight fair in Hamburg in 2024, you told me about your barge. Sam');
    expect(why[0]).toBe('Answers how you know each other: your mail cannot tell');
    expect(why[1]).toMatch(/^Unknown: /);
  });
  it('never says of a meeting that it was not found: mail shows none', () => {
    const met = claimsIn('We met at the fair in Hamburg in 2024, in the queue for lunch. Sam');
    expect(met.filter((text) => text.startsWith('Not found'))).toEqual([]);
    expect(met[0]).toBe('Answers how you know each other: your mail cannot tell');
  });
  it('is recognised from another address of the person, in the thread', () => {
    const other = from('Sam Vance <sam.vance@gmail.com>', 'Re: Freight', 'We met at the fair in Hamburg in 2024.', 2, {
      ...answering(ask),
    });
    expect(judgeLast([pitch, ask, other]).labels).toContain('answers-how-we-know');
  });
  it('does not label a friend’s answer to anything else', () => {
    const question = to('Ann Lee <ann@lee.example>', 'when?', 'When did we meet Piet?', 0);
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      question,
      from('Ann Lee <ann@lee.example>', 'Re: when?', 'We met him at the fair in 2019.', 1, answering(question)),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('B6: going on after a request to stop', () => {
  const more = (day: number): ReturnType<typeof from> =>
    from(SAM, 'New rates', 'Hi Olive, our new rates save shops like yours even more. Shall we talk this week?', day);
  it('counts what came since, and links the request', () => {
    const verdict = judgeLast([pitch, stop, more(10), more(30)]);
    expect(verdict.labels).toContain('ignored-request');
    expect(verdict.facts.ignoredCount).toBe(2);
    expect(verdict.advice).toBe('block');
    expect(verdict.why.find(({ label }) => label === 'ignored-request')?.messageIds[0]).toBe(stop.messageId);
  });
  it('counts another person of the same firm', () => {
    const verdict = judgeLast([
      pitch,
      stop,
      from(
        'Lea Holm <lea@vancegroup.example>',
        'Taking over from Sam',
        'Hi Olive, I look after your region now. A short call on Monday?',
        20,
      ),
    ]);
    expect(verdict.facts.ignoredCount).toBe(1);
  });
  it('does not count against somebody else on free mail', () => {
    const free = 'Sam Vance <sam.vance@gmail.com>';
    const first = from(free, 'Freight', 'Do you have twenty minutes for a demo?', 0);
    const verdict = judgeLast([
      first,
      to(free, 'Re: Freight', 'Please remove me from your list.', 1, answering(first)),
      from('Ida Moss <ida.moss@gmail.com>', 'the cap', 'You left your cap with us.', 9),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
  it('takes a refusal for no request to stop', () => {
    expect(judgeLast([pitch, no, more(10)]).labels).not.toContain('ignored-request');
  });
  it('counts a request sent to the address that the list itself names', () => {
    const list = 'Leads Daily <daily@leadsdaily.example>';
    const headers = { listUnsubscribe: '<mailto:out@leadsout.example>', precedence: 'bulk' };
    const first = from(list, 'Leads for today', 'Ten hot leads inside. Unsubscribe by mail.', 0, { headers });
    const request = to('out@leadsout.example', 'unsubscribe', 'Please remove me from your list.', 1);
    const verdict = judgeLast([first, request, from(list, 'Leads for today', 'Ten more.', 2, { headers })]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['newsletter', 'ignored-request']));
    expect(verdict.facts.ignoredCount).toBe(1);
  });
  it('does not count apologies and hostile answers', () => {
    const verdict = judgeLast([
      pitch,
      stop,
      reply(stop, 'I am so sorry, I have removed your address. You will not hear from us again.'),
      more(40),
    ]);
    expect(verdict.facts.ignoredCount).toBe(1);
  });
});

describe('B7: hostile answers', () => {
  it.each([
    ['scorn', 'Wow. No wonder your shop is going nowhere. People like you never recognise help when they see it.'],
    [
      'a threat',
      'You will regret this. I know your landlord and I will make sure that everyone hears how you treat people.',
    ],
    [
      'a lecture with a demand',
      'I was only trying to help you. In my day one said thank you. I think you owe me an explanation.',
    ],
    ['German', 'Das ist ja eine Frechheit. So unhöflich hat mir noch niemand geantwortet. Das werde ich mir merken.'],
    ['French', 'Quelle arrogance ! Vous devriez avoir honte de répondre ainsi.'],
    ['Spanish', '¡Qué maleducada! Menuda falta de respeto, se arrepentirá.'],
  ])('recognises %s, and advises not to answer', (_, text) => {
    const verdict = judgeLast([pitch, no, reply(no, text)]);
    expect(verdict.labels).toContain('hostile-reply');
    expect(verdict.advice).toBe('do-not-engage');
  });
  it('lets friends swear', () => {
    const letter = to('Ann Lee <ann@lee.example>', 'Saturday', 'No thanks, I will stay in.', 0);
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      letter,
      from(
        'Ann Lee <ann@lee.example>',
        'Re: Saturday',
        'You absolute idiot, it is my birthday! How dare you.',
        1,
        answering(letter),
      ),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('B8: apologies', () => {
  it.each([
    ['English', 'Of course, and I am sorry for the bother. I have deleted your address.'],
    ['German', 'Bitte entschuldigen Sie die Störung, ich habe Ihre Adresse aus dem Verteiler gelöscht.'],
    ['French', 'Toutes mes excuses, votre adresse est supprimée de notre liste.'],
    ['Spanish', 'Disculpe las molestias, hemos eliminado su correo de la lista.'],
    ['Dutch', 'Excuses voor de overlast, u bent uitgeschreven.'],
    ['Italian', 'Mi scuso per il disturbo, ho cancellato il suo indirizzo.'],
  ])('recognises one in %s', (_, text) => {
    const verdict = judgeLast([pitch, stop, reply(stop, text)]);
    expect(verdict.labels).toEqual(['apology']);
    expect(verdict.advice).toBe('none');
  });
  it('is not fooled by one that goes on selling', () => {
    const verdict = judgeLast([
      pitch,
      stop,
      reply(
        stop,
        'Sorry to hear that! Before I go: is it the price? We could do 20% less. Do you have ten minutes on Friday for a call about our platform?',
      ),
    ]);
    expect(verdict.labels).toContain('ignored-request');
    expect(verdict.labels).not.toContain('apology');
  });
});
