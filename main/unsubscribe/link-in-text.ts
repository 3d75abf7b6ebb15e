/** The page by which a newsletter without the proper headers can be left: the last link near words of leaving. */
const LEAVING =
  /unsubscribe|opt[\s_-]?out|no longer wish|stop receiving|manage (?:your )?(?:email )?preferences|abmelden|abbestellen|desabonn|désabonn|desinscri|désinscri|darse de baja|cancelar (?:la )?suscripci|disiscri|annulla (?:l.)?iscrizione|afmelden|uitschrijven/i;
const LONGEST_HTML = 2_000_000;

/** An http or https address; undefined where there is none. It is only ever opened in the browser, on the user's word. */
export function unsubscribeLink(message: {
  readonly text: string;
  readonly quoted: string;
  readonly html?: string;
}): string | undefined {
  return linkInHtml(message.html?.slice(-LONGEST_HTML) ?? '') ?? linkInText(`${message.text}\n${message.quoted}`);
}

function linkInHtml(html: string): string | undefined {
  let found: string | undefined;
  for (const [, double, single, words = ''] of html.matchAll(
    /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([\s\S]{0,400}?)<\/a>/gi,
  )) {
    const href = (double ?? single ?? '').replaceAll('&amp;', '&').trim();
    if (isPage(href) && LEAVING.test(`${words.replaceAll(/<[^>]*>/g, ' ')} ${href}`)) found = href;
  }
  return found;
}

function linkInText(text: string): string | undefined {
  const lines = text.split('\n');
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (!LEAVING.test(lines[index] ?? '')) continue;
    const near = [lines[index], lines[index + 1], lines[index - 1]].join('\n');
    const link = /https?:\/\/[^\s<>"')\]]+/i.exec(near)?.[0];
    if (link !== undefined && isPage(link)) return link;
  }
  return undefined;
}

function isPage(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
