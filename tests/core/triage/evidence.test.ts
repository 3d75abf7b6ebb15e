/** Every label of the sample mailbox opens to something: words of the message, its headers, or earlier mail. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownerSchema } from '#core/contract/requests.ts';
import { headerLines } from '#main/store/header-lines.ts';
import { standsIn } from '../../../renderer/message/text-parts.ts';
import { loadMailbox } from '../../../scripts/train/load-mailbox.ts';
import { type Judged, replay } from '../../bench/labels/replay.ts';

const SAMPLE = fileURLToPath(new URL('../../../resources/sample', import.meta.url));
/** What a detector counted or read out of the address fields, in its own words. */
const NOT_VERBATIM = /^(?:To|Cc|To and Cc|From|Reply-To): /;

let judged: readonly Judged[] = [];
let known: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const owner = ownerSchema.parse(JSON.parse(readFileSync(`${SAMPLE}/owner.json`, 'utf8')));
  const messages = await loadMailbox(SAMPLE);
  judged = replay(messages, owner, () => undefined).judged;
  known = new Set(messages.map(({ messageId }) => messageId));
});

describe('the evidence of a label', () => {
  it('is there for every label but "personal", which needs none', () => {
    const bare = judged.flatMap(({ message, verdict: { labels, why } }) =>
      labels
        .filter((label) => label !== 'personal')
        .filter((label) => {
          const reason = why.find((one) => one.label === label);
          const earlier = reason?.messageIds.filter((id) => id !== message.messageId) ?? [];
          return earlier.length === 0 && (reason?.quotes ?? []).length === 0;
        })
        .map((label) => `${message.subject}: ${label}`),
    );
    expect(judged.length).toBeGreaterThan(200);
    expect(bare).toEqual([]);
  });

  it('stands in the message, word for word, and in mail that is there', () => {
    const lost = judged.flatMap(({ message, verdict }) => {
      const places = [
        message.text,
        message.subject,
        message.quoted,
        headerLines(message.headers).join('\n'),
        message.attachments.map(({ name }) => name).join('\n'),
      ];
      return verdict.why.flatMap(({ quotes = [], messageIds }) => [
        ...quotes.filter((quote) => !NOT_VERBATIM.test(quote) && !places.some((place) => standsIn(place, [quote]))),
        ...messageIds.filter((id) => !known.has(id)),
      ]);
    });
    expect(lost).toEqual([]);
  });
});
