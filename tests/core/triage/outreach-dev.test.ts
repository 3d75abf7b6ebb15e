/** Mission rows R1–R8 on a labelled mailbox: what is said of each message must come out of the mail before it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeMail } from '#tests/helpers/judged-mail.ts';
import type { Assessment, Facts, Lane } from '#core/triage/vocabulary.ts';
import { DATA_DIR } from '../../../scripts/fit-strength/frozen-benchmark.ts';
import { readMailbox } from '../../../scripts/fit-strength/shared-mailbox.ts';

const GOLD = path.join(DATA_DIR, 'outreach-dev', 'gold.jsonl');
const present = existsSync(GOLD);

interface Gold {
  readonly messageId: string;
  readonly lane: Lane;
  readonly facts: Facts;
}

interface Labelled {
  readonly gold: Gold;
  readonly said: Assessment;
}

let labelled: readonly Labelled[] = [];

async function judgeAll(): Promise<void> {
  const { owner, messages } = await readMailbox('outreach-dev');
  const verdicts = judgeMail(messages, owner);
  const lines = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  labelled = lines
    .map((line) => JSON.parse(line) as Gold)
    .flatMap((gold) => {
      const said = verdicts.get(gold.messageId);
      return said ? [{ gold, said }] : [];
    });
}

function withFact<Name extends keyof Facts>(name: Name): readonly (Labelled & { readonly fact: Facts[Name] })[] {
  return labelled.flatMap((one) =>
    one.gold.facts[name] === undefined ? [] : [{ ...one, fact: one.gold.facts[name] }],
  );
}

/** Those of which something else was said than what is labelled. */
function saidOtherwise(name: keyof Facts): readonly string[] {
  return withFact(name)
    .filter(({ gold, said }) => JSON.stringify(gold.facts[name]) !== JSON.stringify(said.facts[name]))
    .map(({ gold }) => gold.messageId);
}

function reasonsLike({ said }: Labelled, words: RegExp): Assessment['why'] {
  return said.why.filter(({ text }) => words.test(text));
}

