import { describe, expect, it } from 'vitest';
import { labelIdOf, readGmailLabels } from '#core/mail/gmail-labels.ts';

describe('readGmailLabels', () => {
  it.each([
    ['English', 'Inbox,Important,Opened,Category Updates', ['INBOX', 'IMPORTANT', 'CATEGORY_UPDATES']],
    ['English, archived and sent', 'Archived,Sent', ['SENT']],
    [
      'English, unread promotion',
      'Inbox,Unread,Category Promotions,Starred',
      ['INBOX', 'UNREAD', 'CATEGORY_PROMOTIONS', 'STARRED'],
    ],
    [
      'German',
      'Posteingang,Wichtig,Ungelesen,Kategorie: "Neuigkeiten"',
      ['INBOX', 'IMPORTANT', 'UNREAD', 'CATEGORY_UPDATES'],
    ],
    ['German, sent', 'Gesendet,Geöffnet', ['SENT']],
    ['French', 'Boîte de réception,Non lus', ['INBOX', 'UNREAD']],
    ['French, archived', 'Messages archivés,Ouvert,Catégorie\u00A0: E-mails personnels', ['CATEGORY_PERSONAL']],
    ['French, sent', 'Archivés,Envoyé', ['SENT']],
    ['Spanish', 'Recibidos,No leídos', ['INBOX', 'UNREAD']],
    ['Italian', 'Posta in arrivo,Importanti', ['INBOX', 'IMPORTANT']],
    ['Czech', 'Archivováno,Kategorie: Sociální sítě,Nepřečtené', ['CATEGORY_SOCIAL', 'UNREAD']],
    ['Japanese', '受信トレイ,未読', ['INBOX', 'UNREAD']],
    ['spam and trash', 'Spam,Trash', ['SPAM', 'TRASH']],
  ])('reads a %s list', (_, header, ids) => {
    expect(readGmailLabels(header)).toEqual(ids);
  });

  it('keeps the names of the user, also with commas and quotes in them', () => {
    expect(readGmailLabels('Inbox,"Culture, associations","say ""hi""",Clients/Smith & Co')).toEqual([
      'INBOX',
      'Culture, associations',
      'say "hi"',
      'Clients/Smith & Co',
    ]);
  });

  it('does not take a label of the user for a category', () => {
    expect(labelIdOf('Promotions')).toBe('Promotions');
    expect(labelIdOf('Category Promotions')).toBe('CATEGORY_PROMOTIONS');
  });

  it('gives each label once', () => {
    expect(readGmailLabels('Sent,Sent Mail, ,')).toEqual(['SENT']);
  });
});
