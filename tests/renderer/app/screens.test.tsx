import { afterEach, describe, expect, it } from 'vitest';
import { act } from 'react';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;

afterEach(() => {
  opened?.close();
  opened = undefined;
});

async function open(options: Parameters<typeof openWindow>[0] = {}): Promise<OpenWindow> {
  opened = await openWindow({ count: 12, ...options });
  return opened;
}

async function goTo(at: OpenWindow, second: string): Promise<void> {
  at.press('g');
  at.press(second);
  await at.settle();
}

const text = () => document.body.textContent;

describe('the sender page', () => {
  it('shows the two-way record and how far it goes back, and comes back to the same message', async () => {
    const at = await open();
    at.press('j');
    at.press('s');
    await at.settle();
    expect(document.title).toBe('Who is this? – Acquaint');
    expect(text()).toContain('You wrote142');
    expect(text()).toContain('Your record goes back to March 2016');
    at.press('Escape');
    await at.settle();
    expect(at.activeRow()).toContain('Jonas Brandt');
  });

  it('takes the user’s word by one key and takes it back by z', async () => {
    const at = await open();
    at.press('s');
    await at.settle();
    at.press('i');
    await at.settle();
    expect(at.button(/^I know them/).getAttribute('aria-pressed')).toBe('true');
    at.press('z');
    await at.settle();
    expect(at.button(/^I know them/).getAttribute('aria-pressed')).toBe('false');
    const asked = at.bridge.asked.filter(({ name }) => name === 'person.judge' || name === 'person.unjudge');
    expect(asked.map(({ input }) => input)).toEqual([
      { personId: 1, verdict: 'known' },
      { before: [expect.objectContaining({ verdict: null })] },
    ]);
  });
});

