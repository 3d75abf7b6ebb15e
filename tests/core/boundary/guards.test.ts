import { describe, expect, it } from 'vitest';
import { refusalFor, warningsFor } from '#core/boundary/guards.ts';
import {
  anAddress,
  anAssessment,
  anOwner,
  aSentTriageMessage,
  aTriageMessage,
  OWNER_ADDRESS,
} from '#tests/helpers/builders.ts';

const owner = anOwner();

describe('refusalFor', () => {
  it('lets a reply go to a person', () => {
    expect(refusalFor(aTriageMessage(), owner)).toBeUndefined();
  });

  it.each([
    'noreply@shop.example',
    'no-reply@shop.example',
    'No_Reply@shop.example',
    'noreply+4711@shop.example',
    'accounts-noreply@shop.example',
    'do.not.reply@shop.example',
    'donotreply-news@shop.example',
    'nicht-antworten@laden.example',
    'ne-pas-repondre@magasin.example',
    'no-responder@tienda.example',
    'niet-beantwoorden@winkel.example',
    'nonrispondere@negozio.example',
    'ann@noreply.forge.example',
  ])('refuses %s, which takes no replies', (address) => {
    expect(refusalFor(aTriageMessage({ from: anAddress(address) }), owner)).toBe(
      `${address.toLowerCase()} takes no replies.`,
    );
  });

  it.each(['nora.reply@lee.example', 'noreen@lee.example', 'ann.reply@lee.example', 'renato@lee.example'])(
    'does not take %s for a machine',
    (address) => {
      expect(refusalFor(aTriageMessage({ from: anAddress(address) }), owner)).toBeUndefined();
    },
  );

  it('judges the address that would be answered, not the one that wrote', () => {
    const from = anAddress('Zoe Patterson via LinkUp <messages-noreply@linkup.example>');
    expect(refusalFor(aTriageMessage({ from, replyTo: [anAddress('zoe@person.example')] }), owner)).toBeUndefined();
    expect(refusalFor(aTriageMessage({ replyTo: [anAddress('noreply@lee.example')] }), owner)).toContain(
      'takes no replies',
    );
  });

  it.each([
    [{ listId: 'announce.club.example' }, 'announce.club.example'],
    [{ listPost: '<mailto:all@club.example>' }, 'mailing list'],
    [{ autoSubmitted: 'auto-replied' }, 'auto-replied'],
    [{ autoSubmitted: 'Auto-Generated; owner-email="x"' }, 'auto-generated'],
    [{ precedence: 'Bulk' }, 'bulk'],
    [{ precedence: 'list' }, 'list'],
    [{ precedence: 'junk' }, 'junk'],
    [{ precedence: 'auto_reply' }, 'auto_reply'],
    [{ autoResponseSuppress: 'All' }, 'X-Auto-Response-Suppress'],
    [{ autoResponseSuppress: 'DR, OOF, AutoReply' }, 'X-Auto-Response-Suppress'],
    [{ returnPath: '<>' }, 'empty return address'],
    [{ returnPath: ' < > ' }, 'empty return address'],
  ])('refuses a message with %o', (headers, words) => {
    expect(refusalFor(aTriageMessage({ headers }), owner)).toContain(words);
  });

  it.each([
    { autoSubmitted: 'no' },
    { autoSubmitted: 'No (a person wrote this)' },
    { precedence: 'normal' },
    { precedence: 'first-class' },
    { autoResponseSuppress: 'None' },
    { autoResponseSuppress: 'OOF' },
    { returnPath: '<ann@lee.example>' },
    { listUnsubscribe: '<mailto:stop@lee.example>' },
  ])('does not refuse a message with %o', (headers) => {
    expect(refusalFor(aTriageMessage({ headers }), owner)).toBeUndefined();
  });

  it.each(['MAILER-DAEMON@mx.example', 'postmaster@mx.example', 'bounce+12-ab=owner.example@em.example'])(
    'refuses %s as a mail system',
    (address) => {
      expect(refusalFor(aTriageMessage({ from: anAddress(address) }), owner)).toContain('mail system');
    },
  );

  it('refuses a message that the owner wrote', () => {
    expect(refusalFor(aSentTriageMessage(), owner)).toBe('You wrote this message yourself.');
  });

  it('refuses the owner’s own addresses in all the forms that reach the same mailbox', () => {
    const gmail = anOwner({ addresses: [OWNER_ADDRESS, 'olive.owner@gmail.com'] });
    for (const own of [OWNER_ADDRESS, 'olive+lists@owner.example', 'oliveowner@googlemail.com']) {
      expect(refusalFor(aTriageMessage({ from: anAddress(own) }), gmail)).toContain('yourself');
      expect(refusalFor(aTriageMessage({ replyTo: [anAddress(own)] }), gmail)).toContain('yourself');
    }
    const spoofed = aTriageMessage({ from: anAddress(OWNER_ADDRESS), replyTo: [anAddress('thief@bad.example')] });
    expect(refusalFor(spoofed, owner)).toContain('your own address');
  });

  it.each(['', 'undisclosed', 'ann@', 'a b@lee.example', 'ann@lee.example>\r\nbcc: x@y.example', 'ann@lee..example'])(
    'refuses %j, which is no address to send to',
    (address) => {
      expect(refusalFor(aTriageMessage({ from: { name: 'Ann', address } }), owner)).toMatch(
        /no address|cannot|not one/,
      );
    },
  );

  it('refuses what Gmail or the verdict calls spam, and says why', () => {
    expect(refusalFor(aTriageMessage({ labels: ['SPAM'] }), owner)).toContain('Gmail holds this for spam');
    const verdict = anAssessment({ advice: 'mark-spam', adviceReason: 'It asks for a gift card.' });
    expect(refusalFor(aTriageMessage(), owner, verdict)).toContain('gift card');
  });

  it('does not let a hostile list name into the window', () => {
    const refusal = refusalFor(aTriageMessage({ headers: { listId: `x\r\n\u2028${'y'.repeat(5000)}` } }), owner);
    expect(refusal).not.toMatch(/[\r\n\u2028]/);
    expect(refusal?.length).toBeLessThan(200);
  });
});

