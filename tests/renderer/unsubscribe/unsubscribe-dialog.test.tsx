import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutboxItem } from '#core/contract/views.ts';
import type { FakeBridgeOptions } from '../fake-bridge.ts';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;

afterEach(() => {
  opened?.close();
  opened = undefined;
});

/** At the newsletter, the key pressed. */
async function unsubscribe(unsubscribe?: FakeBridgeOptions['unsubscribe']): Promise<OpenWindow> {
  opened = await openWindow({ count: 12, ...(unsubscribe === undefined ? {} : { unsubscribe }) });
  opened.press('g');
  opened.press('b');
  await opened.settle();
  opened.press('u');
  await opened.settle();
  return opened;
}

const dialog = () => document.querySelector('[role=dialog]');
const runs = ({ bridge }: OpenWindow) =>
  bridge.asked.filter(({ name }) => name === 'action.run').map(({ input }) => input);

describe('unsubscribing', () => {
  it('needs no more than the key where one click is safe', async () => {
    const at = await unsubscribe();
    expect(dialog()).toBeNull();
    expect(runs(at)).toMatchObject([{ kind: 'unsubscribe' }]);
  });

  it('shows the mail, why it is not one click, and sends what the user made of it by Ctrl-Enter', async () => {
    const at = await unsubscribe('unconfirmed');
    expect(runs(at)).toEqual([]);
    expect(dialog()?.textContent).toContain('Nobody has confirmed the signature of weekly-gradient.example.');
    expect(dialog()?.textContent).toContain('leave@weekly-gradient.example');
    expect(dialog()?.textContent).toContain('leave 212');
    const body = dialog()?.querySelector('textarea') ?? null;
    expect(body?.value).toBe('Please unsubscribe me.');
    at.type(body, 'Please take me off.');
    body?.focus();
    at.press('Enter', { ctrlKey: true });
    await at.settle();
    expect(runs(at)).toMatchObject([{ kind: 'unsubscribe', way: 'mailto', body: 'Please take me off.' }]);
    expect(dialog()).toBeNull();
  });

  it('offers the next way, and says where a page leads before it is opened', async () => {
    const at = await unsubscribe('unconfirmed');
    at.click(dialog()?.querySelectorAll('input[type=radio]')[1]);
    expect(dialog()?.textContent).toContain('https://weekly-gradient.example/leave');
    at.click(at.button(/^Open the page/));
    await at.settle();
    expect(runs(at)).toMatchObject([{ way: 'link' }]);
  });

  it('is no dead end where there is no way out', async () => {
    const at = await unsubscribe('none');
    expect(dialog()?.textContent).toContain('names no way to unsubscribe');
    at.click(at.button('Ask to be removed…'));
    await at.settle();
    expect(dialog()?.textContent).toContain('Please remove me');
    at.press('Escape');
    at.press('u');
    await at.settle();
    at.click(at.button('Block the sender'));
    await at.settle();
    expect(runs(at)).toMatchObject([{ kind: 'block' }]);
  });

  it('shows the other ways after a click that was refused, and goes on with the one chosen', async () => {
    const at = await unsubscribe();
    const [done] = await (async () => {
      const answer = await at.bridge.request('outbox.list', {});
      return answer.ok ? answer.value : [];
    })();
    const error = { kind: 'not-allowed', message: 'The list said no.', cure: '' } as const;
    act(() => at.bridge.emit({ type: 'outbox', item: { ...done, state: 'failed', error } as OutboxItem }));
    await at.settle();
    at.click(at.button('Other ways…'));
    await at.settle();
    expect(dialog()?.textContent).toContain('leave@weekly-gradient.example');
    at.click(at.button(/^Send/));
    await at.settle();
    expect(at.bridge.asked.find(({ name }) => name === 'action.retry')?.input).toEqual({
      outboxId: done?.id,
      way: 'mailto',
      body: 'Please unsubscribe me.',
    });
  });
});
