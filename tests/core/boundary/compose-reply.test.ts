import { describe, expect, it } from 'vitest';
import { composeReply, type ReplyRequest } from '#core/boundary/compose-reply.ts';
import { anAddress, anAssessment, anOwner, aTriageMessage, someSignals } from '#tests/helpers/builders.ts';

const NOW = Date.UTC(2026, 5, 10, 12);

function aReply(differing: Partial<ReplyRequest> = {}) {
  return composeReply({
    original: aTriageMessage(),
    owner: anOwner(),
    kind: 'decline',
    earlier: [],
    now: NOW,
    ...differing,
  });
}

describe('composeReply', () => {
  it('answers the sender in the sender’s language', () => {
    const original = aTriageMessage({
      from: anAddress('Jonas Weber <jonas.weber@firma.example>'),
      signals: someSignals({ language: 'de' }),
    });
    const reply = aReply({ original });
    expect(reply.to).toEqual({ name: 'Jonas Weber', address: 'jonas.weber@firma.example' });
    expect(reply.body).toMatch(/^Guten Tag Jonas Weber,\n\nvielen Dank, dass Sie an mich gedacht haben\./);
    expect(reply.refusal).toBeUndefined();
    expect(reply.warnings).toEqual([]);
  });

  it('goes to Reply-To where there is one, to the writer’s own address of several', () => {
    const replyTo = [anAddress('office@lee.example'), anAddress('Ann <ann@lee.example>')];
    expect(aReply({ original: aTriageMessage({ replyTo }) }).to.address).toBe('ann@lee.example');
    expect(aReply({ original: aTriageMessage({ replyTo: replyTo.slice(0, 1) }) }).to.address).toBe(
      'office@lee.example',
    );
    expect(aReply({ original: aTriageMessage({ replyTo: [anAddress('')] }) }).to.address).toBe('ann@lee.example');
  });

  it.each([
    ['Lunch', 'Re: Lunch'],
    ['Re: Lunch', 'Re: Lunch'],
    ['RE: Re[2]: re : Lunch', 'Re: Lunch'],
    ['AW: Antw: SV: Mittagessen', 'Re: Mittagessen'],
    ['Re: Fwd: Lunch', 'Re: Fwd: Lunch'],
    ['Recruiting: a role', 'Re: Recruiting: a role'],
    ['', 'Re:'],
    ['Lunch\r\nBcc: x@y.example', 'Re: Lunch Bcc: x@y.example'],
    ['\u202eevil\u2028Lunch', 'Re: evil Lunch'],
  ])('gives %j the subject %j', (subject, expected) => {
    expect(aReply({ original: aTriageMessage({ subject }) }).subject).toBe(expected);
  });

  it('refers to the parent and to what the parent refers to', () => {
    const own = { messageId: '<c@lee.example>' };
    const references = ['<a@lee.example>', '<b@lee.example>'];
    expect(aReply({ original: aTriageMessage({ ...own, references }) })).toMatchObject({
      inReplyTo: '<c@lee.example>',
      references: [...references, '<c@lee.example>'],
    });
    const answer = aTriageMessage({ ...own, references: [], inReplyTo: '<b@lee.example>' });
    expect(aReply({ original: answer }).references).toEqual(['<b@lee.example>', '<c@lee.example>']);
    expect(aReply({ original: aTriageMessage(own) }).references).toEqual(['<c@lee.example>']);
  });

  it('refers to no Message-ID that the parent does not really have', () => {
    const made = aReply({ original: aTriageMessage({ messageId: '<0f3a@missing.acquaint.invalid>' }) });
    expect(made).not.toHaveProperty('inReplyTo');
    expect(made.references).toEqual([]);
    const broken = aReply({
      original: aTriageMessage({ messageId: '<a b@lee.example>', references: ['<x@lee.example>', 'y'] }),
    });
    expect(broken).not.toHaveProperty('inReplyTo');
    expect(broken.references).toEqual(['<x@lee.example>']);
  });

  it('keeps the first and the latest of thousands of references', () => {
    const references = Array.from({ length: 5000 }, (_, index) => `<${index}@lee.example>`);
    const reply = aReply({ original: aTriageMessage({ messageId: '<me@lee.example>', references }) });
    expect(reply.references).toHaveLength(40);
    expect(reply.references[0]).toBe('<0@lee.example>');
    expect(reply.references.slice(-2)).toEqual(['<4999@lee.example>', '<me@lee.example>']);
  });

  it('sends the owner’s own words instead of the template', () => {
    expect(aReply({ body: 'Not now.' }).body).toBe('Not now.');
    expect(aReply({ body: ' \n ' }).refusal).toBe('The reply is empty.');
  });

  it('is kind at first, firmer each time', () => {
    expect(aReply().tone).toBe('kind');
    expect(aReply({ verdict: anAssessment({ labels: ['nagging'], facts: { nagCount: 2 } }) }).tone).toBe('neutral');
    expect(aReply({ verdict: anAssessment({ labels: ['nagging'], facts: { nagCount: 3 } }) }).tone).toBe('firm');
    expect(aReply({ verdict: anAssessment({ labels: ['personal'], facts: { nagCount: 12 } }) }).tone).toBe('kind');
    expect(aReply({ verdict: anAssessment({ labels: ['ignored-request'] }) }).tone).toBe('firm');
    expect(aReply({ earlier: [{ kind: 'how-we-know', at: NOW - 1e9 }] }).tone).toBe('firm');
    expect(aReply({ kind: 'remove', verdict: anAssessment({ lane: 'bulk' }) }).tone).toBe('neutral');
    expect(aReply({ tone: 'kind', verdict: anAssessment({ facts: { nagCount: 9 } }) }).tone).toBe('kind');
  });

  it('says that the same boundary was set before, and when', () => {
    const earlier = [
      { kind: 'remove', at: Date.UTC(2026, 4, 3) },
      { kind: 'decline', at: Date.UTC(2026, 3, 1) },
      { kind: 'decline', at: Date.UTC(2026, 2, 1) },
    ] as const;
    expect(aReply({ kind: 'remove', earlier }).warnings).toEqual([
      'You already asked to be removed (Ann Lee) on 3 May 2026.',
    ]);
    expect(aReply({ kind: 'decline', earlier }).warnings).toEqual([
      'You already declined (Ann Lee) on 1 April 2026, 2 times in all.',
    ]);
    expect(aReply({ kind: 'how-we-know', earlier }).warnings).toEqual([]);
  });

  it('names in the letter what was ignored since the request to stop', () => {
    const earlier = [
      { kind: 'remove', at: Date.UTC(2026, 4, 3) },
      { kind: 'decline', at: Date.UTC(2026, 4, 20) },
    ] as const;
    const ignored = aReply({
      kind: 'remove',
      earlier,
      verdict: anAssessment({ facts: { ignoredCount: 4, nagCount: 2 } }),
    });
    expect(ignored.body).toContain(
      'On 3 May I asked you to take my address off your list; this is the fourth message since.',
    );
    const declined = aReply({ kind: 'remove', earlier, verdict: anAssessment({ facts: { nagCount: 2 } }) });
    expect(declined.body).toContain('On 20 May I told you no; this is the second message since.');
  });

  it('greets by the name in From where Reply-To has none', () => {
    const original = aTriageMessage({
      from: anAddress('Ann Lee <a@x.example>'),
      replyTo: [anAddress('ann.lee@lee.example')],
    });
    expect(aReply({ original }).body).toMatch(/^Hello Ann,/);
  });

  it('refuses with the guard’s reason and still shows the draft', () => {
    const reply = aReply({ original: aTriageMessage({ headers: { precedence: 'bulk' } }) });
    expect(reply.refusal).toContain('Precedence: bulk');
    expect(reply.body).not.toBe('');
  });
});
