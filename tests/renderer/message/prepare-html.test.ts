import { describe, expect, it } from 'vitest';
import { FRAME_CSP, prepareHtml } from '../../../renderer/message/prepare-html.ts';

const SPY = 'https://spy.example/x';

/** The body of the prepared document, parsed again as the frame would. */
function bodyOf(html: string, images?: Record<string, string | null>): HTMLElement {
  return new DOMParser().parseFromString(
    prepareHtml(html, images === undefined ? {} : { remote: images }).document,
    'text/html',
  ).body;
}

/** Everything a document could fetch from, links aside: they wait for a click, which the shell prevents. */
function fetchable(body: HTMLElement): readonly string[] {
  const attributes = [...body.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(({ name }) => !['href', 'title', 'alt'].includes(name)).map(({ value }) => value),
  );
  const styles = [...body.querySelectorAll('style')].map((style) => style.textContent);
  const alive = (text: string) => text.replaceAll(/blocked\([^)]*\)/g, '').replaceAll(/@blocked[^;{]*[;{]/g, '');
  return [...attributes, ...styles].filter((text) => alive(text).includes('spy.example'));
}

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

describe('the message’s own pictures', () => {
  const shown = (html: string, own: Record<string, string>) => {
    const prepared = prepareHtml(html, { own });
    const { body } = new DOMParser().parseFromString(prepared.document, 'text/html');
    return { ...prepared, sources: [...body.querySelectorAll('img')].map((image) => image.getAttribute('src')) };
  };

  it('stand where the HTML names them, and are no remote images', () => {
    const { sources, remoteImages, missingPictures } = shown('<img src="cid:logo%40x"><img src="CID:logo@x">', {
      'logo@x': PICTURE,
    });
    expect(sources).toEqual([PICTURE, PICTURE]);
    expect(remoteImages).toEqual([]);
    expect(missingPictures).toEqual([]);
  });

  it('are told of, each once, where they are not there', () => {
    const { sources, missingPictures } = shown('<img src="cid:a"><img src="cid:a"><img src="cid:b">', { b: PICTURE });
    expect(sources).toEqual([null, null, PICTURE]);
    expect(missingPictures).toEqual(['a']);
  });

  it('are pictures: nothing else is put in their place, nor into anything but an image', () => {
    const { document: written, sources } = shown('<img src="cid:a"><iframe src="cid:b"></iframe><embed src="cid:b">', {
      a: 'data:text/html,x',
      b: PICTURE,
    });
    expect(sources).toEqual([null]);
    expect(written).not.toContain(PICTURE);
  });
});

describe('prepareHtml', () => {
  it.each([
    '<script>window.ran = 1</script>',
    '<img src=x onerror="window.ran = 1">',
    '<svg onload="window.ran = 1"></svg>',
    '<svg><script>window.ran = 1</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror="window.ran=1">',
    '<a href="javascript:window.ran=1">x</a>',
    '<a href="java&#10;script:window.ran=1">x</a>',
    '<a href=" &#1; javascript:window.ran=1">x</a>',
    '<a href="data:text/html,<script>1</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<iframe srcdoc="<script>window.ran=1</script>"></iframe>',
    '<iframe src="javascript:window.ran=1"></iframe>',
    '<object data="javascript:window.ran=1"></object>',
    '<embed src="javascript:window.ran=1">',
    '<form action="javascript:window.ran=1"><button>x</button></form>',
    '<button formaction="javascript:window.ran=1">x</button>',
    '<body onload="window.ran = 1">',
    '<details open ontoggle="window.ran = 1"></details>',
    '<input autofocus onfocus="window.ran = 1">',
    '<video><source onerror="window.ran = 1"></video>',
    '<style>@import "javascript:window.ran=1";</style>',
    '<meta http-equiv="refresh" content="0;url=javascript:window.ran=1">',
    '<base href="javascript:window.ran=1//">',
    '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">',
    '<template><script>window.ran=1</script></template>',
    '<p style="x:expression(window.ran=1)">x</p>',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>',
  ])('takes out what could run: %s', (html) => {
    const body = bodyOf(html);
    const everything = [...body.querySelectorAll('*')];
    expect(
      everything.filter((element) =>
        ['script', 'iframe', 'object', 'embed', 'form', 'base', 'meta', 'svg', 'math', 'template'].includes(
          element.localName,
        ),
      ),
    ).toEqual([]);
    const dangerous = everything.flatMap((element) =>
      [...element.attributes].filter(
        ({ name, value }) => name.startsWith('on') || /^\s*(?:java|vb)script:|^data:text/i.test(value),
      ),
    );
    expect(dangerous).toEqual([]);
  });

  it.each([
    `<img src="${SPY}">`,
    `<img src="//spy.example/x">`,
    `<img srcset="${SPY} 2x">`,
    `<picture><source srcset="${SPY}"><img></picture>`,
    `<input type="image" src="${SPY}">`,
    `<video src="${SPY}" poster="${SPY}"><track src="${SPY}"></video>`,
    `<audio src="${SPY}"></audio>`,
    `<table background="${SPY}"><tr><td background="${SPY}">x</table>`,
    `<body background="${SPY}">`,
    `<p style="background:url(${SPY})">x</p>`,
    `<p style="background:u\\72 l(${SPY})">x</p>`,
    `<p style="--a:url(${SPY});background:var(--a)">x</p>`,
    `<style>p{background:url(${SPY})}</style><p>x</p>`,
    `<style>@import "${SPY}";</style><p>x</p>`,
    `<style>@font-face{font-family:a;src:url(${SPY})}</style><p>x</p>`,
    `<svg><image href="${SPY}"/><feImage href="${SPY}"/></svg>`,
    `<svg><rect fill="url(${SPY}#a)"/></svg>`,
    `<math href="${SPY}"><mi>x</mi></math>`,
    `<link rel="stylesheet" href="${SPY}">`,
    `<link rel="prefetch" href="${SPY}">`,
    `<link rel="dns-prefetch" href="//spy.example">`,
    `<iframe src="${SPY}"></iframe>`,
    `<object data="${SPY}"></object>`,
    `<embed src="${SPY}">`,
    `<a href="https://ok.example" ping="${SPY}">x</a>`,
    `<blockquote cite="${SPY}">x</blockquote>`,
    `<form action="${SPY}"><input></form>`,
    `<meta http-equiv="refresh" content="0;url=${SPY}">`,
    `<img lowsrc="${SPY}" dynsrc="${SPY}" longdesc="${SPY}">`,
  ])('takes out what could fetch, by itself: %s', (html) => {
    expect(fetchable(bodyOf(html))).toEqual([]);
  });

  it('puts a policy of its own into the document, before anything of the mail', () => {
    const { document: written } = prepareHtml('<p>x</p>');
    expect(FRAME_CSP).toMatch(/^default-src 'none'/);
    expect(FRAME_CSP).not.toMatch(/script-src|https?:|\*/);
    expect(written.indexOf(FRAME_CSP)).toBeGreaterThan(0);
    expect(written.indexOf(FRAME_CSP)).toBeLessThan(written.indexOf('<p>x</p>'));
  });

  it('lists remote images once each and shows only those that were let in', () => {
    const html = `<img src="${SPY}?1" alt="one"><img src="${SPY}?2"><img src="${SPY}?1">`;
    expect(prepareHtml(html).remoteImages).toEqual([`${SPY}?1`, `${SPY}?2`]);
    const body = bodyOf(html, { [`${SPY}?1`]: 'data:image/png;base64,AA==', [`${SPY}?2`]: null });
    expect([...body.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([
      'data:image/png;base64,AA==',
      null,
      'data:image/png;base64,AA==',
    ]);
  });

  it('does not let a forged answer put anything but an image in place', () => {
    const body = bodyOf(`<img src="${SPY}">`, { [SPY]: 'data:text/html,x' });
    expect(body.querySelector('img')?.hasAttribute('src')).toBe(false);
  });

  it('removes images that are only there to report', () => {
    const prepared = prepareHtml(
      `<img src="${SPY}" width="1" height="1"><img src="${SPY}" style="width:1px;height:1px">`,
    );
    expect(prepared.trackerCount).toBe(2);
    expect(prepared.remoteImages).toEqual([]);
  });

  it('keeps links with where they lead, and drops those that lead nowhere safe', () => {
    const { links } = prepareHtml(
      '<a href="https://a.example/p">Go</a><a href="file:///etc/passwd">f</a><a href="#top">t</a>',
    );
    expect(links).toEqual([{ href: 'https://a.example/p', text: 'Go' }]);
    const anchor = bodyOf('<a href="https://a.example/p" target="_blank">Go</a>').querySelector('a');
    expect(anchor?.getAttribute('title')).toBe('Leads to a.example');
    expect(anchor?.hasAttribute('target')).toBe(false);
  });

  it('keeps the look of ordinary mail', () => {
    const body = bodyOf('<table><tr><td style="color:#224;padding:4px"><b>Hi</b></td></tr></table>');
    expect(body.querySelector('td')?.getAttribute('style')).toBe('color:#224;padding:4px');
    expect(body.textContent).toContain('Hi');
    const styled = bodyOf('<html><head><style>td{color:#224}</style></head><body><p>Hi</p></body></html>');
    expect(styled.querySelector('style')?.textContent).toBe('td{color:#224}');
  });
});
