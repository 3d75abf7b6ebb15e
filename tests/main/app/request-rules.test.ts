import { describe, expect, it } from 'vitest';
import { mayLoad } from '#main/app/request-rules.ts';

describe('mayLoad', () => {
  it.each([
    'app://acquaint/index.html',
    'data:image/png;base64,AA==',
    'about:srcdoc',
    'about:blank',
    'blob:app://acquaint/1',
  ])('lets %s be loaded', (url) => {
    expect(mayLoad(url, { devTools: false })).toBe(true);
  });

  it.each([
    'http://127.0.0.1:9/',
    'https://example.com/x.png',
    'HTTPS://EXAMPLE.COM/',
    'ws://127.0.0.1:9/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'chrome://settings/',
    'view-source:https://example.com/',
    'filesystem:https://example.com/temporary/x',
    'app://other/index.html',
    'cid:part1',
    'mailto:a@b.example',
    'unknown:x',
    '',
    '::',
  ])('lets %j not be loaded', (url) => {
    expect(mayLoad(url, { devTools: true })).toBe(false);
  });

  it('lets developer tools load where there are any', () => {
    expect(mayLoad('devtools://devtools/bundled/x.js', { devTools: true })).toBe(true);
    expect(mayLoad('devtools://devtools/bundled/x.js', { devTools: false })).toBe(false);
  });
});
