/**
 * A style of a mail without anything in it that could fetch.
 *
 * Not a CSS parser: escapes and comments are taken out first, so that nothing can hide in them, then every function and
 * rule that may load is renamed: an unknown function makes its declaration invalid, an unknown rule is skipped whole. The
 * frame's CSP stops what would still get through.
 */
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi;
const LOADING_FUNCTION = /\b(?:url|src|image|element|paint|cross-fade|image-set|expression)\s*\(/gi;
const LOADING_RULE = /@(?:import|font-face|namespace|charset|document|property|layer)\b/gi;

export function cleanCss(css: string): string {
  return css
    .replace(COMMENT, ' ')
    .replace(ESCAPE, (_, hex: string | undefined, char: string | undefined) => unescaped(hex, char))
    .replace(COMMENT, ' ')
    .replace(LOADING_RULE, '@blocked')
    .replace(LOADING_FUNCTION, 'blocked(')
    .replaceAll('<', '');
}

/** Only letters, digits and hyphens come back: what could end a string, a rule or an element does not. */
function unescaped(hex: string | undefined, char: string | undefined): string {
  const decoded = hex === undefined ? (char ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
  return /^[\p{L}\p{N}-]$/u.test(decoded) ? decoded : '';
}
