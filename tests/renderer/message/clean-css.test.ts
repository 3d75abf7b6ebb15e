import { describe, expect, it } from 'vitest';
import { cleanCss } from '../../../renderer/message/clean-css.ts';

const REMOTE = 'https://spy.example/x';

describe('cleanCss', () => {
  it('keeps what only looks', () => {
    const css =
      'p { color: #224; padding: 2px 4px; font-family: "Georgia", serif } @media (max-width: 600px) { p { padding: 0 } }';
    expect(cleanCss(css)).toBe(css);
  });

  it.each([
    `background: url(${REMOTE})`,
    `background: URL( "${REMOTE}" )`,
    `background: u\\72l(${REMOTE})`,
    `background: \\75 \\72 \\6c (${REMOTE})`,
    `background: url/**/(${REMOTE})`,
    `background: ur/**/l(${REMOTE})`,
    `background: image-set("${REMOTE}" 1x)`,
    `background: -webkit-image-set("${REMOTE}" 1x)`,
    `background: image("${REMOTE}")`,
    `background: src("${REMOTE}")`,
    `--x: url(${REMOTE}); background: var(--x)`,
    `cursor: url(${REMOTE}), auto`,
    `list-style: url(${REMOTE})`,
    `content: url(${REMOTE})`,
  ])('leaves no function that fetches in %s', (css) => {
    expect(cleanCss(css)).not.toMatch(/(?:url|image-set|image|src)\s*\(/i);
  });

  it.each([
    `@import "${REMOTE}";`,
    `@import url(${REMOTE});`,
    `@IMPORT '${REMOTE}';`,
    `@\\69mport "${REMOTE}";`,
    `@im\\70 ort "${REMOTE}";`,
    `@font-face { font-family: x; src: url(${REMOTE}) }`,
  ])('leaves no rule that fetches in %s', (css) => {
    expect(cleanCss(css)).not.toMatch(/@(?:import|font-face)/i);
  });

  it('cannot be made to end the element it stands in', () => {
    expect(cleanCss('p{}</style><script>alert(1)</script>')).not.toContain('<');
    expect(cleanCss('p{content:"\\3c/style\\3e"}')).not.toContain('<');
  });
});
