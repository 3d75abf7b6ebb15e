/** What a user does in the system browser, with nothing but `fetch`: opens Google's page, presses a button, is led back. */

/** What the app's loopback page answered the browser. */
export interface BrowserAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** `scopes`: what the user leaves ticked; all that was asked for where absent. */
export async function answerConsent(
  pageUrl: string,
  answer: 'allow' | 'refuse',
  scopes?: readonly string[],
): Promise<BrowserAnswer> {
  const page = await (await fetch(pageUrl)).text();
  const id = /[?&]id=([\w-]+)/.exec(page)?.[1];
  if (id === undefined) throw new Error(`the sign-in page offers nothing to press: ${page}`);
  const query = new URLSearchParams({ id, answer, ...(scopes ? { scope: scopes.join(' ') } : {}) });
  const redirect = await fetch(new URL(`/consent?${query}`, pageUrl), { redirect: 'manual' });
  const location = redirect.headers.get('location');
  if (location === null) throw new Error(`the consent page did not lead back: ${redirect.status}`);
  const back = await fetch(location);
  return { status: back.status, text: await back.text(), headers: back.headers };
}
