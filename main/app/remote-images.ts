/**
 * The remote images of one message, fetched on the user's word and handed to the window as data: URLs.
 *
 * The window itself can reach no server. What is fetched here gives the sender as little as can be: https only, no cookies,
 * no referrer, no word of which program asks, and nothing that is not on the public internet (public-address.ts).
 */
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** The way out; tests put a server on this machine in its place. */
export interface ImageNetwork {
  resolve(host: string): Promise<readonly ResolvedAddress[]>;
  /** Asks exactly this address, whatever the host's name leads to by now. */
  get(url: URL, address: ResolvedAddress, signal: AbortSignal): Promise<IncomingMessage>;
}

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
  const images: Record<string, string | null> = Object.fromEntries(urls.map((url) => [url, null]));
  const waiting = Object.keys(images);
  const deadline = AbortSignal.timeout(ALL_IMAGES_MS);
  let bytesLeft = MAX_ALL_BYTES;
  const worker = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const signal = AbortSignal.any([deadline, AbortSignal.timeout(ONE_IMAGE_MS)]);
      const image = await fetchImage(url, network, signal).catch(() => undefined);
      if (image === undefined || image.length > bytesLeft) continue;
      bytesLeft -= image.length;
      images[url] = dataUrl(image);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return images;
}

async function fetchImage(start: string, network: ImageNetwork, signal: AbortSignal): Promise<Buffer | undefined> {
  let url = new URL(start);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
    const address = await publicAddressOf(url.hostname, network);
    if (address === undefined || signal.aborted) return undefined;
    const response = await network.get(url, address, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    const encoded = headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity';
    if (statusCode !== 200 || encoded || Number(headers['content-length'] ?? 0) > MAX_IMAGE_BYTES) {
      response.destroy();
      return undefined;
    }
    return await bodyOf(response);
  }
  return undefined;
}

/** One private address among several is enough to refuse a name: a name that is honest has none. */
async function publicAddressOf(hostname: string, network: ImageNetwork): Promise<ResolvedAddress | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family === 0 ? await network.resolve(host) : [{ address: host, family }];
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

/** What the bytes are, not what the server calls them. SVG is a document that can hold scripts: it has no place here. */
function dataUrl(image: Buffer): string | null {
  const type = imageType(image);
  return type === undefined ? null : `data:${type};base64,${image.toString('base64')}`;
}

function imageType(image: Buffer): string | undefined {
  const start = image.subarray(0, 16).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp';
  if (start.startsWith('ftypavif', 4) || start.startsWith('ftypavis', 4)) return 'image/avif';
  if (start.startsWith('BM')) return 'image/bmp';
  return undefined;
}

const INTERNET: ImageNetwork = {
  resolve: async (host) => await lookup(host, { all: true }),
  get: async (url, { address, family }, signal) =>
    await new Promise((resolve, reject) => {
      get(
        url,
        {
          signal,
          agent: false,
          lookup: (_host, options, done) =>
            options.all ? done(null, [{ address, family }]) : done(null, address, family),
          headers: { Accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif', 'User-Agent': 'Mozilla/5.0' },
        },
        resolve,
      ).on('error', reject);
    }),
};
