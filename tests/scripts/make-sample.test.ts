import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_MESSAGES, sampleMbox, sampleOwner } from '../../scripts/make-sample/make-sample.ts';

const shipped = (name: string): string =>
  readFileSync(new URL(`../../resources/sample/${name}`, import.meta.url), 'utf8');

describe('the sample mailbox', () => {
  it('is what its script writes', () => {
    expect(sampleMbox() === shipped('mailbox.mbox')).toBe(true);
    expect(sampleOwner()).toBe(shipped('owner.json'));
  });

  it('holds more than 400 messages, sent ones among them', () => {
    expect(SAMPLE_MESSAGES.length).toBeGreaterThanOrEqual(400);
    expect(SAMPLE_MESSAGES.filter((message) => message.origin === 'owner').length).toBeGreaterThan(80);
  });

  it('has only addresses at reserved domains (RFC 2606, RFC 6761)', () => {
    for (const address of sampleMbox().match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []) {
      expect(address).toMatch(/\.(example|test|invalid)$/);
    }
  });
});
