import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalTarget } from '#main/app/external-links.ts';

describe('externalTarget', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTP://Example.COM', 'http://example.com/'],
    ['  https://example.com/  ', 'https://example.com/'],
    ['https://bank.example@thief.example/', 'https://thief.example/'],
    ['https://user:word@thief.example/x', 'https://thief.example/x'],
    ['https:\\\\example.com\\x', 'https://example.com/x'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
    ['https://example.com/\u202etxt.exe', 'https://example.com/%E2%80%AEtxt.exe'],
  ])('opens %j as %j', (link, target) => {
    expect(externalTarget(link)).toBe(target);
  });

  it.each([
    'file:///etc/passwd',
    'file://server/share',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic /skip force',
    'search-ms:query=x&crumb=location:\\\\server\\share',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'vscode://file/etc/passwd',
    'tel:+4930123',
    'app://acquaint/index.html',
    'chrome://settings',
    'blob:https://example.com/1',
    '\\\\server\\share\\x.exe',
    '//server/share',
    'C:\\Windows\\System32\\calc.exe',
    '/etc/passwd',
    'example.com',
    'java\nscript:alert(1)',
    'https://example.com/\r\nx',
    'https://exa\tmple.com/',
    'https://example.com/\u0000',
    'http://',
    'https:///',
    '',
    `https://example.com/${'x'.repeat(8192)}`,
  ])('does not open %j', (link) => {
    expect(externalTarget(link)).toBeUndefined();
  });

  it.each([
    ['mailto:ann@lee.example', 'mailto:ann@lee.example'],
    ['mailto:ann%40lee.example', 'mailto:ann@lee.example'],
    [
      'mailto:ann@lee.example?subject=Hello%20there&body=A%0D%0AB',
      'mailto:ann@lee.example?subject=Hello%20there&body=A%0D%0AB',
    ],
    ['mailto:ann@lee.example?subject=1+1', 'mailto:ann@lee.example?subject=1%2B1'],
    ['mailto:ann@lee.example?attach=/etc/passwd&attachment=~/.ssh/id_rsa', 'mailto:ann@lee.example'],
    [
      'mailto:ann@lee.example?cc=x@y.example&bcc=z@y.example&in-reply-to=%3Ca%3E&subject=s',
      'mailto:ann@lee.example?subject=s',
    ],
    ['mailto:ann@lee.example?SUBJECT=s', 'mailto:ann@lee.example'],
  ])('reduces %j to %j', (link, target) => {
    expect(externalTarget(link)).toBe(target);
  });

  it.each([
    'mailto:',
    'mailto:?to=ann@lee.example',
    'mailto:ann@lee.example,bob@lee.example',
    'mailto:ann@lee.example%0D%0ABcc:x@y.example',
    'mailto:"ann lee"@lee.example',
    'mailto:--help',
    'mailto:%',
  ])('does not open %j', (link) => {
    expect(externalTarget(link)).toBeUndefined();
  });

  it('gives nothing but three schemes in plain ASCII, whatever the link', () => {
    const anything = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .tuple(
          fc.constantFrom('http:', 'https:', 'mailto:', 'file:', 'ms-msdt:', ' https:'),
          fc.string({ unit: 'binary', maxLength: 60 }),
        )
        .map(([scheme, rest]) => scheme + rest),
    );
    fc.assert(
      fc.property(anything, (link) => {
        expect(externalTarget(link) ?? 'mailto:').toMatch(/^(?:https?:\/\/|mailto:)[\x21-\x7e]*$/);
      }),
      { numRuns: 3000 },
    );
  });
});