describe('warningsFor', () => {
  it('has nothing to say about an ordinary message', () => {
    expect(warningsFor(aTriageMessage(), anAssessment())).toEqual([]);
  });

  it('says where the answer goes when the reply address lies elsewhere', () => {
    const message = aTriageMessage({ replyTo: [anAddress('sales@other.example')] });
    expect(warningsFor(message)).toEqual([
      "The answer goes to sales@other.example, the sender's reply address, not to ann@lee.example.",
    ]);
    expect(warningsFor(aTriageMessage({ replyTo: [anAddress('a.lee@mail.lee.example')] }))).toEqual([]);
  });

  it('advises against answering hostility', () => {
    expect(warningsFor(aTriageMessage(), anAssessment({ labels: ['hostile-reply'] }))[0]).toContain('hostile');
  });

  it('repeats the advice not to engage, with its reason', () => {
    const verdict = anAssessment({ advice: 'do-not-engage', adviceReason: 'It is the fifth of a sequence.' });
    expect(warningsFor(aTriageMessage(), verdict)).toEqual(['Better not to answer: It is the fifth of a sequence.']);
  });

  it('says that an answer to a network’s invitation may not reach the person', () => {
    const message = aTriageMessage({ from: anAddress('Bo Ek <invitations@linkup.example>') });
    const verdict = anAssessment({ labels: ['connection-request'], facts: { invitedBy: 'Bo Ek' } });
    expect(warningsFor(message, verdict)).toEqual([
      'This invitation was sent by linkup.example: an answer may not reach Bo Ek.',
    ]);
  });

  it('prefers unsubscribing where the software offers it', () => {
    const message = aTriageMessage({ headers: { listUnsubscribe: '<https://x.example/u>' } });
    expect(warningsFor(message)[0]).toContain('unsubscribing is surer');
    expect(warningsFor(message, anAssessment({ advice: 'unsubscribe' }))[0]).toContain('unsubscribing is surer');
  });

  it('does not speak against a reply that is advised', () => {
    const message = aTriageMessage({ headers: { listUnsubscribe: '<https://x.example/u>' } });
    expect(warningsFor(message, anAssessment({ advice: 'decline' }))).toEqual([]);
  });
});
