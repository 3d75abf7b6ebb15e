/** Google's sign-in: the consent page, the token end point, revoking. Strict about PKCE, state and redirect, as Google is. */
import { createHash, randomBytes } from 'node:crypto';

export interface OAuthAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const CLIENT_ID = '407408718192-acquainttest.apps.googleusercontent.com';
export const CLIENT_SECRET = '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p';

/** What Google's console lets a user download for a desktop client. */
export const CLIENT_JSON = JSON.stringify({
  installed: {
    client_id: CLIENT_ID,
    project_id: 'acquaint-test',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_secret: CLIENT_SECRET,
    redirect_uris: ['http://localhost'],
  },
});

interface ConsentRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  readonly scopes: readonly string[];
  readonly mergesGranted: boolean;
}

interface Code extends ConsentRequest {
  used: boolean;
}

interface AccessToken {
  readonly scopes: readonly string[];
  readonly refreshToken: string;
  expiresAt: number;
}

export interface OAuthOptions {
  readonly clock: () => number;
  readonly accessTokenMs: number;
  /** False: the account is not on the list of testers, so Google shows an error page and never comes back. */
  readonly isTester: boolean;
}

const token = (prefix: string): string => `${prefix}${randomBytes(24).toString('base64url')}`;
const badRequest = (error: string, description: string): OAuthAnswer => ({
  status: 400,
  body: { error, error_description: description },
});

export class OAuthServer {
  readonly #options: OAuthOptions;
  readonly #requests = new Map<string, ConsentRequest>();
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, readonly string[]>();
  readonly #accessTokens = new Map<string, AccessToken>();
  /** Tokens that were revoked through the end point. */
  readonly revoked: string[] = [];
  refreshCount = 0;

  constructor(options: OAuthOptions) {
    this.#options = options;
  }

  /** GET /o/oauth2/v2/auth */
  authorize(query: URLSearchParams): OAuthAnswer {
    const page = (status: number, text: string): OAuthAnswer => ({
      status,
      headers: { 'Content-Type': 'text/html' },
      body: `<!doctype html><title>Sign in</title>${text}`,
    });
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== CLIENT_ID) return page(401, 'Error 401: invalid_client');
    if (!/^http:\/\/127\.0\.0\.1:\d+(?:\/|$)/.test(redirectUri)) return page(400, 'Error 400: redirect_uri_mismatch');
    if (query.get('response_type') !== 'code') return page(400, 'Error 400: invalid_request');
    if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge'))
      return page(400, 'Error 400: invalid_request (PKCE)');
    if (!this.#options.isTester)
      return page(
        403,
        'Access blocked: this app has not completed the Google verification process. Error 403: access_denied',
      );
    const id = token('');
    this.#requests.set(id, {
      redirectUri,
      state: query.get('state') ?? '',
      challenge: query.get('code_challenge') ?? '',
      scopes: (query.get('scope') ?? '').split(' ').filter(Boolean),
      mergesGranted: query.get('include_granted_scopes') === 'true',
    });
    return page(
      200,
      `<p>Acquaint wants to access your Google Account</p><a id="allow" href="/consent?id=${id}&answer=allow">Allow</a> <a id="refuse" href="/consent?id=${id}&answer=refuse">Cancel</a>`,
    );
  }

  /** GET /consent: what a press on the page's buttons does. `scope` is what the user left ticked. */
  consent(query: URLSearchParams): OAuthAnswer {
    const request = this.#requests.get(query.get('id') ?? '');
    if (!request) return { status: 400, body: 'no such request' };
    this.#requests.delete(query.get('id') ?? '');
    const target = new URL(request.redirectUri);
    target.searchParams.set('state', request.state);
    if (query.get('answer') === 'allow') {
      const ticked = query.get('scope')?.split(' ') ?? request.scopes;
      const granted = request.mergesGranted
        ? [...new Set([...ticked, ...[...this.#refreshTokens.values()].flat()])]
        : ticked;
      const code = token('4/0A');
      this.#codes.set(code, { ...request, scopes: granted, used: false });
      target.searchParams.set('code', code);
      target.searchParams.set('scope', granted.join(' '));
    } else target.searchParams.set('error', 'access_denied');
    return { status: 302, headers: { Location: target.href }, body: '' };
  }

  /** POST /token */
  exchange(form: URLSearchParams): OAuthAnswer {
    if (form.get('client_id') !== CLIENT_ID || form.get('client_secret') !== CLIENT_SECRET) {
      return { status: 401, body: { error: 'invalid_client', error_description: 'Unauthorized' } };
    }
    if (form.get('grant_type') === 'refresh_token') return this.#refresh(form.get('refresh_token') ?? '');
    if (form.get('grant_type') !== 'authorization_code')
      return badRequest('unsupported_grant_type', 'Invalid grant_type');
    const code = this.#codes.get(form.get('code') ?? '');
    if (!code || code.used) return badRequest('invalid_grant', 'Bad Request');
    code.used = true;
    if (code.redirectUri !== form.get('redirect_uri')) return badRequest('redirect_uri_mismatch', 'Bad Request');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== code.challenge) return badRequest('invalid_grant', 'Invalid code verifier.');
    const refreshToken = token('1//0e');
    this.#refreshTokens.set(refreshToken, code.scopes);
    return { status: 200, body: { ...this.#issue(refreshToken, code.scopes), refresh_token: refreshToken } };
  }

  /** POST /revoke */
  revoke(revoked: string): OAuthAnswer {
    const refreshToken = this.#refreshTokens.has(revoked) ? revoked : this.#accessTokens.get(revoked)?.refreshToken;
    if (refreshToken === undefined) return badRequest('invalid_token', 'Token expired or revoked');
    this.revoked.push(revoked);
    this.#end(refreshToken);
    return { status: 200, body: {} };
  }

  /** The scopes of a valid access token; undefined for any other. */
  scopesOf(authorization: string | undefined): readonly string[] | undefined {
    const access = this.#accessTokens.get(authorization?.replace(/^Bearer /, '') ?? '');
    return access && access.expiresAt > this.#options.clock() ? access.scopes : undefined;
  }

  /** Access tokens stop working now, refresh tokens go on. */
  expireAccessTokens(): void {
    for (const access of this.#accessTokens.values()) access.expiresAt = 0;
  }

  /** The user changed the password, or took the access away: every refresh is answered `invalid_grant`. */
  endGrants(): void {
    for (const refreshToken of this.#refreshTokens.keys()) this.#end(refreshToken);
  }

  #refresh(refreshToken: string): OAuthAnswer {
    const scopes = this.#refreshTokens.get(refreshToken);
    if (!scopes) return badRequest('invalid_grant', 'Token has been expired or revoked.');
    this.refreshCount += 1;
    return { status: 200, body: this.#issue(refreshToken, scopes) };
  }

  #issue(refreshToken: string, scopes: readonly string[]): Record<string, unknown> {
    const accessToken = token('ya29.');
    this.#accessTokens.set(accessToken, {
      scopes,
      refreshToken,
      expiresAt: this.#options.clock() + this.#options.accessTokenMs,
    });
    return {
      access_token: accessToken,
      expires_in: Math.floor(this.#options.accessTokenMs / 1000),
      scope: scopes.join(' '),
      token_type: 'Bearer',
    };
  }

  #end(refreshToken: string): void {
    this.#refreshTokens.delete(refreshToken);
    for (const [accessToken, access] of this.#accessTokens)
      if (access.refreshToken === refreshToken) this.#accessTokens.delete(accessToken);
  }
}
