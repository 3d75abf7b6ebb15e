import { describe, expect, it } from 'vitest';
import { recordText } from '../../../renderer/sender/record-text.ts';
import { createFakeBridge } from '../fake-bridge.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 30);

async function aSender(personId: number) {
  const answer = await createFakeBridge({ count: 12 }).request('sender.get', { personId });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('recordText', () => {
  it('states counts, coverage, requests with what became of them, and every message with its Message-ID', async () => {
    const sender = await aSender(6);
    const text = recordText(sender, NOW);
    expect(text).toContain('Correspondence with Dev Patel\ndev@growthloop.example\n');
    expect(text).toContain('As of 2026-11-22 09:30Z. Your record goes back to March 2016 (complete).');
    expect(text).toContain('Received: 5 messages. Sent: 0 messages.');
    expect(text).toMatch(/Please remove me {2}\(ignored 2 times\)/);
    for (const { messageId } of sender.messages) expect(text).toContain(messageId);
  });

  it('says how many messages it leaves out, and survives a message without a date', async () => {
    const sender = await aSender(1);
    const [first] = sender.messages;
    if (first === undefined) throw new Error('no message');
    const text = recordText({ ...sender, messages: [{ ...first, receivedAt: 0 }], messageCount: 260 }, NOW);
    expect(text).toContain('(1 of 260)');
    expect(text).toContain('without a date');
  });
});
