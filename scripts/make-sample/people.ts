/** The invented owner of the sample mailbox and the people who really are in her life. All domains are reserved (RFC 2606). */
import type { Party } from './mail.ts';

export const OWNER = {
  addresses: ['naomi.adler@post.example', 'naomi@fernhill.example'],
  name: 'Naomi Adler',
  circles: [
    { name: 'Bristol Interface Meetup', kind: 'user group', aliases: ['BIM', 'the interface meetup'] },
    { name: 'Halden Instruments', kind: 'employer', aliases: ['Halden'] },
    { name: 'Severn University', kind: 'school', aliases: ['University of Severn', 'Severn MSc'] },
    { name: 'Formcraft', kind: 'conference', aliases: ['Formcraft Conference', 'Formcraft 2024'] },
    { name: 'Bristol', kind: 'city', aliases: ['Bedminster', 'BS3'] },
  ],
  dealBreakers: {
    relocation: true,
    home: 'Bristol, United Kingdom',
    remoteOk: true,
    excludedRoles: ['sales', 'help desk'],
    wants: ['remote', 'growth'],
  },
  policy: 'I only connect with people I know; please say how we are connected.',
} as const;

export const ME: Party = { name: OWNER.name, address: OWNER.addresses[0] };
export const ME_AT_WORK: Party = { name: OWNER.name, address: OWNER.addresses[1] };

export const FRIENDS = {
  tomas: { name: 'Tomas Hallberg', address: 'tomas@hallberg.example' },
  priya: { name: 'Priya Venkatesan', address: 'priya.venkatesan@halden.example' },
  joanna: { name: 'Joanna Pryce', address: 'joanna.pryce@post.example' },
  leo: { name: 'Leo Marchetti', address: 'leo@fernhill.example' },
  agnes: { name: 'Agnes Okonjo', address: 'a.okonjo@severn-university.example' },
  ruben: { name: 'Ruben de Wit', address: 'ruben@dewit-drukkerij.example' },
  mum: { name: 'Miriam Adler', address: 'miriam.adler@post.example' },
  hanna: { name: 'Hanna Bergström', address: 'hanna@formcraft.example' },
  col: { name: 'Col Brennan', address: 'col.brennan@bristol-interface.example' },
  yusuf: { name: 'Yusuf Karaca', address: 'yusuf@karaca-law.example' },
} as const satisfies Record<string, Party>;
export type Friend = keyof typeof FRIENDS;
