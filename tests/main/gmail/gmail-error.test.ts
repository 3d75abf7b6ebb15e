import { describe, expect, it } from 'vitest';
import { asGmailError } from '#main/gmail/gmail-error.ts';

/** As gaxios throws it: with the request, and with what `fetch` had wrapped. */
function failedRequest(code: string): Error {
  const cause = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  return Object.assign(new Error('request failed', { cause }), { config: {} });
}

describe('asGmailError', () => {
  it('blames the clock where Gmail’s certificate is of another time, and surely sent nothing', () => {
    expect(asGmailError(failedRequest('CERT_NOT_YET_VALID'), 0)).toMatchObject({
      failure: 'offline',
      message: expect.stringContaining('clock') as unknown,
      cure: expect.stringContaining('clock') as unknown,
      mayHaveHappened: false,
    });
    expect(asGmailError(failedRequest('ECONNRESET'), 0)).toMatchObject({
      message: 'Gmail cannot be reached.',
      mayHaveHappened: true,
    });
  });
});
