import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailDate } from '#core/mail/mail-date.ts';

describe('readMailDate', () => {
  it.each([
    ['Thu, 22 Aug 2002 11:26:25 +0000', Date.UTC(2002, 7, 22, 11, 26, 25)],
    ['22 Aug 2002 11:26:25 -0400 (EDT)', Date.UTC(2002, 7, 22, 15, 26, 25)],
    ['Thu,22 Aug 2002 11:26 EDT', Date.UTC(2002, 7, 22, 15, 26)],
    ['Mon, 31 Dec 1979 16:00:00 -0800 (PST)', Date.UTC(1980, 0, 1)],
    ['Wed, 20 Sep 1995 00:19:00 (EDT) -0400', Date.UTC(1995, 8, 20, 4, 19)],
    ['Sun, 7 May 95 16:21:03 GMT', Date.UTC(1995, 4, 7, 16, 21, 3)],
    ['1 Jan 02 10:00 GMT+0100', Date.UTC(2002, 0, 1, 9)],
    ['22-Aug-2002 11:26:25 +0530', Date.UTC(2002, 7, 22, 5, 56, 25)],
    ['Thu Aug 22 11:26:25 2002', Date.UTC(2002, 7, 22, 11, 26, 25)],
    ['Mon Jan 11 08:01:57 +0000 2021', Date.UTC(2021, 0, 11, 8, 1, 57)],
    ['Thu Aug 22 11:26:25 EDT 2002', Date.UTC(2002, 7, 22, 15, 26, 25)],
    ['Aug 22, 2002 11:26:25 PM -0400', Date.UTC(2002, 7, 23, 3, 26, 25)],
    ['2002-08-22T11:26:25Z', Date.UTC(2002, 7, 22, 11, 26, 25)],
    ['2002-08-22 11:26:25 +0200', Date.UTC(2002, 7, 22, 9, 26, 25)],
    ['Fri, 29 Feb 2008 12:00:00 +0000', Date.UTC(2008, 1, 29, 12)],
  ])('reads %s', (written, at) => {
    expect(readMailDate(written)).toBe(at);
  });

  it('takes a date without a zone as UTC, whatever the zone of the machine', () => {
    expect(readMailDate('22 Aug 2002 11:26:25')).toBe(Date.UTC(2002, 7, 22, 11, 26, 25));
  });

  it('keeps absurd years as they are written', () => {
    expect(readMailDate('Fri, 1 Jan 1904 00:00:00 +0000')).toBe(Date.UTC(1904, 0, 1));
    expect(readMailDate('Thu, 1 Jan 2099 00:00:00 +0000')).toBe(Date.UTC(2099, 0, 1));
  });

  it.each(['', 'yesterday', '99 Aug 2002 10:00', '10 Foo 2002 10:00 +0000', '10 Aug 2002 31:00 +0000', ', , ,'])(
    'reads no date in "%s"',
    (written) => {
      expect(readMailDate(written)).toBeUndefined();
    },
  );

  it('reads back every second that toUTCString writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(-2e12), max: new Date(4e12), noInvalidDate: true }), (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(readMailDate(new Date(seconds).toUTCString())).toBe(seconds);
      }),
    );
  });

  it('answers for any text with a finite number or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (written) => {
        const at = readMailDate(written);
        expect(at === undefined || Number.isFinite(at)).toBe(true);
      }),
    );
  });
});
