import { afterEach, describe, expect, it } from 'vitest';
import { importInWords } from '../../../renderer/welcome/use-import.ts';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;

afterEach(() => {
  opened?.close();
  opened = undefined;
});

const text = () => document.body.textContent;

describe('the first start', () => {
  it('imports a file, asks who the user is, and tells the engine what was ticked', async () => {
    opened = await openWindow({ scenario: 'first-start' }, 'h1');
    const { bridge, button, click, settle } = opened;
    expect(text()).toContain('Your mail stays on this computer');
    click(button('Choose a file…'));
    await settle();
    expect(text()).toContain('Who are you?');
    expect(text()).toContain('Added 12,040 messages; 3 were there already; 2 could only be read in part');
    const ticked = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map((box) => box.checked);
    expect(ticked).toEqual([true, true, false]);
    click(document.querySelectorAll('input[type=checkbox]')[1]);
    click(button('That is me'));
    await settle();
    expect(bridge.asked.find(({ name }) => name === 'owner.confirm')?.input).toMatchObject({
      owner: { addresses: ['olive@owner.example'], name: 'Olive Owner' },
    });
  });

  it('imports what is dropped on the window', async () => {
    opened = await openWindow({ scenario: 'first-start' }, 'h1');
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [new File(['x'], 'mail.mbox')], types: ['Files'] },
    });
    window.dispatchEvent(drop);
    await opened.settle();
    expect(opened.bridge.asked.find(({ name }) => name === 'import.run')?.input).toEqual({
      paths: ['/somewhere/mail.mbox'],
    });
    expect(drop.defaultPrevented).toBe(true);
  });

  it('says why a file cannot be read, and stays where it was', async () => {
    const failure = { kind: 'unreadable-file', message: 'This is not a mail file.', cure: 'Choose an mbox.' } as const;
    opened = await openWindow({ scenario: 'first-start', failing: { 'shell.chooseImport': failure } }, 'h1');
    opened.click(opened.button('Choose a file…'));
    await opened.settle();
    expect(text()).toContain('This is not a mail file.');
    expect(text()).toContain('Choose an mbox.');
    expect(opened.button('Open the sample')).toBeDefined();
  });
});

describe('connecting Gmail', () => {
  it('warns of the 7-day trap, hands over the chosen file, and can be given up', async () => {
    opened = await openWindow({ scenario: 'first-start', delayMs: 400 }, 'h1');
    const { bridge, button, click, settle, until } = opened;
    click(button('Set up Gmail…'));
    expect(text()).toContain('signs you out every 7 days');
    expect(button('Sign in with Google…').disabled).toBe(true);
    click(button('Choose…'));
    await settle();
    click(document.querySelectorAll('input[type=radio]')[1]);
    expect(text()).toContain('gmail.readonly');
    click(button('Sign in with Google…'));
    await until(() => text().includes('Waiting for your browser'));
    click(button('Cancel'));
    await settle();
    const names = bridge.asked.map(({ name }) => name);
    expect(names).toContain('account.cancelConnect');
    expect(bridge.asked.find(({ name }) => name === 'account.connect')?.input).toEqual({
      clientJson: '{"installed":{}}',
      readOnly: true,
      sessionOnly: false,
    });
  });
});

describe('signing in again', () => {
  it('names the account that is meant, and asks for no file unless the engine has none', async () => {
    const lost = { kind: 'invalid-input', message: 'Acquaint no longer has the client.', cure: 'Choose it.' } as const;
    opened = await openWindow({ scenario: 'signed-out', failing: { 'account.connect': lost } });
    const { bridge, button, click, settle } = opened;
    expect(text()).toContain('Signed out: sign in again');
    expect(text()).toContain('Your mail stays here and can be used meanwhile.');
    click(button('Sign in again…'));
    await settle();
    click(button('Sign in with Google…'));
    await settle();
    const connects = () => bridge.asked.filter(({ name }) => name === 'account.connect').map(({ input }) => input);
    expect(connects()).toEqual([{ readOnly: false, accountId: 1, sessionOnly: false }]);
    expect(text()).toContain('Acquaint no longer has the client.');
    expect(button('Sign in with Google…').disabled).toBe(true);
    click(button('Choose…'));
    await settle();
    click(button('Sign in with Google…'));
    await settle();
    expect(connects()[1]).toMatchObject({ accountId: 1, clientJson: '{"installed":{}}' });
  });

  it('offers the session alone where there is no keyring', async () => {
    const none = { kind: 'no-keyring', message: 'This computer has no keychain.', cure: 'Install one.' } as const;
    opened = await openWindow({ scenario: 'signed-out', failing: { 'account.connect': none } });
    const { bridge, button, click, settle } = opened;
    click(button('Sign in again…'));
    await settle();
    click(button('Sign in with Google…'));
    await settle();
    click(button('Sign in for this session only…'));
    await settle();
    const asked = bridge.asked.filter(({ name }) => name === 'account.connect').map(({ input }) => input);
    expect(asked).toMatchObject([{ sessionOnly: false }, { sessionOnly: true }]);
  });
});

describe('importInWords', () => {
  it('counts exactly, and says that it was stopped', () => {
    expect(importInWords({ read: 1, added: 1, known: 0, defective: 0, cancelled: false })).toBe('Added 1 message');
    expect(importInWords({ read: 9, added: 5, known: 1, defective: 0, cancelled: true })).toBe(
      'Stopped: added 5 messages; 1 was there already',
    );
  });
});
