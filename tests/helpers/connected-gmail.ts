/** A signed-in client of the test server, for tests of what comes after the sign-in. */
import { onTestFinished } from 'vitest';
import { readClientFile } from '#main/account/client-file.ts';
import { GoogleAccess } from '#main/account/google-access.ts';
import { googleAddresses } from '#main/account/google-addresses.ts';
import { MODIFY_SCOPE } from '#main/account/scopes.ts';
import { signIn } from '#main/account/sign-in.ts';
import type { Clock } from '#main/gmail/clock.ts';
import { GmailClient } from '#main/gmail/gmail-client.ts';
import { type GmailServer, type GmailServerOptions, startGmailServer } from '#tests/helpers/gmail-server/server.ts';

export async function aGmailServer(options: GmailServerOptions = {}): Promise<GmailServer> {
  const server = await startGmailServer(options);
  onTestFinished(() => server.close());
  return server;
}

export async function accessTo(server: GmailServer, scopes: readonly string[] = [MODIFY_SCOPE]): Promise<GoogleAccess> {
  const addresses = googleAddresses(server.env);
  const { credentials, first } = await signIn({
    client: readClientFile(server.clientJson),
    addresses,
    scopes,
    openUrl: (url) => void server.acceptConsent(url),
    signal: new AbortController().signal,
  });
  return GoogleAccess.open(credentials, addresses, first);
}

export async function clientOf(server: GmailServer, clock?: Clock, scopes?: readonly string[]): Promise<GmailClient> {
  return GmailClient.open(await accessTo(server, scopes), googleAddresses(server.env), clock);
}
