/** The whole window in jsdom on a played engine, and the few things a user does to it. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from '../../renderer/app/app.tsx';
import { createFakeBridge, type FakeBridge, type FakeBridgeOptions } from './fake-bridge.ts';

/** jsdom lays nothing out; the virtual list asks how much room it has. */
const ROOM = { width: 400, height: 800 };

export interface OpenWindow {
  readonly bridge: FakeBridge;
  /** Lets answers arrive and effects run, until nothing is asked any more. */
  readonly settle: () => Promise<void>;
  /** Settles until something is so, or two seconds have passed. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** One key press on what has the focus; rendering is done when it returns, answers are not there yet. */
  readonly press: (key: string, differing?: KeyboardEventInit) => void;
  readonly click: (element: Element | null | undefined) => void;
  readonly type: (element: Element | null, text: string) => void;
  /** Names of the rows shown, in order. */
  readonly rows: () => readonly string[];
  readonly activeRow: () => string | undefined;
  readonly button: (name: string | RegExp, within?: ParentNode) => HTMLButtonElement;
  readonly close: () => void;
}

/** `ready` is a selector of what must be there before the test begins: by default an opened message. */
export async function openWindow(options: FakeBridgeOptions = {}, ready = '#message-content h2'): Promise<OpenWindow> {
  layOut();
  const bridge = createFakeBridge(options);
  Object.assign(window, { acquaint: bridge });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('div');
  document.body.append(place);
  const root: Root = createRoot(place);
  act(() => root.render(<App />));
  const wait = async (ms: number) => await act(async () => await new Promise((resolve) => setTimeout(resolve, ms)));
  const until = async (isSo: () => boolean) => {
    for (let turn = 0; turn < 400 && !isSo(); turn += 1) await wait(5);
  };
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = bridge.pending() === 0 ? quiet + 1 : 0) await wait(5);
  };
  await until(() => document.querySelector(ready) !== null);

  const shownRows = () => [...document.querySelectorAll('#message-list [role=option]')];
  return {
    bridge,
    settle,
    until,
    press: (key, differing = {}) =>
      act(() => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...differing }));
      }),
    click: (element) =>
      act(() => {
        if (element === null || element === undefined) throw new Error('nothing to click');
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }),
    type: (element, text) =>
      act(() => {
        if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
          throw new Error('cannot be typed in');
        // React only hears of a change that did not go through its own setter.
        const prototype =
          element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, text);
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    rows: () =>
      shownRows()
        .toSorted((a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')))
        .map((row) => row.getAttribute('aria-label') ?? ''),
    activeRow: () => {
      const id = document.getElementById('message-list')?.getAttribute('aria-activedescendant');
      return id === null || id === undefined
        ? undefined
        : (document.getElementById(id)?.getAttribute('aria-label') ?? undefined);
    },
    button: (name, within = document) => {
      const matches = (text: string | null) => (typeof name === 'string' ? text === name : name.test(text ?? ''));
      const found = [...within.querySelectorAll('button')].find((button) =>
        matches(button.getAttribute('aria-label') ?? button.textContent),
      );
      if (found === undefined) throw new Error(`no button ${String(name)}`);
      return found;
    },
    close: () => {
      act(() => root.unmount());
      document.body.innerHTML = '';
    },
  };
}

function layOut(): void {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => ROOM.height },
    clientWidth: { configurable: true, get: () => ROOM.width },
  });
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
