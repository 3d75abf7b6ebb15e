import { describe, expect, it } from 'vitest';
import { ownerSchema } from '#core/contract/requests.ts';
import type { Owner } from '#core/mail/owner.ts';
import { addressesIn, draftOf, isSameDraft, ownerOf } from '../../../renderer/settings/owner-draft.ts';

const OWNER: Owner = {
  addresses: ['olive@owner.example', 'old@firm.example'],
  name: 'Olive',
  circles: [{ name: 'PyDays', kind: 'conference', aliases: ['PyDays Leipzig', 'PD'] }],
  dealBreakers: {
    relocation: true,
    home: 'Leipzig, Germany',
    remoteOk: false,
    excludedRoles: ['sales', 'help desk'],
    wants: [],
  },
  policy: 'Please say how we are connected.',
};

describe('ownerOf', () => {
  it('gives back what the form was filled with', () => {
    expect(ownerOf(draftOf(OWNER))).toEqual(OWNER);
  });

  it('passes the engine’s own check, whatever was typed', () => {
    const draft = {
      ...draftOf(OWNER),
      addresses: '  A@B.example, nonsense\n',
      circles: [{ name: ' ', kind: '', aliases: ',,' }],
      excludedRoles: ' , x ,',
    };
    const owner = ownerSchema.parse(ownerOf(draft));
    expect(owner.addresses).toEqual(['a@b.example']);
    expect(owner.circles).toEqual([]);
    expect(owner.dealBreakers.excludedRoles).toEqual(['x']);
  });
});

describe('addressesIn', () => {
  it('finds addresses in whatever was pasted, each once', () => {
    expect(addressesIn('Olive <olive@Owner.example>; old@firm.example\nolive@owner.example')).toEqual([
      'olive@owner.example',
      'old@firm.example',
    ]);
  });
});

describe('isSameDraft', () => {
  it('tells an untouched form from a changed one', () => {
    expect(isSameDraft(draftOf(OWNER), draftOf(OWNER))).toBe(true);
    expect(isSameDraft(draftOf(OWNER), { ...draftOf(OWNER), name: 'O.' })).toBe(false);
  });
});
