/** A mailing list's web server: real TLS on loopback, reached under `list.example` by way of the network it gives. */
import { createServer, request, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Network } from '#main/unsubscribe/one-click.ts';
import type { HostAddress } from '#main/unsubscribe/public-host.ts';

/** For `list.example` and `other.example`, valid from 2020 to 2120, trusted by nobody but these tests. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBejCCAR+gAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxsaXN0LmV4
YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
BAMMDGxpc3QuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP2cmTDo
5zKRq3EE/ldpOxGPWCJoOOtceU8CJk4DHF1/lLCSsN2qEWtpN9NxO2BDKV6Z97Yz
YG4qvn7ui5mxNEqjWjBYMCYGA1UdEQQfMB2CDGxpc3QuZXhhbXBsZYINb3RoZXIu
ZXhhbXBsZTAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQ2rVqOW4YYQEE72/ek
2kaN1UCo+TAKBggqhkjOPQQDAgNJADBGAiEAktOQq1dL1aVy1WUzqUVZEVcSdVah
s4GBVtN6bySZOCECIQCHM/GZpE5jyA4uy+HIIpRkWJzBadm2O10a3Pte7maVEQ==
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgPNT/TWoPiwbj++HK
tQHdlo8NFqM7uNOCqT5raBTPYUGhRANCAAT9nJkw6OcykatxBP5XaTsRj1giaDjr
XHlPAiZOAxxdf5SwkrDdqhFraTfTcTtgQylemfe2M2BuKr5+7ouZsTRK
-----END PRIVATE KEY-----
`;

export interface ListRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface ListServer {
  /** What reached the server. */
  readonly requests: readonly ListRequest[];
  /** The addresses that connections were pinned to. */
  readonly pinned: readonly string[];
  /** Looks hosts up as told and connects to the server whatever was found. */
  readonly network: Network;
}

export interface ListServerOptions {
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
  /** What looking up any host gives; one public address where absent. A list gives one entry after the other. */
  readonly addresses?: readonly (readonly HostAddress[])[];
}

export async function aListServer(options: ListServerOptions = {}): Promise<ListServer> {
  const requests: ListRequest[] = [];
  const pinned: string[] = [];
  const answer = options.answer ?? ((_request, response) => response.end('You are unsubscribed.'));
  const server: Server = createServer({ cert: CERTIFICATE, key: KEY }, (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '' } = incoming;
      // Only this server has a port of its own.
      const headers = { ...incoming.headers, host: incoming.headers.host?.replace(/:\d+$/, '') };
      requests.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
      answer(incoming, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  let lookups = 0;
  return {
    requests,
    pinned,
    network: {
      lookup: async () => {
        const found = options.addresses ?? [[{ address: '93.184.216.34', family: 4 }]];
        const addresses = found[Math.min(lookups, found.length - 1)] ?? [];
        lookups += 1;
        return await Promise.resolve(addresses);
      },
      request: (asked, onResponse) => {
        const toHere: LookupFunction = (host, lookupOptions, callback) => {
          asked.lookup?.(host, { ...lookupOptions, all: false }, (error, address) => {
            pinned.push(typeof address === 'string' ? address : '');
            if (lookupOptions.all === true) callback(error, [{ address: '127.0.0.1', family: 4 }]);
            else callback(error, '127.0.0.1', 4);
          });
        };
        return request({ ...asked, port, ca: CERTIFICATE, lookup: toHere }, onResponse);
      },
    },
  };
}
