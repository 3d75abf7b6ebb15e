/** Mission rows R1–R8 as far as verdicts go: ties, name-drops, circles, domains, introductions. */
import { describe, expect, it } from 'vitest';
import { anAddress, anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { answering, friendship, from, judgeLast, to } from '#tests/helpers/judged-mail.ts';

const ANN = 'Ann Lee <ann@potterymill.example>';

describe('R1 and R2: reciprocity makes the lane', () => {
  it('knows somebody with two messages each way', () => {
    expect(judgeLast([...friendship(ANN, 2), from(ANN, 'tea', 'Four o’clock?', 0)]).lane).toBe('known');
  });
  it('has an acquaintance in somebody answered once', () => {
    const question = from('Noel Pratt <noel@pratt.example>', 'varnish', 'Which varnish did you use?', -5);
    const verdict = judgeLast([
      question,
      to('Noel Pratt <noel@pratt.example>', 'Re: varnish', 'Linseed.', -4, answering(question)),
      from('Noel Pratt <noel@pratt.example>', 'thanks', 'That worked, thank you.', 0),
    ]);
    expect(verdict.lane).toBe('acquaintance');
  });
  it('does not mistake volume for a tie', () => {
    const letters = Array.from({ length: 12 }, (_, index) =>
      from('Wanda Birch <wanda@birch.example>', `Thought ${index}`, `Here is what I thought on day ${index}.`, index),
    );
    expect(judgeLast(letters).lane).toBe('stranger');
  });
  it('makes no tie of a refusal', () => {
    const pitch = from(
      'Sam Vance <sam@vance.example>',
      'a call',
      'Do you have ten minutes for a call about your freight costs?',
      0,
    );
    const no = to(
      'Sam Vance <sam@vance.example>',
      'Re: a call',
      'No, thank you, I am not interested.',
      1,
      answering(pitch),
    );
    expect(
      judgeLast([
        pitch,
        no,
        from(
          'Sam Vance <sam@vance.example>',
          'Freight',
          'New prices are out, our software now saves shops like yours 9%. A demo?',
          9,
        ),
      ]).lane,
    ).toBe('stranger');
  });
  it('says what the record rests on', () => {
    const verdict = judgeLast([...friendship(ANN, 2), from(ANN, 'tea', 'Four o’clock?', 0)]);
    expect(verdict.why[0]?.messageIds.length).toBeGreaterThan(0);
  });
});

const MEMBER = anOwner({
  circles: [
    { name: 'Harbour Rowing Club', kind: 'club', aliases: ['the rowing club', 'HRC'] },
    { name: 'Ghent', kind: 'city', aliases: [] },
  ],
});

describe('R4: claims of common ground', () => {
  it('counts common ground that is explained', () => {
    const verdict = judgeLast(
      [
        from(
          'Ida Moss <ida@mail.example>',
          'your oar',
          'Hello Olive, we sat in the same boat at the rowing club last Tuesday, I was behind you and splashed you all evening. You left your cap, shall I bring it on Thursday?',
          0,
        ),
      ],
      MEMBER,
    );
    expect(verdict.facts.circle).toEqual({ name: 'Harbour Rowing Club', explained: true });
    expect(verdict.lane).toBe('acquaintance');
  });
  it('counts mere membership little', () => {
    const verdict = judgeLast(
      [
        from(
          'Ken Dole <ken@doleinsurance.example>',
          'fellow rower',
          'Dear Olive, as a fellow member of the Harbour Rowing Club I offer you a free review of your insurance. When may I call?',
          0,
        ),
      ],
      MEMBER,
    );
    expect(verdict.facts.circle).toEqual({ name: 'Harbour Rowing Club', explained: false });
    expect(verdict.lane).toBe('stranger');
  });
  it('does not take the same city for a meeting', () => {
    const verdict = judgeLast(
      [
        from(
          'Ken Dole <ken@doleinsurance.example>',
          'hello from Ghent',
          'Dear Olive, I live in Ghent too and have insured half of it. Could we meet for a coffee last week of May?',
          0,
        ),
      ],
      MEMBER,
    );
    expect(verdict.facts.circle?.explained ?? false).toBe(false);
    expect(verdict.lane).toBe('stranger');
  });
});

describe('R5: dropped names', () => {
  const stranger = 'Ned Fox <ned@mail.example>';
  it('raises trust by a name that the record knows, and links to it', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        stranger,
        'glazes',
        'Dear Olive, Ann Lee suggested that I write to you. Which cone do you fire the blue glaze to?',
        0,
      ),
    ]);
    expect(verdict.facts.nameDrop).toEqual({ name: 'Ann Lee', verified: true, address: 'ann@potterymill.example' });
    expect(verdict.lane).toBe('acquaintance');
  });
  it.each([
    ['an unknown name', 'Bruno Keller suggested that I write to you. Could we set up a call about your pension?'],
    ['a first name that fits anybody', 'Ann said I should get in touch. Could we set up a call about your pension?'],
  ])('does not for %s', (_, text) => {
    const verdict = judgeLast([...friendship(ANN), from(stranger, 'hello', `Dear Olive, ${text}`, 0)]);
    expect(verdict.facts.nameDrop?.verified).toBe(false);
    expect(verdict.lane).toBe('stranger');
  });
  it('does not for somebody to whom the owner never wrote', () => {
    const letters = [1, 2, 3].map((day) =>
      from('Bruno Keller <bruno@keller.example>', `news ${day}`, 'All is well here.', -day),
    );
    const verdict = judgeLast([
      ...letters,
      from(stranger, 'hello', 'Dear Olive, Bruno Keller recommended I speak with you about your pension.', 0),
    ]);
    expect(verdict.facts.nameDrop).toMatchObject({ verified: false, address: 'bruno@keller.example' });
  });
  it('sees through a slip of spelling and missing accents', () => {
    const verdict = judgeLast([
      ...friendship('Zoë Křížová <zoe@atelier.example>'),
      from(stranger, 'kilns', 'Dear Olive, Zoe Krizova gave me your address. May I ask which kiln you bought?', 0),
    ]);
    expect(verdict.facts.nameDrop).toMatchObject({ verified: true, address: 'zoe@atelier.example' });
  });
  it('does not believe a name that the letter puts in another firm', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        stranger,
        'hello',
        'Dear Olive, Ann Lee, my managing director at Harbour Capital, suggested that we talk about funding. When are you free?',
        0,
      ),
    ]);
    expect(verdict.facts.nameDrop?.verified).toBe(false);
  });
  it.each([
    ['German', 'Guten Tag, Ann Lee hat mir Ihre Adresse gegeben. Welchen Ofen benutzen Sie?'],
    ['French', 'Bonjour, je vous écris de la part d’Ann Lee. Quel four utilisez-vous ?'],
    ['Spanish', 'Hola Olive, Ann Lee me dio tu correo. ¿Qué horno usas?'],
    ['Dutch', 'Beste Olive, op aanraden van Ann Lee schrijf ik je. Welke oven gebruik je?'],
    ['Italian', 'Buongiorno, scrivo da parte di Ann Lee. Che forno usa?'],
  ])('reads it in %s', (_, text) => {
    expect(judgeLast([...friendship(ANN), from(stranger, '', text, 0)]).facts.nameDrop).toMatchObject({
      name: 'Ann Lee',
      verified: true,
    });
  });
});

