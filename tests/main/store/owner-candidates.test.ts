import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '#core/mail/message.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { aMessage, anAddress } from '#tests/helpers/builders.ts';
import { anAccount, prepared } from '#tests/helpers/stored.ts';
import { insertMessages } from '#main/store/insert-messages.ts';
import { aStore } from '#tests/helpers/test-store.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';

/** So many messages from one address to another; `differing` says what else is known of them. */
function mails(
  count: number,
  from: string,
  to: string,
  differing: Partial<IncomingMessage> = {},
): readonly IncomingMessage[] {
  return Array.from({ length: count }, () =>
    aMessage({ from: anAddress(from), to: [anAddress(to)], deliveredTo: [], labels: [], ...differing }),
  );
}

function candidatesOf(...groups: readonly (readonly IncomingMessage[])[]): readonly string[] {
  const { db } = aStore();
  insertMessages(
    db,
    anAccount(db),
    groups.flat().map((message) => prepared(message, UNKNOWN_OWNER)),
  );
  return listOwnerCandidates(db).map(
    ({ address, sentCount, deliveredCount, labelledSent }) =>
      `${address} ${sentCount} ${deliveredCount}${labelledSent ? ' labelled' : ''}`,
  );
}

describe('listOwnerCandidates', () => {
  it('names who sent what is labelled as sent', () => {
    expect(
      candidatesOf(
        mails(5, 'Olive <olive@owner.example>', 'ann@lee.example', { labels: ['SENT'] }),
        mails(1, 'Olive <olive@work.example>', 'ann@lee.example', { labels: ['SENT'] }),
        mails(9, 'ann@lee.example', 'olive@owner.example', { deliveredTo: ['olive@owner.example'] }),
        mails(9, 'news@shop.example', 'list@shop.example', {
          deliveredTo: ['olive@owner.example', 'list@shop.example'],
        }),
      ),
    ).toEqual(['olive@owner.example 5 18 labelled', 'olive@work.example 1 0 labelled']);
  });

  it('names whom most mail is delivered to, though nothing was sent', () => {
    expect(
      candidatesOf(
        mails(6, 'ann@lee.example', 'friends@lists.example', { deliveredTo: ['olive@owner.example'] }),
        mails(2, 'bob@ray.example', 'friends@lists.example', { deliveredTo: ['other@host.example'] }),
      ),
    ).toEqual(['olive@owner.example 0 6']);
  });

  it('names whoever writes and is written to most, where the mail says nothing else', () => {
    expect(
      candidatesOf(
        mails(8, 'olive.lane@owner.example', 'ann@lee.example'),
        mails(7, 'ann@lee.example', 'olive.lane@owner.example'),
        mails(20, 'news@shop.example', 'olive.lane@owner.example'),
        mails(4, 'o..lane@owner.example', 'bob@ray.example'),
        mails(4, 'bob@ray.example', 'o..lane@owner.example'),
      ),
    ).toEqual(['olive.lane@owner.example 8 27', 'o..lane@owner.example 4 4']);
  });

  it('leaves out a namesake who hardly writes, and names nobody in mail among strangers', () => {
    expect(
      candidatesOf(
        mails(40, 'olive.lane@owner.example', 'ann@lee.example'),
        mails(40, 'ann@lee.example', 'olive.lane@owner.example'),
        mails(3, 'matthew.lane@owner.example', 'olive.lane@owner.example'),
        mails(3, 'olive.lane@owner.example', 'matthew.lane@owner.example'),
      ),
    ).toEqual(['olive.lane@owner.example 43 43']);
    expect(
      candidatesOf(mails(2, 'ann@lee.example', 'bob@ray.example'), mails(2, 'carol@day.example', 'dave@x.example')),
    ).toEqual([]);
  });
});
