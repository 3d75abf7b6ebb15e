import { describe, expect, it } from 'vitest';
import { readLink } from '../../../renderer/message/read-link.ts';

describe('readLink', () => {
  it('says where a link leads and finds nothing odd about an honest one', () => {
    expect(readLink('https://www.example.org/a?b=1', 'Read more')).toEqual({
      url: 'https://www.example.org/a?b=1',
      scheme: 'https',
      place: 'www.example.org',
      domain: 'example.org',
      warnings: [],
    });
  });

  it('compares registrable domains, so that a subdomain is no lie', () => {
    expect(readLink('https://mail.example.co.uk/x', 'www.example.co.uk')?.warnings).toEqual([]);
    expect(readLink('https://evil.co.uk/x', 'example.co.uk')?.warnings).toHaveLength(1);
  });

  it.each([
    'https://bank.example',
    'bank.example',
    '“bank.example/login”',
    '<https://bank.example/>',
    'ba\u200bnk.example',
  ])('warns where the text %s names another site', (text) => {
    expect(readLink('https://thief.test/', text)?.warnings.join()).toContain('The text says bank.example');
  });

  it('does not take words, file names or mail addresses for a site', () => {
    for (const text of ['click here', 'Mr. Smith', 'v1.2', 'anna@bank.example', '3.14']) {
      expect(readLink('https://thief.test/', text)?.warnings).toEqual([]);
    }
  });

  it('warns of what stands before an @', () => {
    const target = readLink('https://bank.example@thief.test/', 'x');
    expect(target?.place).toBe('thief.test');
    expect(target?.warnings).toHaveLength(1);
  });

  it('shows a look-alike host in its xn-- form, with a warning', () => {
    const target = readLink('https://аpple.example/', 'x');
    expect(target?.place).toMatch(/^xn--/);
    expect(target?.warnings).toHaveLength(1);
  });

  it('warns of bare addresses, ports, hidden characters and missing encryption', () => {
    expect(readLink('https://192.0.2.7/', 'x')?.warnings.join()).toContain('bare network address');
    expect(readLink('https://3221225991/', 'x')?.warnings.join()).toContain('bare network address');
    expect(readLink('https://[2001:db8::1]/', 'x')?.warnings.join()).toContain('bare network address');
    expect(readLink('https://a.example:8443/', 'x')?.warnings.join()).toContain('8443');
    expect(readLink('https://a.example/', 'cod\u202eexe.')?.warnings.join()).toContain('direction');
    expect(readLink('http://a.example/', 'x')?.warnings.join()).toContain('not be encrypted');
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://a/b',
    'ms-msdt:/id',
    '#top',
    '',
    '/relative',
    'mailto:',
    'https://',
  ])('opens nothing for %j', (href) => {
    expect(readLink(href, 'x')).toBeUndefined();
  });

  it('opens mail to an address with subject and body only', () => {
    expect(readLink('mailto:anna@a.example?subject=Hi&attach=/etc/passwd&bcc=spy@b.example&body=x', 'x')).toMatchObject(
      {
        url: 'mailto:anna@a.example?subject=Hi&body=x',
        place: 'anna@a.example',
      },
    );
    expect(readLink('mailto:a@b.example%0d%0aBcc:spy@c.example', 'x')).toBeUndefined();
  });
});
