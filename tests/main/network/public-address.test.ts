import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#main/network/public-address.ts';

describe('isPublicAddress', () => {
  it.each(['20.0.0.1', '64.176.22.9', '93.184.216.34', '2001:470:1f0b::1', '2606:4700::6810:84e5'])(
    'takes %s for public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.255.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '0:0:0:0:0:ffff:7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '2001:db8::1',
    'localhost',
    '',
    '127.0.0.1.nip.io',
  ])('takes %j for not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
