import { describe, expect, it } from 'vitest';
import { contentIdOf, contentIdOfUrl } from '#core/mail/content-id.ts';

describe('contentIdOf', () => {
  it('takes the angle brackets off', () => {
    expect(contentIdOf(' <logo@x.example> ')).toBe('logo@x.example');
    expect(contentIdOf('logo@x.example')).toBe('logo@x.example');
  });

  it('is undefined where there is none', () => {
    expect([undefined, '', '<>'].map((written) => contentIdOf(written))).toEqual([undefined, undefined, undefined]);
  });
});

describe('contentIdOfUrl', () => {
  it.each([
    ['cid:logo@x.example', 'logo@x.example'],
    ['CID:logo%40x.example ', 'logo@x.example'],
    ['cid:100%', '100%'],
    ['cid:', undefined],
    ['https://x.example/cid:logo', undefined],
    ['data:image/png;base64,xx', undefined],
  ])('%s names %s', (url, id) => {
    expect(contentIdOfUrl(url)).toBe(id);
  });
});
