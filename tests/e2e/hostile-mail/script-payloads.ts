/**
 * Ways in which a message makes a program run a script. Each, when it runs, writes its own mark to the console.
 *
 * Our own pieces of HTML, after the families of DOMPurify's, html5sec's and Roundcube's collections.
 */
export const MARK = 'acquaint-script-ran:';

export interface ScriptPayload {
  readonly name: string;
  readonly html: string;
}

export function scriptPayloads(): readonly ScriptPayload[] {
  const all: Readonly<Record<string, (run: string) => string>> = {
    script: (run) => `<script>${run}</script>`,
    'script in capitals': (run) => `<SCRIPT>${run}</SCRIPT>`,
    'script, slash': (run) => `<script/x>${run}</script>`,
    'script in a script': (run) => `<scr<script>ipt>${run}</script>`,
    module: (run) => `<script type="module">${run}</script>`,
    'data: script': (run) => `<script src="data:text/javascript,${encodeURIComponent(run)}"></script>`,
    'img onerror': (run) => `<img src="x:" onerror="${run}">`,
    'img onerror without quotes': (run) => `<img src=x: onerror=${run}>`,
    'img onerror, slashes': (run) => `<img/src="x:"/onerror="${run}">`,
    'img onerror, entities': (run) =>
      `<img src="x:" onerror="${run.replaceAll(/[^]/g, (letter) => `&#${letter.charCodeAt(0)};`)}">`,
    'img onload': (run) =>
      `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" onload="${run}">`,
    'img onloadstart': (run) => `<video onloadstart="${run}"><source></video>`,
    'body onload': (run) => `<body onload="${run}">`,
    'body onpageshow': (run) => `<body onpageshow="${run}">`,
    'svg onload': (run) => `<svg onload="${run}">`,
    'svg script': (run) => `<svg><script>${run}</script></svg>`,
    'svg script, data:': (run) => `<svg><script href="data:text/javascript,${encodeURIComponent(run)}"/></svg>`,
    'svg animate onbegin': (run) => `<svg><animate onbegin="${run}" attributeName="x" dur="1s"/></svg>`,
    'svg set onbegin': (run) => `<svg><set onbegin="${run}" attributeName="x" to="1"/></svg>`,
    'svg image onerror': (run) => `<svg><image href="x:" onerror="${run}"/></svg>`,
    'svg in a data: object': (run) =>
      `<object data="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><script>${run}</script></svg>`)}"></object>`,
    'svg foreignObject': (run) => `<svg><foreignObject><img src="x:" onerror="${run}"></foreignObject></svg>`,
    'iframe javascript:': (run) => `<iframe src="javascript:${run}"></iframe>`,
    'iframe javascript:, tab': (run) => `<iframe src="java\tscript:${run}"></iframe>`,
    'iframe srcdoc': (run) => `<iframe srcdoc="<script>${run}</script>"></iframe>`,
    'iframe data:': (run) => `<iframe src="data:text/html,<script>${encodeURIComponent(run)}</script>"></iframe>`,
    'iframe onload': (run) => `<iframe onload="${run}"></iframe>`,
    'embed javascript:': (run) => `<embed src="javascript:${run}">`,
    'object javascript:': (run) => `<object data="javascript:${run}"></object>`,
    'object data:': (run) => `<object data="data:text/html,<script>${encodeURIComponent(run)}</script>"></object>`,
    'object onerror': (run) => `<object data="x:" onerror="${run}"></object>`,
    'video onerror': (run) => `<video src="x:" onerror="${run}"></video>`,
    'audio onerror': (run) => `<audio src="x:" onerror="${run}"></audio>`,
    'source onerror': (run) => `<video><source src="x:" onerror="${run}"></video>`,
    'input autofocus': (run) => `<input autofocus onfocus="${run}">`,
    'select autofocus': (run) => `<select autofocus onfocus="${run}"></select>`,
    'details ontoggle': (run) => `<details open ontoggle="${run}">x</details>`,
    'marquee onstart': (run) => `<marquee onstart="${run}">x</marquee>`,
    animation: (run) => `<style>@keyframes a{}</style><p style="animation:a 1ms" onanimationend="${run}">x</p>`,
    'link onerror': (run) => `<link rel="stylesheet" href="x:" onerror="${run}">`,
    'link onload': (run) => `<link rel="stylesheet" href="data:text/css," onload="${run}">`,
    'style onload': (run) => `<style onload="${run}"></style>`,
    'script onerror': (run) => `<script src="x:" onerror="${run}"></script>`,
    'meta refresh to data:': (run) =>
      `<meta http-equiv="refresh" content="0;url=data:text/html,<script>${encodeURIComponent(run)}</script>">`,
    'meta refresh to javascript:': (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
    'base javascript:': (run) => `<base href="javascript:/a/-${run}//"><iframe src="."></iframe>`,
    'noscript trick': (run) => `<noscript><p title="</noscript><img src=x: onerror=${run}>">`,
    'comment trick': (run) => `<!--><img src=x: onerror=${run}>-->`,
    'comment trick, bang': (run) => `<!--x--!><img src=x: onerror=${run}>`,
    'title trick': (run) => `<title><img src="</title><img src=x: onerror=${run}>">`,
    'style trick': (run) => `<style><img src="</style><img src=x: onerror=${run}>">`,
    'textarea trick': (run) => `<textarea><img src="</textarea><img src=x: onerror=${run}>">`,
    'math trick': (run) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${run}&gt;">`,
    'math annotation': (run) =>
      `<math><annotation-xml encoding="text/html"><img src="x:" onerror="${run}"></annotation-xml></math>`,
    template: (run) =>
      `<template><script>${run}</script></template><script>document.body.append(document.querySelector('template')?.content ?? '')</script>`,
    'shadow root': (run) => `<div><template shadowrootmode="open"><img src="x:" onerror="${run}"></template></div>`,
    'custom element': (run) => `<x-a tabindex="1" autofocus onfocus="${run}">x</x-a>`,
    popover: (run) =>
      `<p popover onbeforetoggle="${run}" id="a">x</p><button popovertarget="a" autofocus onfocus="${run}">x</button>`,
    'event in an odd attribute': (run) => `<p onfocusin="${run}" tabindex="0" autofocus>x</p>`,
    'content-visibility': (run) =>
      `<p style="content-visibility:auto" oncontentvisibilityautostatechange="${run}">x</p>`,
    'utf-7': (run) => `<meta charset="utf-7">+ADw-script+AD4-${run}+ADw-/script+AD4-`,
    'null byte': (run) => `<scr\0ipt>${run}</scr\0ipt><img src="x:" on\0error="${run}">`,
    'xml stylesheet': (run) => `<?xml-stylesheet href="javascript:${run}"?><img src=x: onerror=${run}>`,
  };
  return Object.entries(all).map(([name, html], index) => ({ name, html: html(`console.log(\`${MARK}${index}\`)`) }));
}

/** The number of the payload that a console message says has run. */
export function ranPayload(consoleText: string): number | undefined {
  const number = consoleText.startsWith(MARK) ? Number(consoleText.slice(MARK.length)) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}
