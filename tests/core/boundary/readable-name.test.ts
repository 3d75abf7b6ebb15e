import { describe, expect, it } from 'vitest';
import { readableName } from '#core/boundary/readable-name.ts';
import { anAddress } from '#tests/helpers/builders.ts';

describe('readableName', () => {
  it.each([
    ['Ann Lee <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
    ['Ann Lee <alee@acme.example>', 'Ann', 'Ann Lee'],
    ['Ann Lee <hello@annlee.example>', 'Ann', 'Ann Lee'],
    ['Lee, Ann <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
    ['Dr. Ann Lee, PhD <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
    ['Ann Lee (Acme) <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
    ['Ann Lee from Acme <ann@acme.example>', 'Ann', 'Ann Lee'],
    ['Ann Lee | Acme Talent <ann@acme.example>', 'Ann', 'Ann Lee'],
    ['ANN LEE <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
    ['DUPONT Marie <marie.dupont@societe.example>', 'Marie', 'Marie Dupont'],
    ['Jürgen Müller <j.mueller@werk.example>', 'Jürgen', 'Jürgen Müller'],
    ['Anne-Marie O’Neill <anne-marie@acme.example>', 'Anne-Marie', 'Anne-Marie O’Neill'],
    ['Sofía de la Cruz <sofia@empresa.example>', 'Sofía', 'Sofía de la Cruz'],
    ['"Ann Lee" <ann.lee@acme.example>', 'Ann', 'Ann Lee'],
  ])('reads %s', (written, first, full) => {
    expect(readableName(anAddress(written))).toEqual({ first, full });
  });

  it.each([
    'ann@acme.example',
    'Ann <ann@acme.example>',
    'ann@acme.example <ann@acme.example>',
    'J. Lee <j.lee@acme.example>',
    'Mr Lee <lee@acme.example>',
    'Acme Talent Team <info@acme.example>',
    'Save Meanwood Beck <savethebeck@inbox.example>',
    'Acme Recruiting <jobs@recruiting.example>',
    'Zoe Patterson via LinkUp <messages@linkup.example>',
    'ann lee <ann.lee@acme.example>',
    '王 伟 <wang.wei@acme.example>',
    'Ann Lee\r\nBcc: x <ann.lee@acme.example>',
    `${'Ann '.repeat(40)}Lee <ann.lee@acme.example>`,
    '{{first_name}} Lee <lee@acme.example>',
  ])('gives no name for %j', (written) => {
    const at = written.lastIndexOf(' <');
    const address = at < 0 ? anAddress(written) : { name: written.slice(0, at), address: written.slice(at + 2, -1) };
    expect(readableName(address)).toBeUndefined();
  });
});
