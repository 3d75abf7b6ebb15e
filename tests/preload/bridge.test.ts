import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AcquaintBridge } from '#core/contract/bridge.ts';

// The real preload runs in tests/e2e/security*.test.ts; here it is seen what it does with Electron's own objects.
const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  sent: [] as unknown[][],
  listeners: new Map<string, ((...args: unknown[]) => void)[]>(),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      electron.invoked.push(args);
      return Promise.resolve({ ok: true, value: 'answer' });
    },
    send: (...args: unknown[]) => electron.sent.push(args),
    on: (channel: string, listener: (...args: unknown[]) => void) =>
      electron.listeners.set(channel, [...(electron.listeners.get(channel) ?? []), listener]),
    off: (channel: string, listener: (...args: unknown[]) => void) =>
      electron.listeners.set(
        channel,
        (electron.listeners.get(channel) ?? []).filter((other) => other !== listener),
      ),
  },
  webUtils: { getPathForFile: (file: unknown) => (file instanceof File ? `/mail/${file.name}` : raise()) },
}));

function raise(): never {
  throw new TypeError('not a file');
}

async function theBridge(): Promise<AcquaintBridge> {
  vi.resetModules();
  await import('../../preload/index.ts');
  return electron.exposed.get('acquaint') as AcquaintBridge;
}

describe('window.acquaint', () => {
  beforeEach(() => {
    electron.exposed.clear();
    electron.invoked.length = 0;
    electron.sent.length = 0;
    electron.listeners.clear();
  });

  it('is all that the window gets, and has four members', async () => {
    const bridge = await theBridge();
    expect([...electron.exposed.keys()]).toEqual(['acquaint']);
    expect(Object.keys(bridge).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'onEvent',
      'pathForFile',
      'platform',
      'request',
    ]);
  });

  it('asks on one channel, which the window cannot choose', async () => {
    const bridge = await theBridge();
    await bridge.request('status.get', {});
    expect(electron.invoked).toEqual([['acquaint:request', 'status.get', {}]]);
  });

  it('passes events on without Electron’s event object, until told to stop', async () => {
    const bridge = await theBridge();
    const heard: unknown[][] = [];
    const stop = bridge.onEvent((...args) => heard.push(args));
    const send = (...args: unknown[]) =>
      electron.listeners.get('acquaint:event')?.forEach((listener) => listener(...args));
    send({ sender: 'secret', ports: [] }, { type: 'queue-changed' });
    stop();
    send({ sender: 'secret' }, { type: 'queue-changed' });
    expect(heard).toEqual([[{ type: 'queue-changed' }]]);
  });

  it('gives the path of a file and says that it was chosen; anything else has none', async () => {
    const bridge = await theBridge();
    expect(bridge.pathForFile(new File([], 'all.mbox'))).toBe('/mail/all.mbox');
    expect(bridge.pathForFile({})).toBe('');
    expect(electron.sent).toEqual([['acquaint:chosen-file', '/mail/all.mbox']]);
  });
});
