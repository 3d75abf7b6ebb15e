/**
 * The remote images of one message, fetched on the user's word and handed to the window as data: URLs.
 *
 * The window itself can reach no server. What is fetched here gives the sender as little as can be: https only, no cookies,
 * no referrer, no word of which program asks, and nothing that is not on the public internet (main/network).
 */
import { lookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { pictureType } from '#core/mail/picture-type.ts';
import { isPublicAddress } from '#main/network/public-address.ts';

interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** The way out; tests put a server on this machine in its place. */
export interface ImageNetwork {
  lookup(host: string): Promise<readonly HostAddress[]>;
  request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest;
}

const INTERNET: ImageNetwork = { lookup: async (host) => await lookup(host, { all: true }), request };

const MAX_IMAGE_BYTES = 5_000_000;
const MAX_ALL_BYTES = 25_000_000;
const MAX_REDIRECTS = 3;
const ONE_IMAGE_MS = 10_000;
const ALL_IMAGES_MS = 40_000;
const AT_ONCE = 6;

/** By the address as given: a data: URL, or null where the image could not or must not be had. Never rejects. */
export async function loadImages(
  urls: readonly string[],
  network: ImageNetwork = INTERNET,
): Promise<Record<string, string | null>> {
  const images = new Map<string, string | null>(urls.map((url) => [url, null]));
  const waiting = [...images.keys()];
  const deadline = AbortSignal.timeout(ALL_IMAGES_MS);
  let bytesLeft = MAX_ALL_BYTES;
  const worker = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const signal = AbortSignal.any([deadline, AbortSignal.timeout(ONE_IMAGE_MS)]);
      const image = await fetchImage(url, network, signal).catch(() => undefined);
      if (image === undefined || image.length > bytesLeft) continue;
      bytesLeft -= image.length;
      images.set(url, dataUrl(image));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return Object.fromEntries(images);
}

async function fetchImage(start: string, network: ImageNetwork, signal: AbortSignal): Promise<Buffer | undefined> {
  let url = new URL(start);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    // Old newsletters name their images by http; nearly every server has them by https too.
    if (url.protocol === 'http:') url.protocol = 'https:';
    // Only where images really are: a port of its own is a way to knock at other services.
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
    const address = await publicAddressOf(url.hostname, network);
    if (address === undefined) return undefined;
    const response = await ask(url, address, network, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200 && isReadable(headers)) return await bodyOf(response);
    response.destroy();
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return undefined;
    url = new URL(headers.location, url);
  }
  return undefined;
}

/** Asks exactly this address, whatever the host's name leads to by now. */
async function ask(
  url: URL,
  { address, family }: HostAddress,
  network: ImageNetwork,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const options: RequestOptions = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: 443,
      path: url.pathname + url.search,
      method: 'GET',
      signal,
      // A connection of its own, to the address that was checked.
      agent: false,
      lookup: (_host, { all }, done) =>
        all === true ? done(null, [{ address, family }]) : done(null, address, family),
      headers: { Accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif', 'User-Agent': 'Mozilla/5.0' },
    };
    network.request(options, resolve).on('error', reject).end();
  });
}

function isReadable(headers: IncomingMessage['headers']): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' && Number(headers['content-length'] ?? 0) <= MAX_IMAGE_BYTES;
}

/** One private address among several is enough to refuse a name: a name that is honest has none. */
async function publicAddressOf(hostname: string, network: ImageNetwork): Promise<HostAddress | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family === 0 ? await network.lookup(host) : [{ address: host, family }];
  return addresses.every(({ address }) => isPublicAddress(address)) ? addresses[0] : undefined;
}

async function bodyOf(response: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_IMAGE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function dataUrl(image: Buffer): string | null {
  const type = pictureType(image);
  return type === undefined ? null : `data:${type};base64,${image.toString('base64')}`;
}
