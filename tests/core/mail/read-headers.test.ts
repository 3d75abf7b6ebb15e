import { addressParser, decodeWords } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { HeaderField } from '#core/mail/header-field.ts';
import { hexadecimalGmailId, readHeaders } from '#core/mail/read-headers.ts';

const decoding = {
  words: decodeWords,
  addresses: (value: string) =>
    addressParser(value, { flatten: true }).flatMap(({ name, address }) =>
      address === undefined ? [] : [{ name, address }],
    ),
};

function read(...lines: readonly string[]): ReturnType<typeof readHeaders> {
  const fields: HeaderField[] = lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
  });
  return readHeaders(fields, decoding);
}

describe('readHeaders', () => {
  it('reads addresses lower-cased, with decoded names', () => {
    const reading = read(
      'From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <Joerg@Example.ORG>',
      'To: "Lee, Ann" <ann@lee.example>, Team: bob@x.example, carol@x.example;',
      'Cc: dave@x.example',
      'Reply-To: <list@x.example>',
    );
    expect(reading.from).toEqual({ name: 'Jörg Müller', address: 'joerg@example.org' });
    expect(reading.to).toEqual([
      { name: 'Lee, Ann', address: 'ann@lee.example' },
      { name: '', address: 'bob@x.example' },
      { name: '', address: 'carol@x.example' },
    ]);
    expect(reading.cc).toEqual([{ name: '', address: 'dave@x.example' }]);
    expect(reading.replyTo).toEqual([{ name: '', address: 'list@x.example' }]);
    expect(reading.defects).toEqual([]);
  });

  it('finds nobody in an empty group', () => {
    expect(read('From: a@x.example', 'To: undisclosed-recipients:;').to).toEqual([]);
  });

  it('says so where nobody wrote it', () => {
    const reading = read('To: a@x.example');
    expect(reading.from).toEqual({ name: '', address: '' });
    expect(reading.defects).toEqual(['no readable From']);
  });

  it('falls back on Sender', () => {
    expect(read('Sender: s@x.example').from.address).toBe('s@x.example');
  });

  it('lets no decoded value start a line of its own', () => {
    const reading = read(
      'From: =?utf-8?Q?a=0D=0ABcc=3A_x=40y.example?= <a@x.example>',
      'Subject: =?utf-8?B?aGkNCkJjYzogeEB5?=',
    );
    expect(reading.from.name).toBe('a Bcc: x@y.example');
    expect(reading.subject).toBe('hi Bcc: x@y');
  });

  it('reads times: Date, and the topmost Received', () => {
    const reading = read(
      'Received: from a by b with SMTP id 1; Thu, 22 Aug 2002 12:36:16 +0100 (IST)',
      'Received: from c by a; Thu, 22 Aug 2002 07:36:16 -0400 (EDT)',
      'Date: Thu, 22 Aug 2002 18:26:25 +0700',
    );
    expect(reading.takenAt).toBe(Date.UTC(2002, 7, 22, 11, 36, 16));
    expect(reading.sentAt).toBe(Date.UTC(2002, 7, 22, 11, 26, 25));
  });

  it('names an unreadable date as a defect', () => {
    const reading = read('From: a@x.example', 'Date: sometime');
    expect(reading.sentAt).toBeUndefined();
    expect(reading.defects).toEqual(['Date cannot be read: sometime']);
  });

  it('reads what ties messages together', () => {
    const reading = read('Message-ID: <c@x>', 'In-Reply-To: message of Monday <b@x>', 'References: <a@x>\t<b@x>');
    expect(reading.messageId).toBe('<c@x>');
    expect(reading.inReplyTo).toBe('<b@x>');
    expect(reading.references).toEqual(['<a@x>', '<b@x>']);
  });

  it('reads which of the addresses was hit', () => {
    const reading = read(
      'Delivered-To: Me+Tag@X.example',
      'X-Original-To: <me@alias.example>',
      'Delivered-To: me+tag@x.example',
    );
    expect(reading.deliveredTo).toEqual(['me+tag@x.example', 'me@alias.example']);
  });

  it("reads Takeout's labels and thread id", () => {
    const reading = read(
      'X-GM-THRID: 1688576581436100417',
      'X-Gmail-Labels: =?UTF-8?Q?Posteingang,Ungelesen,"Kunden,_alt"?=',
      'Received: from a by b; Thu, 22 Aug 2002 12:36:16 +0100',
    );
    expect(reading.gmailThreadId).toBe('176f0774508acf41');
    expect(reading.labels).toEqual(['INBOX', 'UNREAD', 'Kunden, alt']);
  });

  it('believes labels only above what the sender wrote', () => {
    const reading = read(
      'Delivered-To: me@x.example',
      'Received: from a by b; x',
      'From: a@x.example',
      'X-GM-THRID: 1688576581436100417',
      'X-Gmail-Labels: Sent',
    );
    expect(reading.labels).toBeUndefined();
    expect(reading.gmailThreadId).toBeUndefined();
  });
});

describe('hexadecimalGmailId', () => {
  it("turns Takeout's decimal id into the API's", () => {
    expect(hexadecimalGmailId('1520524314001511398')).toBe('1519fcceb86793e6');
  });

  it('refuses anything else', () => {
    expect(hexadecimalGmailId('1519fcceb86793e6')).toBeUndefined();
    expect(hexadecimalGmailId('12')).toBeUndefined();
  });
});

describe('readListHeaders', () => {
  it('reads what marks lists, machines and bulk mail', () => {
    const { headers } = read(
      'List-Id: News of the Shop <News.Shop.example>',
      'List-Unsubscribe: <https://shop.example/u/1>, <mailto:u@shop.example>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Post: <mailto:news@shop.example>',
      'Precedence: Bulk',
      'Auto-Submitted: auto-generated (rejected)',
      'X-Auto-Response-Suppress: All',
      'Return-Path: <>',
      'X-Mailer: Sendy',
      'Feedback-ID: 1:2:3:shop',
    );
    expect(headers).toEqual({
      listId: 'news.shop.example',
      listUnsubscribe: '<https://shop.example/u/1>, <mailto:u@shop.example>',
      listUnsubscribePost: 'List-Unsubscribe=One-Click',
      listPost: '<mailto:news@shop.example>',
      precedence: 'bulk',
      autoSubmitted: 'auto-generated (rejected)',
      autoResponseSuppress: 'All',
      returnPath: '<>',
      mailer: 'Sendy',
      bulkMarkers: ['feedback-id: 1:2:3:shop'],
    });
  });

  it('takes the topmost Authentication-Results: others may be forged', () => {
    const { headers } = read(
      'Authentication-Results: mx.google.com; dmarc=fail',
      'Authentication-Results: forged.example; dmarc=pass',
    );
    expect(headers.authenticationResults).toBe('mx.google.com; dmarc=fail');
  });

  it('reads every DKIM signature: its domain and what it covers', () => {
    const { headers } = read(
      'DKIM-Signature: v=1; a=rsa-sha256; d=Shop.example; s=s1; h=From:To:List-Unsubscribe : List-Unsubscribe-Post; bh=x; b=d=no',
      'DKIM-Signature: v=1;d=esp.example; h=from',
    );
    expect(headers.dkimSignatures).toEqual([
      { domain: 'shop.example', signedHeaders: ['from', 'to', 'list-unsubscribe', 'list-unsubscribe-post'] },
      { domain: 'esp.example', signedHeaders: ['from'] },
    ]);
  });

  it('leaves absent fields out', () => {
    expect(read('From: a@x.example', 'List-Id:').headers).toEqual({});
  });
});
