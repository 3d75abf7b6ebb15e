/**
 * What correcting teaches: the labelled mailbox read in its order by a user who corrects every wrong label at once.
 *
 *   npm run bench -- corrections        with a model that has learnt from none of the mailbox; a minute
 *
 * A label counts as it was before it was corrected itself. `harmed` were right without what was learnt, `helped` wrong.
 */
import { mailboxKey } from '#core/mail/address.ts';
import { isTaught, learnFrom, type Lesson } from '#core/outreach/model/adaptation.ts';
import { SCORED_LABELS } from '#core/outreach/model/model.ts';
import { NO_WORDS } from '#core/triage/corrections.ts';
import { judgeMessage } from '#core/triage/judge-message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { sharedData } from '#tests/helpers/shared-data.ts';
import { loadMailbox } from '../../scripts/train/load-mailbox.ts';
import { loadTrainingData, readGold, readOwner } from '../../scripts/train/load-training-data.ts';
import { train } from '../../scripts/train/samples.ts';
import { replay } from './labels/replay.ts';

const data = sharedData('');
const dev = sharedData('outreach-dev');
if (data === undefined || dev === undefined)
  console.log('The labelled mailbox is not there (../shared/data/outreach-dev): nothing to measure on.');
else await measure(data, dev);

async function measure(folder: string, mailbox: string): Promise<void> {
  const { examples, ordinary } = await loadTrainingData(folder);
  const gold = new Map(readGold(mailbox).map((one) => [one.messageId, one]));
  const messages = await loadMailbox(mailbox);
  for (const [name, letters] of [
    ['learnt from none of the mailbox', [...examples, ...ordinary]],
    ['no model of outreach at all', ordinary],
  ] as const) {
    const model = train(letters);
    const lessons: Lesson[] = [];
    const sums = { labels: 0, wrongPlain: 0, wrongTaught: 0, helped: 0, harmed: 0 };
    let adaptation = learnFrom(lessons);
    replay(
      messages,
      readOwner(mailbox),
      () => model,
      (message, correspondence) => {
        const plain = judgeMessage(message, correspondence, { labels, adaptation: learnFrom([]) });
        const taught = judgeMessage(message, correspondence, { labels, adaptation });
        const truth = gold.get(message.messageId);
        if (!truth) return taught;
        const before = lessons.length;
        for (const label of SCORED_LABELS) {
          const is = truth.labels.includes(label);
          const wrong = (judged: Assessment): boolean => judged.labels.includes(label) !== is;
          sums.labels += is ? 1 : 0;
          sums.wrongPlain += Number(wrong(plain));
          sums.wrongTaught += Number(wrong(taught));
          sums.helped += Number(wrong(plain) && !wrong(taught));
          sums.harmed += Number(!wrong(plain) && wrong(taught));
          const from = mailboxKey(message.from.address);
          if (wrong(taught) && isTaught(label))
            lessons.push({ label, is, messageId: message.messageId, from, signals: message.signals });
        }
        if (lessons.length > before) adaptation = learnFrom(lessons);
        return taught;
      },
    );
    console.log(
      `${name}: ${lessons.length} corrections; of ${sums.labels} labels wrong or missing ${sums.wrongPlain} without them, ${sums.wrongTaught} with; helped ${sums.helped}, harmed ${sums.harmed}`,
    );
  }
}

function labels(): typeof NO_WORDS {
  return NO_WORDS;
}
