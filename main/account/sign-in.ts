/**
 * Signing in with Google from a desktop: the system browser, a redirect to loopback, PKCE and a random state.
 *
 * RFC 8252 (OAuth for native apps), RFC 7636 (PKCE). No token is ever in an address or in a log.
 */
import { randomBytes } from 'node:crypto';
import type { AnswerPage } from './answer-page.ts';
import type { OAuthClient } from './client-file.ts';
import { type Credentials, type FirstToken, newOAuth2Client } from './google-access.ts';
import type { GoogleAddresses } from './google-addresses.ts';
import { listenForRedirect } from './loopback-listener.ts';
import { FILTER_SCOPE, missingScopes } from './scopes.ts';
import { asTokenError, consentRefused, consentTimedOut, scopesMissing, signInCancelled } from './sign-in-errors.ts';

const CONSENT_TIMEOUT_MS = 5 * 60_000;

const SIGNED_IN: AnswerPage = {
  status: 200,
  title: 'Connected',
  text: 'Acquaint is connected. You can close this page and go back to it.',
};

export interface SignIn {
  readonly client: OAuthClient;
  readonly addresses: GoogleAddresses;
  readonly scopes: readonly string[];
  /** The account that is meant, where it is known: for asking for a further scope. */
  readonly address?: string;
  /** Shows Google's page in the system browser. */
  readonly openUrl: (url: string) => void;
  /** Ends the sign-in with `cancelled`. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

export interface SignedIn {
  readonly credentials: Credentials;
  readonly first: FirstToken;
}

/**
 * Waits until the user has answered Google's page, at most five minutes.
 *
 * Throws `auth-refused` (consent refused, a box left unticked, nobody came back), `cancelled`, `offline`.
 */
export async function signIn(request: SignIn): Promise<SignedIn> {
  const { scopes, signal } = request;
  const state = randomBytes(32).toString('base64url');
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(consentTimedOut()), request.timeoutMs ?? CONSENT_TIMEOUT_MS);
  const cancel = (): void => timeout.abort(signInCancelled());
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    timeout.signal.throwIfAborted();
    const listener = await listenForRedirect(state, timeout.signal);
    try {
      const client = await newOAuth2Client(request.client, request.addresses, listener.redirectUri);
      const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
      const { CodeChallengeMethod } = await import('google-auth-library');
      request.openUrl(
        client.generateAuthUrl({
          access_type: 'offline',
          // Without it Google gives no refresh token to an account that has agreed before.
          prompt: 'consent',
          scope: [...scopes],
          state,
          // A further scope joins those granted before; a first sign-in gets what it asks for and no more.
          ...(request.address === undefined ? {} : { login_hint: request.address, include_granted_scopes: true }),
          code_challenge_method: CodeChallengeMethod.S256,
          ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
        }),
      );
      const { code, reply } = await listener.redirect;
      try {
        if (code === undefined) throw consentRefused();
        const { tokens } = await client.getToken({ code, codeVerifier }).catch((error: unknown) => {
          throw asTokenError(error, 'sign-in');
        });
        const signedIn = readTokens(request, tokens);
        reply(SIGNED_IN);
        return signedIn;
      } catch (error) {
        const { message, cure } = asTokenError(error, 'sign-in');
        reply({ status: 400, title: 'Not connected', text: `${message} ${cure}` });
        throw error;
      }
    } finally {
      listener.close();
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

interface Tokens {
  readonly access_token?: string | null;
  readonly refresh_token?: string | null;
  readonly expiry_date?: number | null;
  readonly scope?: string;
}

function readTokens({ client, scopes }: SignIn, tokens: Tokens): SignedIn {
  const { access_token: accessToken, refresh_token: refreshToken, expiry_date: expiresAt, scope = '' } = tokens;
  const granted = scope.split(' ').filter((one) => one !== '');
  const missing = missingScopes(scopes, granted);
  if (missing.length > 0) throw scopesMissing(missing.every((one) => one === FILTER_SCOPE));
  if (!accessToken || !refreshToken) throw consentRefused();
  return {
    credentials: { client, refreshToken, scopes: granted },
    first: { accessToken, expiresAt: expiresAt ?? Date.now() },
  };
}