describe.skipIf(!present)('the development mailbox (skipped where ../shared/data is absent)', () => {
  beforeAll(judgeAll, 60_000);

  it('R1: knows everybody with a real two-way history, with the messages that earned it', () => {
    const known = labelled.filter(({ gold }) => gold.lane === 'known');
    expect(known.length).toBeGreaterThan(40);
    for (const one of known) {
      expect(one.said.lane).toBe('known');
      const [wrote] = reasonsLike(one, /^You wrote (once|twice|\d+ times)/);
      expect(wrote?.messageIds.length ?? 0).toBeGreaterThan(0);
    }
  });

  it('R2: takes nobody for a tie who only ever wrote, however often', () => {
    const strangers = labelled.filter(({ gold }) => gold.lane === 'stranger');
    expect(strangers.length).toBeGreaterThan(80);
    expect(strangers.filter(({ said }) => said.lane === 'known' || said.lane === 'acquaintance')).toEqual([]);
    const loud = strangers.filter(({ gold }) => (gold.facts.nagCount ?? 0) >= 3);
    expect(loud.length).toBeGreaterThan(2);
    const known = labelled.filter(({ gold }) => gold.lane === 'known').map(({ said }) => said.strength);
    for (const { said } of loud) expect(said.strength).toBeLessThan(Math.min(...known));
  });

  it('R3: counts the streak since the one favour, and lets the strength fall', () => {
    expect(withFact('nagCount').length).toBeGreaterThan(20);
    expect(saidOtherwise('nagCount')).toEqual([]);
    const favours = labelled.filter(
      (one) => (one.gold.facts.nagCount ?? 0) >= 3 && reasonsLike(one, /^You wrote once/).length > 0,
    );
    expect(favours.length).toBeGreaterThan(0);
    const answered = labelled.filter(
      (one) => one.said.facts.nagCount === undefined && reasonsLike(one, /^You wrote once/).length > 0,
    );
    const mean = (list: readonly Labelled[]): number =>
      list.reduce((sum, { said }) => sum + said.strength, 0) / list.length;
    expect(mean(favours)).toBeLessThan(mean(answered));
  });

  it('R4: finds the circle that is claimed, and whether it is explained', () => {
    const claims = withFact('circle');
    expect(claims.length).toBeGreaterThan(20);
    expect(claims.filter(({ said, fact }) => said.facts.circle?.name !== fact?.name)).toEqual([]);
    expect(saidOtherwise('circle').length).toBeLessThanOrEqual(1);
    for (const one of claims.filter(({ said }) => said.lane !== 'known'))
      expect(reasonsLike(one, /tie through|without saying how|one of your circles/).length, one.said.why[0]?.text).toBe(
        1,
      );
  });

  it('R5: looks dropped names up, and links to the mail with who is known', () => {
    const drops = withFact('nameDrop');
    expect(drops.length).toBeGreaterThan(10);
    expect(saidOtherwise('nameDrop')).toEqual([]);
    for (const one of drops.filter(({ fact, said }) => fact?.verified === true && said.lane !== 'known')) {
      const [named] = reasonsLike(
        one,
        /^(?:Names .+: you know each other|Confirmed: you know .+) since 20\d\d \(you wrote \d+, they wrote \d+\)$/,
      );
      expect(named?.messageIds.length ?? 0).toBeGreaterThan(1);
      expect(named?.quotes?.length).toBe(1);
    }
  });

  it('R6: says since when the owner knows whom somebody offers to introduce', () => {
    const offers = withFact('offersToIntroduce');
    expect(offers.length).toBeGreaterThan(5);
    expect(saidOtherwise('offersToIntroduce')).toEqual([]);
    for (const one of offers) {
      const [offer] = reasonsLike(one, /^Offers to introduce/);
      const isKnown = one.fact?.alreadyKnown === true;
      expect(/, whom you know since 20\d\d: \d+ messages$/.test(offer?.text ?? '')).toBe(isKnown);
      expect((offer?.messageIds.length ?? 0) > 0).toBe(isKnown);
    }
  });

  it('R7: knows the firms that the owner has worked with, weaker than a history of one’s own', () => {
    expect(withFact('knownDomain').length).toBeGreaterThan(10);
    expect(saidOtherwise('knownDomain')).toEqual([]);
    const byFirm = labelled.filter(
      (one) => one.said.facts.knownDomain === true && reasonsLike(one, /^(You wrote|Introduced by)/).length === 0,
    );
    const people = byFirm.filter(({ said }) => said.lane === 'acquaintance');
    expect(people.length).toBeGreaterThan(0);
    for (const one of people)
      for (const { messageIds } of reasonsLike(one, /at the same firm$/)) expect(messageIds.length).toBeGreaterThan(0);
    const known = labelled.filter(({ gold }) => gold.lane === 'known').map(({ said }) => said.strength);
    const median = known.toSorted((a, b) => a - b)[Math.floor(known.length / 2)] ?? 0;
    for (const { said } of people) expect(said.strength).toBeLessThan(median);
  });

  it('R8: says by whom and when somebody was introduced, once, with the message', () => {
    expect(withFact('introducedBy').length).toBeGreaterThan(4);
    expect(saidOtherwise('introducedBy')).toEqual([]);
    expect(
      labelled.filter(({ gold, said }) => gold.facts.introducedBy === undefined && said.facts.introducedBy),
    ).toEqual([]);
    for (const one of withFact('introducedBy')) {
      const introductions = reasonsLike(one, /^Introduced by/);
      expect(introductions).toHaveLength(1);
      expect(introductions[0]?.text).toMatch(/^Introduced by .+ on \d+ \w+ 20\d\d$/);
      expect(introductions[0]?.messageIds).toHaveLength(1);
    }
  });
});
