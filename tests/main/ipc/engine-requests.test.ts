import { describe, expect, it } from 'vitest';
import { createChosenFiles } from '#main/ipc/chosen-files.ts';
import { engineHandlers, type ProfileInFront } from '#main/ipc/engine-requests.ts';

function aProfile(): { readonly profile: ProfileInFront; readonly asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const profile: ProfileInFront = {
    inFront: () => 'sample',
    request: (name, input) => {
      asked.push([name, input]);
      return Promise.resolve({ profile: 'own', messageCount: 3 } as never);
    },
  };
  return { profile, asked };
}

describe('engineHandlers', () => {
  it('pass requests on and say which profile is in front', async () => {
    const { profile, asked } = aProfile();
    const handlers = engineHandlers(profile, createChosenFiles());
    await handlers['message.get']({ id: 7 });
    expect(asked).toEqual([['message.get', { id: 7 }]]);
    expect(await handlers['status.get']({})).toMatchObject({ profile: 'sample', messageCount: 3 });
  });

  it('import what the user chose and nothing else', async () => {
    const { profile, asked } = aProfile();
    const chosen = createChosenFiles();
    const handlers = engineHandlers(profile, chosen);
    chosen.add('/mail/all.mbox');
    await expect(handlers['import.run']({ paths: ['/etc/passwd'] })).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(handlers['import.run']({ paths: ['/mail/all.mbox', '/etc/passwd'] })).rejects.toThrow(
      'chosen or dropped',
    );
    expect(asked).toEqual([]);
    await handlers['import.run']({ paths: ['/mail/all.mbox'] });
    expect(asked).toEqual([['import.run', { paths: ['/mail/all.mbox'] }]]);
  });

  it('forget the oldest of endlessly many', () => {
    const chosen = createChosenFiles();
    for (let index = 0; index <= 1000; index++) chosen.add(`/mail/${index}`);
    expect(() => chosen.check(['/mail/0'])).toThrow('chosen or dropped');
    expect(() => chosen.check(['/mail/1', '/mail/1000'])).not.toThrow();
  });
});
