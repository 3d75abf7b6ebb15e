import { describe, expect, it } from 'vitest';
import { type Network, unsubscribeByOneClick } from '#main/unsubscribe/one-click.ts';
import { isPublicAddress } from '#main/network/public-address.ts';
import { publicAddressOf } from '#main/unsubscribe/public-host.ts';
import { aListServer } from '#tests/helpers/list-server.ts';

const URL_OF_LIST = 'https://list.example/leave?id=42';
const never = new AbortController().signal;

describe('unsubscribeByOneClick', () => {
  it('makes one POST that says nothing about who asks', async () => {
    const { network, requests, pinned } = await aListServer();
    await unsubscribeByOneClick(URL_OF_LIST, never, network);
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/leave?id=42',
        body: 'List-Unsubscribe=One-Click',
        headers: {
          host: 'list.example',
          connection: 'close',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': '26',
        },
      },
    ]);
    expect(pinned).toEqual(['93.184.216.34']);
  });

  it('never follows a redirect', async () => {
    const list = await aListServer({
      answer: (_, response) => response.writeHead(302, { Location: 'https://other.example/' }).end(),
    });
    await expect(unsubscribeByOneClick(URL_OF_LIST, never, list.network)).rejects.toThrow('still subscribed');
    expect(list.requests).toHaveLength(1);
  });

  it.each([400, 404, 500])('does not take an error %i for success', async (status) => {
    const { network } = await aListServer({ answer: (_, response) => response.writeHead(status).end() });
    await expect(unsubscribeByOneClick(URL_OF_LIST, never, network)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('takes no endless answer', async () => {
    let written = 0;
    const { network } = await aListServer({
      answer: (_, response) => {
        const write = (): void => {
          if (response.destroyed) return;
          written += 65_536;
          response.write('x'.repeat(65_536), () => setImmediate(write));
        };
        write();
      },
    });
    await unsubscribeByOneClick(URL_OF_LIST, never, network);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const soFar = written;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toBe(soFar);
  });

  it('says that it is not known what happened when the connection breaks, and can be ended', async () => {
    const { network } = await aListServer({ answer: (request) => request.socket.destroy() });
    await expect(unsubscribeByOneClick(URL_OF_LIST, never, network)).rejects.toMatchObject({ kind: 'offline' });
    const silent = await aListServer({ answer: () => undefined });
    const controller = new AbortController();
    const waiting = unsubscribeByOneClick(URL_OF_LIST, controller.signal, silent.network);
    setTimeout(() => controller.abort(), 30);
    await expect(waiting).rejects.toMatchObject({ kind: 'offline' });
  });

  it.each(['http://list.example/x', 'https://list.example:8443/x', 'https://user@list.example/x'])(
    'refuses %s',
    async (url) => {
      const { network, requests } = await aListServer();
      await expect(unsubscribeByOneClick(url, never, network)).rejects.toMatchObject({ kind: 'not-allowed' });
      expect(requests).toHaveLength(0);
    },
  );

  it('connects to the address that was checked, whatever a second look-up says', async () => {
    const rebinding = [[{ address: '93.184.216.34', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    const { network, pinned } = await aListServer({ addresses: rebinding });
    await unsubscribeByOneClick(URL_OF_LIST, never, network);
    expect(pinned).toEqual(['93.184.216.34']);
  });

  it('refuses a host with one private address among public ones', async () => {
    const addresses = [
      [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ],
    ];
    const { network, requests } = await aListServer({ addresses });
    await expect(unsubscribeByOneClick(URL_OF_LIST, never, network)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(requests).toHaveLength(0);
  });
});

describe('publicAddressOf', () => {
  /** What DNS would say: nip.io and its like answer with the address in the name. */
  const dns: Network['lookup'] = async (host) => {
    const known: Record<string, string> = {
      localhost: '127.0.0.1',
      'localhost.': '127.0.0.1',
      'localhost.localdomain': '127.0.0.1',
      'metadata.google.internal': '169.254.169.254',
      '127.0.0.1.nip.io': '127.0.0.1',
      '127-0-0-1.nip.io': '127.0.0.1',
      '7f000001.nip.io': '127.0.0.1',
      '--1.sslip.io': '::1',
      '20.0.0.1.nip.io': '20.0.0.1',
      '40b01609.nip.io': '64.176.22.9',
      'domain.tld': '93.184.216.34',
    };
    const address = known[host];
    if (address === undefined) throw new Error('ENOTFOUND');
    return await Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
  };
  const hosts = (written: readonly string[]): readonly string[] =>
    written.map((host) => new URL(`https://${host}/`).hostname);

  it.each(
    hosts([
      '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '127.1',
      '2130706433', '0x7f000001', '0177.0.0.1', '255.255.255.255', '224.0.0.1', '198.18.0.1', '[::1]', '[::]', '[fc00::1]', '[fd12::1]', '[fe80::1]',
      '[::ffff:127.0.0.1]', '[0:0:0:0:0:ffff:7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001::1]', '[ff02::1]',
      'localhost', 'localhost.', 'localhost.localdomain', 'metadata.google.internal', '127.0.0.1.nip.io', '127-0-0-1.nip.io', '7F000001.nip.io', '--1.sslip.io',
    ]), // prettier-ignore
  )('refuses %s', async (host) => {
    await expect(publicAddressOf(host, dns)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it.each(hosts(['20.0.0.1.nip.io', '40b01609.nip.io', '[2001:470:1:18::119]', 'domain.tld', '93.184.216.34']))(
    'allows %s',
    async (host) => {
      expect(isPublicAddress((await publicAddressOf(host, dns)).address)).toBe(true);
    },
  );

  it('says that a host cannot be found', async () => {
    await expect(publicAddressOf('gone.example', dns)).rejects.toMatchObject({ kind: 'offline' });
  });
});
