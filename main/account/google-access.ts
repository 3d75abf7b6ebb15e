/** A connected account's access to Google: a token that is always fresh, without ever being written down. */
import type { OAuth2Client } from 'google-auth-library';
import type { OAuthClient } from './client-file.ts';
import type { GoogleAddresses } from './google-addresses.ts';
import { asTokenError, reconnectNeeded } from './sign-in-errors.ts';

/** What the keychain keeps of an account. */
export interface Credentials {
  readonly client: OAuthClient;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
}

/** A short-lived token of a sign-in that just happened. */
export interface FirstToken {
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** Google's client with our addresses. Loaded on first use: a profile without an account never pays its 24 MB. */
export async function newOAuth2Client(
  client: OAuthClient,
  addresses: GoogleAddresses,
  redirectUri?: string,
): Promise<OAuth2Client> {
  const library = await import('google-auth-library');
  return new library.OAuth2Client({
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    ...(redirectUri === undefined ? {} : { redirectUri }),
    endpoints: {
      oauth2AuthBaseUrl: addresses.authorize,
      oauth2TokenUrl: addresses.token,
      oauth2RevokeUrl: addresses.revoke,
    },
    transporterOptions: { fetchImplementation: fetch, timeout: 30_000 },
    // The library would also refresh on every 403, which at Gmail mostly means "slower, please".
    forceRefreshOnFailure: false,
  });
}

export class GoogleAccess {
  readonly credentials: Credentials;
  readonly #client: OAuth2Client;

  private constructor(client: OAuth2Client, credentials: Credentials) {
    this.#client = client;
    this.credentials = credentials;
  }

  static async open(credentials: Credentials, addresses: GoogleAddresses, first?: FirstToken): Promise<GoogleAccess> {
    const client = await newOAuth2Client(credentials.client, addresses);
    client.setCredentials({
      refresh_token: credentials.refreshToken,
      ...(first ? { access_token: first.accessToken, expiry_date: first.expiresAt } : {}),
    });
    return new GoogleAccess(client, credentials);
  }

  get scopes(): readonly string[] {
    return this.credentials.scopes;
  }

  /**
   * An access token, refreshed some minutes before it ends; parallel calls share one refresh.
   *
   * Throws `auth-expired` where the grant has ended, `offline` where Google cannot be reached.
   */
  async token(): Promise<string> {
    try {
      const { token } = await this.#client.getAccessToken();
      if (token) return token;
    } catch (error) {
      throw asTokenError(error, 'refresh');
    }
    throw reconnectNeeded();
  }

  /** Gmail answered 401 to this token: the next `token()` gets another one. */
  reject(token: string): void {
    const { access_token: current } = this.#client.credentials;
    if (current === token) this.#client.setCredentials({ refresh_token: this.credentials.refreshToken });
  }

  /**
   * Ends the grant at Google; one that had ended before is no failure.
   *
   * A failure leaves it to be removed at myaccount.google.com; it is no reason to keep the secret.
   */
  async revoke(): Promise<void> {
    try {
      await this.#client.revokeToken(this.credentials.refreshToken);
    } catch (error) {
      const failed = asTokenError(error, 'revoke');
      if (failed.kind !== 'auth-expired') throw failed;
    }
  }
}
