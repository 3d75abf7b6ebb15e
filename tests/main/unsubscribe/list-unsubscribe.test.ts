import { describe, expect, it } from 'vitest';
import type { ListHeaders } from '#core/mail/message.ts';
import { unsubscribeLink } from '#main/unsubscribe/link-in-text.ts';
import { mayOneClick, readUrlList, waysOut, whyNotOneClick } from '#main/unsubscribe/list-unsubscribe.ts';
import { readMailto } from '#main/unsubscribe/mailto.ts';

const NEWSLETTER: ListHeaders = {
  listUnsubscribe: '<https://list.example/u/1>, <mailto:leave@list.example?subject=leave%20me>',
  listUnsubscribePost: 'List-Unsubscribe=One-Click',
  dkimSignatures: [{ domain: 'list.example', signedHeaders: ['from', 'list-unsubscribe', 'list-unsubscribe-post'] }],
  authenticationResults:
    'mx.google.com; dkim=pass header.i=@list.example header.s=s1; spf=pass; dmarc=pass header.from=list.example',
};

describe('waysOut', () => {
  it('offers one click, then mail, then the page', () => {
    expect(waysOut(NEWSLETTER).map(({ method }) => method)).toEqual(['one-click', 'mailto', 'link']);
  });

  it('offers nothing where the headers do not', () => {
    expect(waysOut({})).toEqual([]);
    expect(waysOut({ listUnsubscribe: '<javascript:alert(1)>, <ftp://x.example/>' })).toEqual([]);
  });
});

describe('mayOneClick', () => {
  const refused: readonly (readonly [string, Partial<ListHeaders>])[] = [
    ['without the post field', { listUnsubscribePost: undefined } as never],
    ['with another value in it', { listUnsubscribePost: 'List-Unsubscribe=One-Click; x' }],
    [
      'with a signature that leaves the post field out',
      { dkimSignatures: [{ domain: 'list.example', signedHeaders: ['list-unsubscribe'] }] },
    ],
    ['without a signature', { dkimSignatures: [] }],
    [
      'with a signature that did not pass',
      { authenticationResults: 'mx.google.com; dkim=fail header.i=@list.example' },
    ],
    ['with another domain that passed', { authenticationResults: 'mx.google.com; dkim=pass header.i=@other.example' }],
    [
      'with a pass in a comment only',
      { authenticationResults: 'mx.google.com; dkim=fail (dkim=pass header.d=list.example)' },
    ],
    ['with no word of the provider', { authenticationResults: undefined } as never],
  ];

  it.each(refused)('is false %s', (_, differing) => {
    expect(mayOneClick({ ...NEWSLETTER, ...differing })).toBe(false);
  });

  it('finds the passing signature among several', () => {
    const results = 'mx.google.com; dkim=pass header.i=@esp.example; dkim=pass header.d=list.example; spf=none';
    expect(mayOneClick({ ...NEWSLETTER, authenticationResults: results })).toBe(true);
  });
});

describe('whyNotOneClick', () => {
  const why = (differing: Partial<ListHeaders>) => whyNotOneClick({ ...NEWSLETTER, ...differing });

  it('says nothing where one click is used, or is not offered at all', () => {
    expect(why({})).toBeUndefined();
    expect(why({ listUnsubscribePost: 'something else' })).toBeUndefined();
    expect(why({ listUnsubscribe: '<mailto:leave@list.example>' })).toBeUndefined();
  });

  it('tells an unsigned offer from one that nobody has confirmed', () => {
    expect(why({ dkimSignatures: [] })).toContain('did not sign that offer');
    expect(why({ authenticationResults: 'mx.google.com; dkim=fail header.i=@list.example' })).toContain(
      'no mail provider has confirmed the signature of list.example',
    );
    expect(why({ listUnsubscribePost: 'list-unsubscribe=one-click' })).toContain('not in the words');
  });
});

describe('readUrlList', () => {
  it.each([
    ['<https://a.example/1>, <mailto:x@a.example>', ['https://a.example/1', 'mailto:x@a.example']],
    ['(comment) <https://a.example/1>(more) , <https://b.example>', ['https://a.example/1', 'https://b.example']],
    ['<https://a.example/\r\n long>', ['https://a.example/long']],
    ['https://a.example/1', []],
    ['NO <https://a.example/1>', []],
    ['<https://a.example/1> and <https://b.example>', ['https://a.example/1']],
    ['<>, <https://b.example>', ['https://b.example']],
    ['', []],
  ])('reads %j by RFC 2369', (field, urls) => {
    expect(readUrlList(field)).toEqual(urls);
  });
});

describe('readMailto', () => {
  it('takes recipient, subject and text and nothing else', () => {
    const url =
      'mailto:Leave%40list.example?subject=a%0D%0ABcc%3A%20x@y.example&cc=c@x.example&bcc=b@x.example&attach=/etc/passwd&In-Reply-To=%3Cx%3E&body=Please%0Dleave';
    expect(readMailto(url.replace('%40', '@'))).toEqual({
      to: 'leave@list.example',
      subject: 'a Bcc: x@y.example',
      body: 'Please\rleave',
    });
  });

  it('says "unsubscribe" where the list gives no subject', () => {
    expect(readMailto('mailto:leave@list.example')).toEqual({
      to: 'leave@list.example',
      subject: 'unsubscribe',
      body: '',
    });
  });

  it.each([
    'mailto:',
    'mailto:a@x.example,b@x.example',
    'mailto:%0D%0ABcc:x@x.example',
    'https://x.example',
    'mailto:%E0%A4%A',
  ])('refuses %s', (url) => {
    expect(readMailto(url)).toBeUndefined();
  });
});

describe('unsubscribeLink', () => {
  it('finds the last link about leaving, in HTML before text', () => {
    const html =
      '<a href="https://x.example/shop">Shop</a> <a href=\'https://x.example/u?a=1&amp;b=2\'><b>Unsubscribe</b></a> <a href="javascript:x">unsubscribe</a>';
    expect(unsubscribeLink({ text: 'To unsubscribe: https://x.example/text', quoted: '', html })).toBe(
      'https://x.example/u?a=1&b=2',
    );
    expect(
      unsubscribeLink({
        text: 'Read on: https://x.example/a\nTo unsubscribe go to\nhttps://x.example/text.',
        quoted: '',
      }),
    ).toBe('https://x.example/text.');
    expect(unsubscribeLink({ text: 'Nothing here https://x.example', quoted: '' })).toBeUndefined();
  });
});
