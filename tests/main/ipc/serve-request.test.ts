import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/contract/app-error.ts';
import { type RequestName, REQUESTS } from '#core/contract/requests.ts';
import { checkSender, type RequestHandlers, type RequestSender, serveRequest } from '#main/ipc/serve-request.ts';

/** Handlers that give back what they were asked with. */
function someHandlers(): { readonly handlers: RequestHandlers; readonly asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    Object.keys(REQUESTS).map((name) => [
      name,
      (input: unknown) => {
        asked.push([name, input]);
        return Promise.resolve(input);
      },
    ]),
  );
  return { handlers: handlers as unknown as RequestHandlers, asked };
}

async function errorOf(answer: Promise<unknown>): Promise<AppError> {
  const error: unknown = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

describe('serveRequest', () => {
  it('hands checked arguments on, defaults filled in and strangers left out', async () => {
    const { handlers, asked } = someHandlers();
    await serveRequest(handlers, 'queue.list', { lane: 'known', evil: 1 });
    expect(asked).toEqual([['queue.list', { lane: 'known', all: false, limit: 100 }]]);
  });

  it.each([
    '',
    'queue',
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'queue.list ',
    null,
    undefined,
    7,
    {},
    ['queue.list'],
    Symbol.iterator,
  ])('knows no request named %s', async (name) => {
    const { handlers, asked } = someHandlers();
    expect((await errorOf(serveRequest(handlers, name, {}))).kind).toBe('not-allowed');
    expect(asked).toEqual([]);
  });

  it.each([
    ['message.get', { id: 'x' }],
    ['message.get', { id: -1 }],
    ['message.get', { id: 1.5 }],
    ['message.get', {}],
    ['message.get', undefined],
    ['message.get', null],
    ['message.get', 7],
    ['action.run', { ids: [], kind: 'decline' }],
    ['action.run', { ids: [1], kind: 'delete' }],
    ['action.run', { ids: Array.from({ length: 1001 }, (_, index) => index + 1), kind: 'archive' }],
    ['action.run', { ids: [1], kind: 'decline', body: 'x'.repeat(20_001) }],
    ['shell.openLink', { url: 'x'.repeat(8193) }],
    ['shell.openLink', { url: ['https://example.com'] }],
    ['shell.setTheme', { theme: 'javascript:' }],
    ['queue.list', { limit: 1e9 }],
  ] as const)('refuses %s with %j', async (name, input) => {
    const { handlers, asked } = someHandlers();
    const error = await errorOf(serveRequest(handlers, name, input));
    expect(error).toMatchObject({ kind: 'invalid-input', message: expect.stringContaining(name) as string });
    expect(asked).toEqual([]);
  });

  it('never throws anything but an AppError and never serves what the schema refuses, for any request and any input', async () => {
    const { handlers, asked } = someHandlers();
    const names = Object.keys(REQUESTS) as RequestName[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
        async (name, input) => {
          asked.length = 0;
          const accepted = REQUESTS[name].safeParse(input).success;
          const error: unknown = await serveRequest(handlers, name, input).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          expect(asked).toHaveLength(accepted ? 1 : 0);
          expect(error === undefined || error instanceof AppError).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('checkSender', () => {
  const mainFrame = { url: 'app://acquaint/index.html' };
  const own = { mainFrame };
  const gate = { ownContents: () => own, isOwnPage: (url: string) => url === mainFrame.url };

  it('trusts the main frame of our own window', () => {
    expect(() => checkSender({ sender: own, senderFrame: mainFrame }, gate)).not.toThrow();
  });

  it.each<[string, RequestSender]>([
    ['a sub-frame', { sender: own, senderFrame: { url: mainFrame.url } }],
    ['another window', { sender: { mainFrame }, senderFrame: mainFrame }],
    ['a frame that is gone', { sender: own, senderFrame: null }],
  ])('does not trust %s', (_, sender) => {
    expect(() => checkSender(sender, gate)).toThrow(AppError);
  });

  it('does not trust our window once it shows something else, or when there is none', () => {
    const elsewhere = { url: 'https://evil.example/' };
    expect(() =>
      checkSender(
        { sender: own, senderFrame: elsewhere },
        { ...gate, ownContents: () => ({ ...own, mainFrame: elsewhere }) },
      ),
    ).toThrow('may not ask');
    const moved = { mainFrame: elsewhere };
    expect(() => checkSender({ sender: moved, senderFrame: elsewhere }, { ...gate, ownContents: () => moved })).toThrow(
      'may not ask',
    );
    expect(() =>
      checkSender({ sender: own, senderFrame: mainFrame }, { ...gate, ownContents: () => undefined }),
    ).toThrow('may not ask');
  });
});
