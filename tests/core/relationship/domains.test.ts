import { describe, expect, it } from 'vitest';
import { isFreeMail, registrableDomain } from '#core/relationship/free-mail.ts';
import { day, Story } from './mailbox-story.ts';

function keysAt(story: Story, address: string): readonly string[] {
  return story.correspondence.knownAtDomain(address).map(({ key }) => key);
}

describe('isFreeMail', () => {
  it.each(['gmail.com', 'web.de', 'mail.example', 'inbox.example', 'fastmail.test', 'webmail.example', 'email.com'])(
    'knows %s',
    (domain) => expect(isFreeMail(domain)).toBe(true),
  );
  it.each(['lee.example', 'mailchimp.com', 'holmgate.example', 'royalmailgroup.example', ''])(
    'takes %s for somebody’s own',
    (domain) => expect(isFreeMail(domain)).toBe(false),
  );
});

describe('registrableDomain', () => {
  it.each([
    ['a@mx.lee.example', 'lee.example'],
    ['a@shop.co.uk', 'shop.co.uk'],
    ['a@b.shop.co.uk', 'shop.co.uk'],
    ['nobody', ''],
    ['', ''],
  ])('of %s is %s', (address, domain) => expect(registrableDomain(address)).toBe(domain));
});

describe('knownAtDomain (R7)', () => {
  it('names colleagues with two-way mail, on subdomains too', () => {
    const story = new Story();
    story.exchange({ on: 0, from: 'Ann Lee <ann@lee.example>' });
    story.received({ on: 1, from: 'Vic <vic@lee.example>' });
    expect(keysAt(story, 'new@mail-out.lee.example')).toEqual(['ann@lee.example']);
    expect(keysAt(story, 'ann@lee.example')).toEqual([]);
    expect(keysAt(story, 'new@lee-group.example')).toEqual([]);
  });

  it('says nothing of free mail', () => {
    const story = new Story();
    story.exchange({ on: 0, from: 'Ann Lee <ann@mail.example>' });
    expect(keysAt(story, 'new@mail.example')).toEqual([]);
  });

  it('finds out a provider that does not call itself one, by the many there who have nothing to do with each other', () => {
    const story = new Story();
    for (let n = 0; n < 7; n += 1) story.exchange({ on: n, from: `Friend ${n} Of Mine <friend${n}@skyline.example>` });
    expect(keysAt(story, 'new@skyline.example')).toHaveLength(7);
    expect(story.value('new@skyline.example', 7)).toBeGreaterThan(0);
    story.exchange({ on: 8, from: 'Friend Eight <friend8@skyline.example>' });
    expect(keysAt(story, 'new@skyline.example')).toEqual([]);
    expect(story.value('new@skyline.example', 9)).toBe(0);
    expect(story.correspondence.strength('new@skyline.example', day(7)).value).toBeGreaterThan(0);
  });

  it('does not take a firm for a provider: its people copy each other in', () => {
    const story = new Story();
    for (let n = 0; n < 20; n += 1)
      story.exchange({
        on: n,
        from: `Colleague ${n} <c${n}@firm.example>`,
        ...(n % 4 === 0 ? { cc: [`c${n + 1}@firm.example`] } : {}),
      });
    expect(keysAt(story, 'new@firm.example')).toHaveLength(20);
  });

  it('counts for less where few of those who write are known', () => {
    const story = new Story();
    story.exchange({ on: 0, from: 'Ann Lee <ann@lee.example>' });
    story.exchange({ on: 0, from: 'Sol Ray <sol@pitches.example>' });
    for (let n = 0; n < 12; n += 1)
      story.received({ on: n, from: `s${n}@pitches.example`, cc: ['s0@pitches.example'] });
    expect(story.value('new@pitches.example', 20)).toBeLessThan(story.value('new@lee.example', 20) / 2);
  });
});
