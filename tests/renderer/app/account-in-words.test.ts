import { describe, expect, it } from 'vitest';
import type { AccountView } from '#core/contract/views.ts';
import type { AccountId } from '#core/mail/message.ts';
import { accountInWords, agoInWords } from '../../../renderer/app/account-in-words.ts';

const NOW = Date.UTC(2026, 10, 2, 9);
const anAccount = (differing: Partial<AccountView> = {}): AccountView => ({
  id: 1 as AccountId,
  kind: 'gmail',
  address: 'olive@owner.example',
  state: 'ready',
  messageCount: 10,
  lastSyncAt: NOW - 3 * 60_000,
  ...differing,
});
const words = (differing: Partial<AccountView>, online = true): string => {
  const { text, more = '', does = 'nothing' } = accountInWords(anAccount(differing), { online, now: NOW });
  return [text, more, does].filter((part) => part !== '').join(' | ');
};

describe('accountInWords', () => {
  it('says that it is up to date and when that was seen', () => {
    expect(words({})).toBe('Up to date, checked 3 min ago | sync');
    expect(words({ state: 'read-only' })).toBe('Up to date, checked 3 min ago | sync');
  });

  it('tells paused, offline and signed out apart, each with what can be done', () => {
    const error = { kind: 'offline', message: 'Gmail cannot be reached.', cure: '' } as const;
    expect(words({ state: 'paused' })).toBe('Paused | New mail comes when you resume. | resume');
    expect(words({}, false)).toBe('Offline: replies wait here | nothing');
    expect(words({ state: 'offline', error })).toBe('Gmail cannot be reached. | Trying again by itself. | sync');
    expect(words({ state: 'reconnect' })).toBe(
      'Signed out: sign in again | Your mail stays here and can be used meanwhile. | sign-in',
    );
  });

  it('asks to sign in again also while offline: that is what is wrong', () => {
    expect(words({ state: 'reconnect' }, false)).toContain('Signed out');
  });

  it('shows a refusal with its cure, and a pause that Gmail asked for as no failure', () => {
    const rejected = {
      kind: 'gmail-rejected',
      message: 'The Gmail API is not switched on.',
      cure: 'Enable it.',
    } as const;
    expect(words({ error: rejected })).toBe('The Gmail API is not switched on. | Enable it. | sync');
    const slow = { kind: 'rate-limited', message: 'Gmail asks for a pause.', cure: 'Nothing to do.' } as const;
    expect(accountInWords(anAccount({ error: slow }), { online: true, now: NOW }).look).toBe('busy');
  });

  it('says that a sign-in without a keychain ends with the session', () => {
    const error = { kind: 'no-keyring', message: 'No keychain.', cure: '' } as const;
    expect(words({ error })).toBe('Up to date, checked 3 min ago | Signed in until Acquaint is closed. | sync');
    expect(words({ state: 'reconnect', error })).toContain('No keyring: unlock it, or sign in again');
  });
});

describe('agoInWords', () => {
  it('grows coarser', () => {
    expect([10_000, 60_000, 3 * 3_600_000, 72 * 3_600_000].map(agoInWords)).toEqual([
      'just now',
      '1 min ago',
      '3 h ago',
      '3 days ago',
    ]);
  });

  it('takes a clock that was set back for now', () => {
    expect(agoInWords(-3_600_000)).toBe('just now');
  });
});
