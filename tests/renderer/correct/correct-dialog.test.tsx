import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

/** The window with the cursor on the first message that is labelled as cold outreach. */
async function openAtPitch(): Promise<OpenWindow> {
  opened = await openWindow({ count: 24 });
  const at = opened;
  for (let turn = 0; turn < 24 && at.activeRow()?.includes('cold outreach') !== true; turn += 1) {
    at.press('j');
    await at.settle();
  }
  expect(at.activeRow()).toContain('cold outreach');
  return at;
}

const dialog = (): Element | null => document.querySelector('[role=dialog]');
const asked = (at: OpenWindow, name: string): readonly unknown[] =>
  at.bridge.asked.filter((one) => one.name === name).map(({ input }) => input);

describe('correcting labels', () => {
  it('goes by keys: w, the choice, what it would change, Enter, and z takes it back', async () => {
    const at = await openAtPitch();
    at.press('w');
    await at.settle();
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    expect(dialog()?.textContent).toContain('Not “cold outreach”');
    at.press('Enter');
    await at.settle();
    expect(dialog()?.textContent).toContain('other messages would move');
    expect(asked(at, 'correction.apply')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Apply');
    at.click(document.activeElement);
    await at.settle();
    expect(dialog()).toBeNull();
    expect(asked(at, 'correction.apply')).toEqual([
      { id: expect.any(Number) as number, scope: 'message', label: 'cold-outreach', says: 'not' },
    ]);
    expect(document.body.textContent).toMatch(/Not “cold outreach”; \d+ other messages moved/);
    at.press('z');
    await at.settle();
    expect(asked(at, 'correction.undo')).toEqual([{ decision: 1 }]);
  });

  it('changes nothing when it is cancelled', async () => {
    const at = await openAtPitch();
    at.press('w');
    await at.settle();
    at.press('Enter');
    await at.settle();
    at.click(at.button('Cancel'));
    await at.settle();
    expect(dialog()).toBeNull();
    expect(asked(at, 'correction.apply')).toEqual([]);
  });

  it('is undone by the button of its toast', async () => {
    const at = await openAtPitch();
    at.press('w');
    await at.settle();
    at.press('Enter');
    await at.settle();
    at.click(at.button('Apply'));
    await at.settle();
    at.click(at.button(/^Undo/));
    await at.settle();
    expect(asked(at, 'correction.undo')).toEqual([{ decision: 1 }]);
    expect(document.body.textContent).toContain('Your correction is taken back');
  });

  it('shows how far it has looked, and can stop looking', async () => {
    const at = await openAtPitch();
    const request = at.bridge.request.bind(at.bridge);
    let refuse: (() => void) | undefined;
    let ticket = '';
    Object.assign(at.bridge, {
      request: async (name: string, input: { readonly ticket: string }) => {
        if (name === 'correction.foresee') {
          ticket = input.ticket;
          return await new Promise((resolve) => {
            refuse = () => resolve({ ok: false, error: { kind: 'cancelled', message: 'Cancelled.', cure: '' } });
          });
        }
        if (name === 'correction.stopForeseeing') refuse?.();
        return await request(name as never, input as never);
      },
    });
    at.press('w');
    await at.until(() => document.querySelector('[role=combobox]') !== null);
    at.press('Enter');
    await at.until(() => document.querySelector('[role=progressbar]') !== null && ticket !== '');
    act(() => at.bridge.emit({ type: 'foreseeing', ticket: 'another', done: 1, total: 2 }));
    act(() => at.bridge.emit({ type: 'foreseeing', ticket, done: 30, total: 120 }));
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
    expect(at.button('Apply').disabled).toBe(true);
    at.click(at.button('Stop looking'));
    await at.until(() => !at.button('Apply').disabled);
    expect(dialog()?.textContent).toContain('other messages may move as well');
  });

  it('goes straight to what taking a label away would change, from its reason', async () => {
    const at = await openAtPitch();
    const reason = [...document.querySelectorAll('#message-content button[aria-expanded]')].find((each) =>
      each.textContent.includes('nagging'),
    );
    at.click(reason);
    await at.settle();
    at.click(at.button('Not “nagging”'));
    await at.settle();
    expect(dialog()?.textContent).toContain('What would this change?');
  });
});