describe('R6: offers to introduce', () => {
  it('says when the owner knows the person already', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        'Gil Hart <gil@hartcircle.example>',
        'You two should meet',
        'Dear Olive, I could introduce you to Ann Lee, a most gifted potter. In return I would value half an hour of your time.',
        0,
      ),
    ]);
    expect(verdict.facts.offersToIntroduce).toEqual({ name: 'Ann Lee', alreadyKnown: true });
    expect(verdict.why.map(({ text }) => text).join('\n')).toMatch(/Ann Lee, whom you know since 20\d\d: 8 messages/);
  });
  it('says when not', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(ANN, 'somebody for you', 'Do you know Piet Dam? He builds kilns. I would be happy to introduce you.', 0),
    ]);
    expect(verdict.facts.offersToIntroduce).toEqual({ name: 'Piet Dam', alreadyKnown: false });
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('R7: a firm that the owner has worked with', () => {
  it('is weak evidence by its domain', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        'Max Holm <max@potterymill.example>',
        'your order',
        'Hello Olive, I took over the orders from Ann. Is it still six of the blue ones?',
        0,
      ),
    ]);
    expect(verdict.facts.knownDomain).toBe(true);
    expect(verdict.lane).toBe('acquaintance');
  });
  it('is none on free mail, nor at a look-alike', () => {
    const friend = 'Ann Lee <ann.lee@gmail.com>';
    expect(
      judgeLast([
        ...friendship(friend),
        from('Max Holm <max.holm@gmail.com>', 'hello', 'Hello Olive, do you have a minute?', 0),
      ]).lane,
    ).toBe('stranger');
    expect(
      judgeLast([
        ...friendship(ANN),
        from('Max Holm <max@pottery-mill.example>', 'hello', 'Hello Olive, do you have a minute?', 0),
      ]).facts.knownDomain,
    ).toBe(false);
  });
});