describe('who is who on the sender page', () => {
  const mailboxes = () => text().split('Join with another person')[0] ?? '';
  const dialog = () => document.querySelector('[role=dialog]');

  it('joins another person by keys alone, and takes it back by z', async () => {
    const at = await open();
    at.press('s');
    await at.settle();
    at.press('t');
    await at.settle();
    const input = document.querySelector('[role=dialog] [role=combobox]');
    expect(document.activeElement).toBe(input);
    at.type(input, 'jonas');
    await at.settle();
    at.press('Enter');
    await at.settle();
    expect(dialog()?.textContent).toContain('3 messages in your inbox go from Strangers to Known');
    expect(document.activeElement?.textContent).toContain('They are one person');
    at.click(document.activeElement);
    await at.settle();
    expect(dialog()).toBeNull();
    expect(mailboxes()).toMatch(/You said that \S+ and jonas\S+ are one person/);
    at.press('z');
    await at.settle();
    expect(mailboxes()).not.toContain('are one person');
    const told = at.bridge.asked.filter(({ name }) => name === 'person.tell' || name === 'person.takeBack');
    expect(told.map(({ input }) => input)).toEqual([
      expect.objectContaining({ word: 'same', other: expect.stringContaining('jonas') }),
      { wordId: 1, isTakenBack: true },
    ]);
  });

  it('looks once at what a join would change, however often the mail changes meanwhile', async () => {
    const at = await open();
    at.press('s');
    await at.settle();
    at.press('t');
    await at.settle();
    at.type(document.querySelector('[role=dialog] [role=combobox]'), 'jonas');
    await at.settle();
    at.press('Enter');
    await at.settle();
    const previews = () => at.bridge.asked.filter(({ name }) => name === 'person.preview').length;
    expect(previews()).toBe(1);
    act(() => at.bridge.emit({ type: 'queue-changed' }));
    await at.settle();
    expect(previews()).toBe(1);
    at.click(
      [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Back') ?? null,
    );
    await at.settle();
    at.click(document.querySelector('[role=dialog] [role=option]'));
    await at.settle();
    expect(previews()).toBe(2);
  });

  it('asks for the person by address, who may be another one on the way back', async () => {
    const at = await open();
    at.press('s');
    await at.settle();
    const asked = at.bridge.asked.find(({ name }) => name === 'sender.get');
    expect(asked?.input).toEqual({ personId: 1, address: expect.stringContaining('@') });
  });

  it('takes an address out of a person, and counts again what was taken back by its button', async () => {
    const at = await open();
    at.press('s');
    await at.settle();
    at.press('T');
    await at.settle();
    expect(dialog()).toBeNull();
    at.press('t');
    await at.settle();
    at.type(document.querySelector('[role=dialog] [role=combobox]'), 'jonas');
    await at.settle();
    at.press('Enter');
    await at.settle();
    at.click(document.activeElement);
    await at.settle();
    at.press('T');
    await at.settle();
    expect(dialog()?.textContent).toContain('Whose address is not theirs?');
    at.click(at.button('It is somebody else'));
    await at.settle();
    expect(text()).toContain('Not theirs');
    at.click(at.button(/^Take back what you said of jonas/));
    await at.settle();
    expect(text()).not.toContain('Not theirs');
    at.press('z');
    await at.settle();
    expect(text()).toContain('Not theirs');
  });
});

describe('the boundary ledger', () => {
  it('offers the next step where a boundary was ignored, and lets bygones be bygones', async () => {
    const at = await open();
    await goTo(at, 'l');
    const row = [...document.querySelectorAll('tr')].find((each) => each.textContent.includes('Dev Patel'));
    expect(row?.textContent).toContain('ignored 2 times');
    at.click(at.button('Please remove me', row));
    await at.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('dev@growthloop.example');
    at.press('Escape');
    await at.settle();
    at.click(at.button('Forgive', row));
    await at.settle();
    expect(text()).toContain('Forgiven: Dev Patel');
    expect(
      [...document.querySelectorAll('tr')].find((each) => each.textContent.includes('Dev Patel'))?.textContent,
    ).toContain('forgiven');
  });
});

describe('search', () => {
  it('finds as one types, without shortcuts firing, and opens with Enter', async () => {
    const at = await open();
    at.press('/');
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    input?.focus();
    at.press('e');
    at.type(input, 'priya');
    await at.settle();
    expect([...document.querySelectorAll('#found [role=option]')].map((row) => row.textContent).join()).toContain(
      'Marta suggested',
    );
    at.press('Enter');
    await at.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Would you be willing');
    expect(at.bridge.asked.some(({ name }) => name === 'action.run')).toBe(false);
  });
});

describe('settings', () => {
  it('keeps what is typed while the engine reports, and saves the whole owner', async () => {
    const at = await open();
    await goTo(at, 'p');
    const name = document.querySelector<HTMLInputElement>('main input');
    at.type(name, 'Olive O.');
    act(() => at.bridge.emit({ type: 'status-changed' }));
    await at.settle();
    expect(document.querySelector<HTMLInputElement>('main input')?.value).toBe('Olive O.');
    at.click(at.button('Save'));
    await at.settle();
    const saved = at.bridge.asked.find(({ name: asked }) => asked === 'owner.confirm')?.input;
    expect(saved).toMatchObject({
      owner: { name: 'Olive O.', policy: 'I only connect with people I know; please say how we are connected.' },
    });
    expect(text()).not.toContain('Not saved yet');
  });
});

describe('addresses that were found in the mail', () => {
  it('are confirmed or declined one by one in the settings', async () => {
    const at = await open();
    await goTo(at, 'p');
    const found = () => document.querySelector('[aria-label="Found in your mail"]')?.textContent ?? '';
    expect(found()).toContain('olive.owner@old-firm.example');
    expect(found()).not.toContain('olive@owner.example');
    at.click(at.button('olive.owner@old-firm.example is mine'));
    at.click(at.button('family@owner.example is not mine'));
    expect(found()).toBe('');
    at.click(at.button('Save'));
    await at.settle();
    expect(at.bridge.asked.find(({ name }) => name === 'owner.confirm')?.input).toMatchObject({
      owner: { addresses: ['olive@owner.example', 'olive.owner@old-firm.example'] },
      notMine: ['family@owner.example'],
    });
  });
});

describe('another profile', () => {
  it('says that the sample is a sample, and forgets what could be undone elsewhere', async () => {
    const at = await open({ scenario: 'sample' });
    expect(text()).toContain('invented people');
    at.press('e');
    await at.settle();
    act(() => at.bridge.emit({ type: 'profile-changed', profile: 'own' }));
    await at.settle();
    at.press('z');
    await at.settle();
    expect(at.bridge.asked.some(({ name }) => name === 'action.undo')).toBe(false);
    expect(text()).toContain('There is nothing to undo');
  });
});

describe('the sample', () => {
  it('lets mail be dropped on it: the shell brings it into the user’s own profile', async () => {
    const at = await open({ scenario: 'sample' });
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [new File(['x'], 'mail.mbox')], types: ['Files'] },
    });
    act(() => void window.dispatchEvent(drop));
    await at.settle();
    expect(at.bridge.asked.filter(({ name }) => name === 'import.run')).toHaveLength(1);
  });

  it('is left for mail of one’s own', async () => {
    const at = await open({ scenario: 'sample' });
    at.click(at.button('Use your own mail…'));
    await at.settle();
    expect(at.bridge.asked.some(({ name }) => name === 'shell.closeSample')).toBe(true);
    expect(text()).toContain('Connect Gmail');
  });
});

