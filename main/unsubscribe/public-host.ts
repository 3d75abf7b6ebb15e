/** Which hosts a request that a stranger's mail asks for may go to: public ones only (SSRF). */
import { lookup as systemLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { AppError } from '#core/contract/app-error.ts';
import { isPublicAddress } from '#main/network/public-address.ts';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

export type Lookup = (host: string) => Promise<readonly HostAddress[]>;

export const lookupHost: Lookup = (host) => systemLookup(host, { all: true });

/**
 * One address of the host, to be connected to and to nothing else.
 *
 * Asked for once: a second look-up could give another answer (DNS rebinding). One private address among several refuses the
 * host as a whole. Throws `not-allowed`, or `offline` where the host cannot be found.
 */
export async function publicAddressOf(host: string, lookup: Lookup): Promise<HostAddress> {
  // A URL writes IPv6 addresses in brackets.
  const bare = host.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(bare)
    ? [{ address: bare, family: ipaddr.parse(bare).kind() === 'ipv6' ? 6 : 4 }]
    : await found(bare, lookup);
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new AppError({
      kind: 'not-allowed',
      message: `The list's address ${bare} lies in a private network.`,
      cure: 'Nothing was sent. Mark the message as spam, or block its sender.',
    });
  }
  return first;
}

async function found(host: string, lookup: Lookup): Promise<readonly HostAddress[]> {
  try {
    return await lookup(host);
  } catch (error) {
    throw new AppError(
      {
        kind: 'offline',
        message: `${host} cannot be found.`,
        cure: 'Check the network and try again; the list may also be gone.',
      },
      { cause: error },
    );
  }
}
