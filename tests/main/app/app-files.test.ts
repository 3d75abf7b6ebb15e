import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP_HEADERS, appFile, CONTENT_POLICY, isAppUrl } from '#main/app/app-files.ts';

const ROOT = path.resolve('/opt/acquaint/out/renderer');

describe('appFile', () => {
  it('finds the window’s own files', () => {
    expect(appFile('app://acquaint/index.html', ROOT)).toEqual({
      file: path.join(ROOT, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(appFile('app://acquaint/assets/index-1a2b.js?v=1#x', ROOT)).toEqual({
      file: path.join(ROOT, 'assets', 'index-1a2b.js'),
      type: 'text/javascript; charset=utf-8',
    });
    expect(appFile('app://acquaint/a%20b.css', ROOT)?.file).toBe(path.join(ROOT, 'a b.css'));
  });

  it.each([
    'app://acquaint/',
    'app://acquaint',
    'app://acquaint/assets',
    'app://acquaint/..%2fmain/index.cjs',
    'app://acquaint/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://acquaint/..%5c..%5cpackage.json',
    'app://acquaint/assets/..%2f..%2f..%2fpackage.json',
    'app://acquaint/%2fetc/x.json%00.html',
    'app://acquaint/index.html%00',
    'app://acquaint/C:%5cwindows%5cwin.json',
    'app://acquaint/c:/windows/x.json',
    'app://acquaint/index.html::$DATA',
    'app://acquaint/%E0%A4%A.html',
    'app://acquaint/%',
    'app://acquaint/secret.db',
    'app://acquaint/acquaint.db-wal',
    'app://other/index.html',
    'app://acquaint.evil.example/index.html',
    'app://user@acquaint/index.html',
    'app://acquaint:80/index.html',
    'file:///opt/acquaint/out/renderer/index.html',
    'https://acquaint/index.html',
    '',
    'not a url',
  ])('has nothing at %j', (url) => {
    expect(appFile(url, ROOT)).toBeUndefined();
  });

  it.each([
    'app://acquaint/../main/package.json',
    'app://acquaint/%2e%2e/%2e%2e/package.json',
    'app://acquaint//etc/passwd.json',
  ])('looks inside its folder for %j', (url) => {
    expect(appFile(url, ROOT)?.file.startsWith(ROOT + path.sep)).toBe(true);
  });

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%',
      'a',
      'index.html',
      ':',
      '~',
      '%c0%ae',
      '\u2024',
      '.js',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const found = appFile(`app://acquaint/${pieces.join('')}`, ROOT);
        expect(found === undefined || found.file.startsWith(ROOT + path.sep)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('isAppUrl', () => {
  it('compares hosts, not beginnings', () => {
    expect(isAppUrl('app://acquaint/index.html')).toBe(true);
    expect(isAppUrl('app://acquaint.attacker.example/index.html')).toBe(false);
    expect(isAppUrl('app://acquaint@attacker.example/')).toBe(false);
    expect(isAppUrl('application://acquaint/')).toBe(false);
    expect(isAppUrl('about:srcdoc')).toBe(false);
  });
});

describe('the headers of every answer', () => {
  it('let only our own scripts run and nothing be fetched from elsewhere', () => {
    const policy = new Map(
      CONTENT_POLICY.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('img-src')).toEqual(["'self'", 'data:']);
    for (const closed of ['base-uri', 'form-action', 'object-src', 'frame-ancestors'])
      expect(policy.get(closed)).toEqual(["'none'"]);
    expect(APP_HEADERS['Content-Security-Policy']).toBe(CONTENT_POLICY);
    expect(APP_HEADERS['X-Content-Type-Options']).toBe('nosniff');
  });
});