describe('jobs', () => {
  it('shows the numbers of an import and stops it', async () => {
    opened = await openWindow({ scenario: 'importing' }, '[role=progressbar]');
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('26');
    expect(text()).toContain('12,400 of about 47,000 messages');
    opened.click(opened.button('Stop: Importing Takeout.mbox'));
    await opened.settle();
    expect(opened.bridge.asked.find(({ name }) => name === 'job.cancel')?.input).toEqual({ jobId: 3 });
  });
});

describe('a first sync', () => {
  it('says what is known and when the rest will be there, and is paused and resumed by one key', async () => {
    const at = await open({ scenario: 'syncing' });
    const mailbox = () => document.querySelector('[aria-label^="Mailbox"]')?.textContent;
    expect(mailbox()).toContain('Queue ready');
    expect(mailbox()).toContain('history back to March 2024');
    expect(mailbox()).toContain('about 2 h left at Google’s limit');
    at.press('p');
    await at.settle();
    expect(at.bridge.asked.filter(({ name }) => name === 'sync.pause').map(({ input }) => input)).toEqual([
      { accountId: 1 },
    ]);
    expect(mailbox()).toContain('Paused');
    expect(at.button('Resume syncing')).toBeDefined();
    at.press('p');
    await at.settle();
    expect(mailbox()).toContain('history back to March 2024');
    expect(at.bridge.asked.filter(({ name }) => name === 'sync.run')).toHaveLength(1);
  });
});

describe('a message', () => {
  it('opens the words, headers and earlier messages that a reason rests on', async () => {
    const at = await open();
    for (let step = 0; step < 5; step += 1) at.press('j');
    await at.settle();
    const reasons = () => [...document.querySelectorAll<HTMLButtonElement>('article button[aria-expanded]')];
    at.click(reasons()[0]);
    await at.settle();
    expect(document.querySelector('#message-content mark')?.textContent).toBe(
      'just bumping this to the top of your inbox',
    );
    expect(document.querySelector('article')?.textContent).toContain('An earlier message');
    at.click(reasons()[2]);
    expect(document.querySelector('article code')?.textContent).toBe('X-Mailer: OutreachLoop 4.2');
  });

  it('shows formatted mail in a frame that may do nothing, and where a clicked link leads', async () => {
    const at = await open();
    await goTo(at, 'b');
    at.press('v');
    const frame = document.querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.getAttribute('srcdoc')).toContain("default-src 'none'");
    expect(frame?.getAttribute('srcdoc')).not.toContain('img.weekly-gradient.example');
    act(() => at.bridge.emit({ type: 'link-clicked', url: 'https://click.tracker.example/?u=1' }));
    const dialog = document.querySelector('[role=dialog]');
    expect(dialog?.textContent).toContain(
      'The text says weekly-gradient.example, but the link leads to click.tracker.example.',
    );
    expect(at.bridge.asked.some(({ name }) => name === 'shell.openLink')).toBe(false);
    at.click(at.button(/Open in your browser/));
    await at.settle();
    expect(at.bridge.asked.find(({ name }) => name === 'shell.openLink')?.input).toEqual({
      url: 'https://click.tracker.example/?u=1',
    });
  });

  it('loads images only when asked to, through the shell', async () => {
    const at = await open();
    await goTo(at, 'b');
    at.press('v');
    await at.settle();
    expect(at.bridge.asked.some(({ name }) => name === 'shell.loadImages')).toBe(false);
    expect(text()).toContain('1 image not loaded');
    expect(text()).toContain('1 tracking image removed');
    at.click(at.button('Show images'));
    await at.settle();
    expect(document.querySelector('iframe')?.getAttribute('srcdoc')).toContain('src="data:image/png');
    expect(at.bridge.asked.find(({ name }) => name === 'shell.loadImages')?.input).toEqual({
      urls: ['https://img.weekly-gradient.example/212/header.png'],
    });
  });
});
