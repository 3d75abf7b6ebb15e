import { describe, expect, it } from 'vitest';
import { day, Story } from './mailbox-story.ts';

const OLD = 'Ruth Hale <ruth@office.example>';
const NEW = 'Ruth Hale <ruth.hale@home.example>';

function friendOfRuth(): Story {
  const story = new Story();
  for (const on of [0, 5, 9]) story.exchange({ on, from: OLD });
  return story;
}

function keyOf(story: Story, address: string): string | undefined {
  return story.correspondence.record(address)?.key;
}

describe('two addresses become one person', () => {
  it('when an established correspondent names the other as his or her own', () => {
    const story = friendOfRuth();
    story.received({ on: 20, from: OLD, signals: { alsoWritesFrom: 'ruth.hale@home.example' } });
    story.received({ on: 30, from: NEW });
    expect(story.correspondence.record('ruth.hale@home.example')).toMatchObject({
      key: 'ruth@office.example',
      receivedCount: 5,
      sentCount: 3,
      addresses: ['ruth@office.example', 'ruth.hale@home.example'],
      joins: [{ text: 'ruth@office.example said on 21 January 2026 that ruth.hale@home.example is theirs too' }],
    });
    expect(story.texts('ruth.hale@home.example', 31)).toContain(
      'ruth@office.example said on 21 January 2026 that ruth.hale@home.example is theirs too',
    );
  });

  it('when the new one answers mail that only the old one had', () => {
    const story = friendOfRuth();
    story.sent({ on: 20, to: [OLD], id: '<secret>' });
    story.received({ on: 21, from: NEW, inReplyTo: '<secret>' });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth@office.example');
  });

  it('when the owner writes to both in one conversation', () => {
    const story = friendOfRuth();
    story.sent({ on: 20, to: [OLD], thread: 7 });
    story.sent({ on: 21, to: [NEW], thread: 7 });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth@office.example');
  });

  it('when a new address says so, the owner answers it, and the old one is silent', () => {
    const story = friendOfRuth();
    story.received({ on: 100, from: NEW, subject: 'It is I, with a new address' });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
    story.sent({ on: 101, to: [NEW] });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth@office.example');
    expect(story.correspondence.strength('ruth.hale@home.example', day(100)).value).toBeLessThan(10);
  });

  it('for as many addresses as are proven', () => {
    const story = friendOfRuth();
    const more = ['ruth@two.example', 'ruth@three.example', 'ruth@four.example', 'ruth@five.example'];
    for (const [index, address] of more.entries())
      story.received({ on: 20 + index, from: OLD, signals: { alsoWritesFrom: address } });
    for (const address of more) story.exchange({ on: 30, from: `Ruth Hale <${address}>` });
    expect(story.correspondence.people(day(40))).toHaveLength(1);
    expect(story.correspondence.record('ruth@five.example')).toMatchObject({ receivedCount: 11, sentCount: 7 });
    expect(story.correspondence.record('ruth@five.example')?.joins).toHaveLength(4);
  });
});

describe('two addresses stay two people', () => {
  it('with nothing in common but the name', () => {
    const story = friendOfRuth();
    for (const on of [20, 25]) story.exchange({ on, from: NEW });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
    expect(story.correspondence.peopleNamed('Hale, Ruth').map(({ key }) => key)).toHaveLength(2);
  });

  it('when a stranger claims the address of a friend', () => {
    const story = friendOfRuth();
    story.received({
      on: 20,
      from: NEW,
      subject: 'my new address',
      signals: { alsoWritesFrom: 'ruth@office.example' },
    });
    expect(story.value('ruth.hale@home.example', 21)).toBeLessThan(8);
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
  });

  it('when the friend goes on writing from the old address: an impostor', () => {
    const story = friendOfRuth();
    story.received({ on: 20, from: NEW, subject: 'its me, new address' });
    story.received({ on: 22, from: OLD });
    story.sent({ on: 23, to: [NEW] });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
  });

  it('when the owner answers the claim with a boundary', () => {
    const story = friendOfRuth();
    story.received({ on: 20, from: NEW, subject: 'new address' });
    story.sent({ on: 21, to: [NEW], signals: { boundary: 'how-we-know' } });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
  });

  it('when somebody else answers in the thread, an assistant or a colleague', () => {
    const story = friendOfRuth();
    story.sent({ on: 20, to: [OLD], id: '<secret>' });
    story.received({ on: 21, from: 'Pia Sol <pia@office.example>', inReplyTo: '<secret>' });
    expect(keyOf(story, 'pia@office.example')).toBe('pia@office.example');
  });

  it.each([
    ['an office’s address', 'info@hale-pottery.example', []],
    ['one that others sign too', 'studio@hale-pottery.example', ['Sol Pia', 'Max Orr']],
  ])('when the other is shared: %s', (_, shared, signers) => {
    const story = friendOfRuth();
    for (const name of signers) story.received({ on: 15, from: `${name} <${shared}>` });
    story.received({ on: 20, from: OLD, signals: { alsoWritesFrom: shared } });
    story.sent({ on: 21, to: [OLD], id: '<secret>', thread: 7 });
    story.received({ on: 22, from: `Ruth Hale <${shared}>`, inReplyTo: '<secret>', thread: 7 });
    story.sent({ on: 23, to: [`Ruth Hale <${shared}>`], thread: 7 });
    expect(keyOf(story, shared)).toBe(shared);
  });

  it('when the message that says so fails authentication', () => {
    const story = friendOfRuth();
    const failed = { found: [{ kind: 'fails-authentication', strength: 0.9, quotes: [] }] };
    story.received({ on: 20, from: OLD, signals: { ...failed, alsoWritesFrom: 'ruth.hale@home.example' } });
    story.received({ on: 21, from: NEW });
    expect(keyOf(story, 'ruth.hale@home.example')).toBe('ruth.hale@home.example');
  });
});
