import { afterEach, describe, expect, it } from 'vitest';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;

afterEach(() => {
  opened?.close();
  opened = undefined;
});

async function open(options: Parameters<typeof openWindow>[0] = {}, ready?: string): Promise<OpenWindow> {
  opened = await openWindow({ count: 12, ...options }, ready);
  return opened;
}

describe('the queue', () => {
  it('shows the best known first and begins there', async () => {
    const queue = await open();
    expect(queue.rows()[0]).toContain('Marta Keller');
    expect(queue.activeRow()).toContain('Marta Keller');
    expect(document.querySelector('article h2')?.textContent).toBe('Draft of the reliability chapter');
  });

  it('takes a message out in the frame of the key press, before the engine has answered, and goes on to the next', async () => {
    const queue = await open({ delayMs: 20 });
    await queue.settle();
    queue.press('e');
    expect(queue.rows().join()).not.toContain('Marta Keller');
    expect(queue.activeRow()).toContain('Jonas Brandt');
    expect(document.activeElement?.id).toBe('message-list');
    await queue.settle();
    expect(queue.rows().join()).not.toContain('Marta Keller');
    expect(queue.bridge.asked.filter(({ name }) => name === 'action.run').map(({ input }) => input)).toEqual([
      { ids: [1], kind: 'archive' },
    ]);
  });

  it('brings a message back where the engine refuses, with the reason and the cure', async () => {
    const queue = await open({
      failing: {
        'action.run': { kind: 'no-account', message: 'No account is connected.', cure: 'Connect Gmail first.' },
      },
    });
    queue.press('e');
    expect(queue.rows().join()).not.toContain('Marta Keller');
    await queue.settle();
    expect(queue.rows()[0]).toContain('Marta Keller');
    const said = document.querySelector('[aria-label="What just happened"]')?.textContent;
    expect(said).toContain('No account is connected.');
    expect(said).toContain('Connect Gmail first.');
  });

  it('takes the last action back with z, and stands on what came back', async () => {
    const queue = await open();
    queue.press('j');
    queue.press('e');
    await queue.settle();
    expect(document.querySelector('[aria-label="What just happened"]')?.textContent).toContain('Archived');
    queue.press('z');
    await queue.settle();
    expect(queue.rows()[1]).toContain('Jonas Brandt');
    expect(queue.activeRow()).toContain('Jonas Brandt');
  });

  it('undoes a batch as a whole', async () => {
    const queue = await open();
    queue.press('J');
    queue.press('J');
    expect(document.body.textContent).toContain('3 selected');
    queue.press('e');
    expect(queue.rows()).toHaveLength(9);
    await queue.settle();
    queue.press('z');
    await queue.settle();
    expect(queue.rows()).toHaveLength(12);
  });

  it('leaves keys to the reply while it is written, and sends what was written', async () => {
    const queue = await open();
    for (let step = 0; step < 4; step += 1) queue.press('j');
    queue.press('n');
    await queue.settle();
    const text = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea');
    expect(text?.value).toContain('I must decline');
    text?.focus();
    queue.press('e');
    expect(queue.rows()).toHaveLength(12);
    queue.type(text, 'No.');
    queue.press('Enter', { ctrlKey: true });
    await queue.settle();
    const sent = queue.bridge.asked.find(({ name }) => name === 'action.run');
    expect(sent?.input).toMatchObject({ kind: 'decline', body: 'No.', tone: 'kind', again: false });
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('says first where a boundary was set before, and tells the engine that the user knows', async () => {
    const queue = await open();
    for (let step = 0; step < 5; step += 1) queue.press('j');
    expect(queue.activeRow()).toContain('Dev Patel');
    queue.press('n');
    await queue.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('You already declined on 21 October.');
    document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')?.focus();
    queue.press('Enter', { ctrlKey: true });
    await queue.settle();
    expect(queue.bridge.asked.find(({ name }) => name === 'action.run')?.input).toMatchObject({ again: true });
  });

  it('does not offer to send where the engine forbids it', async () => {
    const queue = await open();
    queue.press('End');
    expect(queue.activeRow()).toContain('Bank of Somewhere');
    queue.press('h');
    await queue.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('takes no answers');
    expect(queue.button(/^Send/).disabled).toBe(true);
    expect(document.querySelector('[role=dialog] textarea')).toBeNull();
  });

  it('gives each message its place in the set, and every control a name', async () => {
    const queue = await open();
    const first = document.querySelector('#message-list [role=option]');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(first?.getAttribute('aria-setsize')).toBe('12');
    const nameless = [...document.querySelectorAll('button, input, textarea, select, iframe')].filter(
      (control) =>
        (control.getAttribute('aria-label') ?? control.getAttribute('title') ?? control.textContent).trim() === '',
    );
    expect(nameless).toEqual([]);
    queue.press('?');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('How do we know each other?');
  });

  it('keeps a handled message in all mail, and goes on all the same', async () => {
    const queue = await open();
    queue.press('g');
    queue.press('e');
    await queue.settle();
    queue.press('e');
    expect(queue.rows()).toHaveLength(12);
    expect(queue.activeRow()).toContain('Jonas Brandt');
    await queue.settle();
    queue.press('g');
    queue.press('i');
    await queue.settle();
    expect(queue.rows()).toHaveLength(11);
  });

  it('says what was loaded, what was done and how to undo it, without moving the focus', async () => {
    const queue = await open();
    const news = () => document.querySelector('[aria-live=polite]')?.textContent;
    expect(news()).toBe('Inbox, 12 messages');
    queue.press('e');
    await queue.settle();
    expect(news()).toBe('Archived. Press z to undo.');
    expect(document.activeElement?.id).toBe('message-list');
  });

  it('goes to a lane by two keys and comes back to where it was', async () => {
    const queue = await open();
    queue.press('j');
    queue.press('g');
    queue.press('b');
    await queue.settle();
    expect(queue.rows()).toHaveLength(1);
    queue.press('g');
    queue.press('i');
    await queue.settle();
    expect(queue.activeRow()).toContain('Jonas Brandt');
  });

  it('renders as much for twenty thousand messages as for twenty', async () => {
    const queue = await open({ count: 20_000 });
    expect(document.querySelectorAll('#message-list [role=option]').length).toBeLessThan(30);
    expect(queue.bridge.asked.filter(({ name }) => name === 'queue.list').length).toBeLessThan(4);
  });

  it('shows what is wrong and the cure where the queue cannot be had', async () => {
    const failure = { kind: 'db-corrupt', message: 'The database is damaged.', cure: 'Rebuild it.' } as const;
    await open({ failing: { 'queue.list': failure } }, '[role=alert]');
    const said = document.querySelector('[role=alert]')?.textContent;
    expect(said).toContain('The database is damaged.');
    expect(said).toContain('Rebuild it.');
  });
});