describe('R8: introductions', () => {
  const introduction = from(
    ANN,
    'Olive, meet Piet',
    'Olive, meet Piet Dam (in copy), who builds kilns. Piet, Olive has the studio I told you about. Over to you two!',
    -1,
    { cc: [anAddress('Piet Dam <piet@kilns.example>')] },
  );
  it('labels the friend’s letter', () => {
    expect(judgeLast([...friendship(ANN), introduction]).labels).toContain('introduction');
  });
  it('counts the stranger as introduced, by whom', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      introduction,
      from(
        'Piet Dam <piet@kilns.example>',
        'Re: Olive, meet Piet',
        'Hello Olive, how many cubic feet do you need?',
        0,
        answering(introduction),
      ),
    ]);
    expect(verdict.lane).toBe('acquaintance');
    expect(verdict.facts.introducedBy).toBe('ann@potterymill.example');
    expect(verdict.labels).toEqual(['personal']);
  });
  it('does not let a stranger introduce', () => {
    const verdict = judgeLast([
      from(
        'Tip Top <tip@warmintros.example>',
        'Olive <> Piet',
        'Olive, meet Piet Dam, who runs the hottest kiln start-up. Piet, Olive is a legend. You two have to talk, I’ll let you take it from here!',
        0,
        { cc: [anAddress('Piet Dam <piet@kilns.example>')] },
      ),
    ]);
    expect(verdict.labels).not.toContain('introduction');
    expect(verdict.lane).toBe('stranger');
  });
  it('does not call any copy to a third person one', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(ANN, 'prices', 'Olive, the prices are below, the blue went up by two.', 0, {
        cc: [anAddress('accounts@potterymill.example')],
      }),
    ]);
    expect(verdict.labels).toEqual(['personal']);
  });
});

describe('a friend’s name at a new address', () => {
  it('is the friend where the letter speaks of where they were', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        'Ann Lee <ann.lee.clay@mail.example>',
        'new address',
        'Olive, I have left Potterymill and have only this address now. Is Sunday still on?',
        0,
      ),
    ]);
    expect(verdict.lane).toBe('known');
  });
  it('is nobody known where the letter wants gift cards', () => {
    const verdict = judgeLast([
      ...friendship(ANN),
      from(
        'Ann Lee <ann.lee.1881@mail.example>',
        'new email',
        'Hi Olive, this is my new email. I am in a meeting and need a quick favour, could you buy some gift cards for me? I will refund you.',
        0,
      ),
    ]);
    expect(verdict.lane).toBe('stranger');
    expect(verdict.advice).toBe('mark-spam');
  });
});

describe('the owner’s own firm', () => {
  const owner = anOwner({ addresses: [OWNER_ADDRESS, 'olive@bigfirm.example'] });
  it('has colleagues, not strangers', () => {
    const verdict = judgeLast(
      [
        from(
          'Hal Stone <hal@bigfirm.example>',
          'Friday numbers',
          'Hi Olive, can we have a quick call about the numbers before Friday? Please forward them to the team.',
          0,
        ),
      ],
      owner,
    );
    expect(verdict.lane).toBe('acquaintance');
    expect(verdict.labels).toEqual(['personal']);
  });
  it('writes to its people without being called a broadcast', () => {
    const verdict = judgeLast(
      [
        from('Hal Stone <hal@bigfirm.example>', 'Canteen', 'The canteen is closed on Monday.', 0, {
          to: [anAddress('everybody@bigfirm.example')],
        }),
      ],
      owner,
    );
    expect(verdict.labels).toEqual([]);
    expect(verdict.lane).toBe('bulk');
  });
});

describe('a new address of somebody known', () => {
  const NEW = 'Ann Lee <ann.lee@elsewhere.example>';
  const hello = from(NEW, 'Sunday', 'Are you free for a walk on Sunday? The hawthorn is out.', 0);

  it('is a stranger’s until the mail proves more than a name', () => {
    expect(judgeLast([...friendship(ANN), hello]).lane).toBe('stranger');
  });

  it('is an acquaintance’s once the owner answers it, without a word of the old one', () => {
    const answer = to(NEW, 'Re: Sunday', 'With pleasure, at ten by the gate.', 1, answering(hello));
    const again = from(NEW, 'Re: Sunday', 'Ten it is.', 2);
    const verdict = judgeLast([...friendship(ANN), hello, answer, again]);
    expect(verdict.lane).toBe('acquaintance');
    expect(verdict.why[0]?.text).toBe('You wrote once, on 3 March 2026');
  });

  it('is the friend’s once the old address has named it', () => {
    const named = from(
      ANN,
      'New address',
      'From now on please write to me at ann.lee@elsewhere.example, will you?',
      -3,
    );
    const verdict = judgeLast([...friendship(ANN), named, hello]);
    expect(verdict.lane).toBe('known');
  });

  it('stays a stranger’s where it only claims to be the friend’s', () => {
    const claim = from(NEW, 'My new address', 'It is me, Ann. This is my new address, please use it from now on.', -3);
    expect(judgeLast([...friendship(ANN), claim, hello]).lane).toBe('stranger');
  });
});
