/** Mail that machines write for the user: never hidden, never mistaken for a person's. */
import { describe, expect, it } from 'vitest';
import { friendship, from, judgeLast } from '#tests/helpers/judged-mail.ts';

describe('transactions and security', () => {
  it.each([
    [
      'a receipt',
      'Your receipt 20-4471',
      'Thank you for your order. Total 31.40. Paid by card ending 0007.',
      'transactional',
    ],
    [
      'a bill with advertising',
      'Your March bill is ready',
      'Your bill of 18.00 is ready and will be taken by direct debit on the 9th. Fancy an upgrade? See our offers!',
      'transactional',
    ],
    [
      'an appointment',
      'Reminder: your appointment on Monday',
      'Your appointment with the dentist is on Monday at 9.20. To cancel please ring us.',
      'transactional',
    ],
    [
      'a German order',
      'Ihre Bestellung 55-91',
      'Vielen Dank für Ihre Bestellung. Die Rechnung über 22,90 Euro finden Sie im Anhang.',
      'transactional',
    ],
    [
      'a sign-in code',
      'Your code',
      'Your verification code is 551 208. It expires in ten minutes. Never share it.',
      'security',
    ],
    [
      'a sign-in alert',
      'New sign-in',
      'We noticed a new sign-in to your account from a new device. If this was not you, change your password.',
      'security',
    ],
    ['a French code', 'Votre code', 'Votre code de connexion est 99120. Il expire dans dix minutes.', 'security'],
  ])('knows %s', (_, subject, text, label) => {
    const verdict = judgeLast([
      from('Shoplet <no-reply@shoplet.example>', subject, text, 0, { headers: { autoSubmitted: 'auto-generated' } }),
    ]);
    expect(verdict.lane).toBe('automated');
    expect(verdict.labels).toEqual([label]);
    expect(verdict.advice).toBe('none');
  });
  it('lets an order outweigh the advertising below it', () => {
    const verdict = judgeLast([
      from(
        'Shoplet <orders@shoplet.example>',
        'Order 88123 has been dispatched',
        'Your order 88123 is on its way. 1 x lamp, 40.00. Track your parcel.\n\nYou might also like: 20% off rugs until Sunday!',
        0,
        { headers: { listUnsubscribe: '<https://shoplet.example/u>' } },
      ),
    ]);
    expect(verdict.lane).toBe('automated');
    expect(verdict.labels).toEqual(['transactional']);
  });
  it('does not take a basket left behind for an order', () => {
    const verdict = judgeLast([
      from(
        'Shoplet <hello@shoplet.example>',
        'Still thinking it over?',
        'You left something in your basket. Complete your order today and delivery is free. Shop now. Unsubscribe',
        0,
        { headers: { listUnsubscribe: '<https://shoplet.example/u>' } },
      ),
    ]);
    expect(verdict.lane).toBe('bulk');
    expect(verdict.labels).toEqual(['newsletter']);
  });
  it('does not take a machine at a friend’s firm for a colleague', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@potterymill.example>'),
      from(
        'Potterymill <no-reply@potterymill.example>',
        'Your code 11920',
        'Your sign-in code is 11920. It is valid for ten minutes.',
        0,
        { headers: { autoSubmitted: 'auto-generated' } },
      ),
    ]);
    expect(verdict.lane).toBe('automated');
    expect(verdict.labels).toEqual(['security']);
  });
  it('takes a notice of one’s own provider that fails authentication for fraud', () => {
    const verdict = judgeLast([
      from(
        'Mail Administrator <desk@owner-webmail.example>',
        'Your mailbox is full',
        'Your mailbox has exceeded its storage limit. Confirm your password within 24 hours to avoid suspension.',
        0,
        { headers: { authenticationResults: 'mx.google.com; spf=fail; dmarc=fail' } },
      ),
    ]);
    expect(verdict.labels).toEqual([]);
    expect(verdict.advice).toBe('mark-spam');
  });
});

describe('answers that nobody wrote', () => {
  it.each([
    [
      'an absence note',
      'Automatic reply: lunch',
      'I am out of the office until the 9th.',
      { autoSubmitted: 'auto-replied' },
    ],
    [
      'a bounce',
      'Undelivered Mail Returned to Sender',
      'The address was not found. 550 user unknown.',
      { returnPath: '<>', autoSubmitted: 'auto-replied' },
    ],
    [
      'a German absence note',
      'Abwesenheitsnotiz: Re: Brot',
      'Ich bin bis zum 3. Mai nicht erreichbar.',
      { autoSubmitted: 'auto-generated', precedence: 'auto_reply' },
    ],
  ])('gives %s no label', (_, subject, text, headers) => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from('Ann Lee <ann@lee.example>', subject, text, 0, { headers }),
    ]);
    expect(verdict.lane).toBe('automated');
    expect(verdict.labels).toEqual([]);
  });
});

describe('calendar mail', () => {
  const object = [{ name: 'invite.ics', type: 'text/calendar', sizeBytes: 900 }];
  it('is of the lane of the person who sent it', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from(
        'Ann Lee <ann@lee.example>',
        'Invitation: kiln day @ Sat 9 May 10:00',
        'Ann Lee has invited you. Bring gloves.',
        0,
        { attachments: object },
      ),
    ]);
    expect(verdict.lane).toBe('known');
    expect(verdict.labels).toEqual(expect.arrayContaining(['calendar', 'personal']));
  });
  it('is a machine’s where a calendar answers', () => {
    const verdict = judgeLast([
      ...friendship('Ann Lee <ann@lee.example>'),
      from(
        'Ann Lee <ann@lee.example>',
        'Accepted: kiln day @ Sat 9 May 10:00',
        'Ann Lee has accepted this invitation.',
        0,
        { attachments: object },
      ),
    ]);
    expect(verdict.lane).toBe('automated');
    expect(verdict.labels).toEqual(['calendar']);
  });
  it('does not hide a stranger’s sales call', () => {
    const verdict = judgeLast([
      from(
        'Sam Vance <sam@vancegroup.example>',
        'Invitation: Olive <> Sam, intro call @ Thu 7 May 15:00',
        'Sam Vance has invited you. I took the liberty of booking 15 minutes to show you how shops like yours save on freight.',
        0,
        { attachments: object },
      ),
    ]);
    expect(verdict.labels).toEqual(expect.arrayContaining(['calendar', 'cold-outreach']));
    expect(verdict.lane).toBe('stranger');
  });
});
