/**
 * Ways in which a message makes a program fetch something, and so tells the sender that it was read.
 *
 * Each is a piece of HTML of our own; the ideas are those of the Email Privacy Tester, of Roundcube's and Tuta's test
 * suites and of the CVEs named in Roundcube's change log. Every one fetches from its own path below `canary`.
 */
export interface RemoteContent {
  readonly name: string;
  readonly html: string;
}

/** `canary` is the address of the server to be fetched from, with a slash at the end. */
export function remoteContent(canary: string): readonly RemoteContent[] {
  const noScheme = canary.replace(/^http:/, '');
  const all: Readonly<Record<string, (at: string) => string>> = {
    img: (at) => `<img src="${at}">`,
    'img without a scheme': (at) => `<img src="${at.replace(canary, noScheme)}">`,
    'img in capitals': (at) => `<IMG SRC="${at.replace('http:', 'HTTP:')}">`,
    'img, new line in the address': (at) => `<img src="${at.replace('http:', 'ht\ntp:')}">`,
    'img srcset': (at) => `<img srcset="${at} 1x, ${at}2 2x">`,
    'img lazily': (at) => `<img loading="lazy" src="${at}" width="10" height="10">`,
    'img lowsrc and dynsrc': (at) => `<img lowsrc="${at}" dynsrc="${at}2" src="${at}3">`,
    picture: (at) => `<picture><source srcset="${at}"><img alt=""></picture>`,
    'input image': (at) => `<input type="image" src="${at}">`,
    video: (at) => `<video src="${at}" autoplay muted></video>`,
    'video poster': (at) => `<video poster="${at}"></video>`,
    'video source': (at) => `<video autoplay muted><source src="${at}" type="video/mp4"></video>`,
    'video track': (at) =>
      `<video autoplay muted src="data:video/mp4,"><track default kind="captions" src="${at}"></video>`,
    audio: (at) => `<audio src="${at}" autoplay></audio>`,
    'audio preload': (at) => `<audio preload="auto" src="${at}"></audio>`,
    bgsound: (at) => `<bgsound src="${at}">`,
    'body background': (at) => `<body background="${at}">x`,
    'table background': (at) => `<table background="${at}"><tr><td background="${at}2">x</table>`,
    'style url': (at) => `<p style="background:url(${at})">x</p>`,
    'style url, quoted': (at) => `<p style='background-image:url("${at}")'>x</p>`,
    'style url, escaped': (at) => `<p style="background:\\75 rl(${at})">x</p>`,
    'style url, entity': (at) => `<p style="background:&#117;rl(${at})">x</p>`,
    'style url, comment': (at) => `<p style="background:/**/url(${at})">x</p>`,
    'style url, unclosed': (at) => `<p style="background:url(${at}">x</p>`,
    'style url after a data: url': (at) =>
      `<p style="background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=);background:url(${at})">x</p>`,
    'style variable': (at) => `<p style="--a:url(${at});background:var(--a)">x</p>`,
    'style image-set': (at) => `<p style="background:image-set('${at}' 1x)">x</p>`,
    'style -webkit-image-set': (at) => `<p style="background:-webkit-image-set(url(${at}) 1x)">x</p>`,
    'style cross-fade': (at) => `<p style="background:-webkit-cross-fade(url(${at}),url(${at}2),50%)">x</p>`,
    'style list': (at) => `<ul><li style="list-style:url(${at})">x</ul>`,
    'style cursor': (at) => `<p style="cursor:url(${at}),auto;position:fixed;inset:0">x</p>`,
    'style border-image': (at) => `<p style="border:9px solid;border-image:url(${at}) 9">x</p>`,
    'style mask': (at) => `<p style="-webkit-mask-image:url(${at})">x</p>`,
    'style filter': (at) => `<p style="filter:url(${at}#a)">x</p>`,
    'style clip-path': (at) => `<p style="clip-path:url(${at}#a)">x</p>`,
    'style shape-outside': (at) => `<p style="float:left;shape-outside:url(${at})">x</p>`,
    'style content': (at) => `<style>p::before{content:url(${at})}</style><p>x</p>`,
    'style sheet': (at) => `<style>body{background:url(${at})}</style>x`,
    'style import': (at) => `<style>@import url(${at});</style>x`,
    'style import, string': (at) => `<style>@import "${at}";</style>x`,
    'style import in capitals': (at) => `<style>@IMPORT '${at}';</style>x`,
    'style font': (at) => `<style>@font-face{font-family:a;src:url(${at})}p{font-family:a}</style><p>x</p>`,
    'style attribute selector': (at) => `<style>[data-a^="s"]{background:url(${at})}</style><p data-a="secret">x</p>`,
    'style media': (at) => `<style>@media all{p{background:url(${at})}}</style><p>x</p>`,
    'style supports': (at) => `<style>@supports (display:block){p{background:url(${at})}}</style><p>x</p>`,
    'style layer': (at) => `<style>@layer a{p{background:url(${at})}}</style><p>x</p>`,
    'link stylesheet': (at) => `<link rel="stylesheet" href="${at}">`,
    'link stylesheet in the body': (at) => `<p>x<link rel="stylesheet" href="${at}"></p>`,
    'link alternate stylesheet': (at) => `<link rel="alternate stylesheet" title="a" href="${at}">`,
    'link prefetch': (at) => `<link rel="prefetch" href="${at}">`,
    'link preload': (at) => `<link rel="preload" as="image" href="${at}">`,
    'link modulepreload': (at) => `<link rel="modulepreload" href="${at}">`,
    'link preconnect': (at) => `<link rel="preconnect" href="${at}">`,
    'link dns-prefetch': (at) => `<link rel="dns-prefetch" href="${at}">`,
    'link prerender': (at) => `<link rel="prerender" href="${at}">`,
    'link icon': (at) => `<link rel="icon" href="${at}">`,
    'link manifest': (at) => `<link rel="manifest" href="${at}">`,
    iframe: (at) => `<iframe src="${at}"></iframe>`,
    'iframe, view-source': (at) => `<iframe src="view-source:${at}"></iframe>`,
    'iframe in srcdoc': (at) => `<iframe srcdoc="<img src='${at}'>"></iframe>`,
    'iframe in a data: page': (at) => `<iframe src="data:text/html,<img src='${at}'>"></iframe>`,
    frameset: (at) => `<frameset><frame src="${at}"></frameset>`,
    object: (at) => `<object data="${at}"></object>`,
    'object with a type': (at) => `<object type="text/html" data="${at}"></object>`,
    embed: (at) => `<embed src="${at}">`,
    applet: (at) => `<applet code="a" codebase="${at}"></applet>`,
    'meta refresh': (at) => `<meta http-equiv="refresh" content="0;url=${at}">`,
    'base and a relative image': (at) => `<base href="${at}/"><img src="a.gif">`,
    script: (at) => `<script src="${at}"></script>`,
    'module script': (at) => `<script type="module" src="${at}"></script>`,
    fetch: (at) => `<script>fetch('${at}',{mode:'no-cors'})</script>`,
    beacon: (at) => `<script>navigator.sendBeacon('${at}')</script>`,
    'web socket': (at) => `<script>new WebSocket('${at.replace('http:', 'ws:')}')</script>`,
    'event source': (at) => `<script>new EventSource('${at}')</script>`,
    'worker import': (at) => `<script>new Worker(URL.createObjectURL(new Blob(["importScripts('${at}')"])))</script>`,
    location: (at) => `<script>location='${at}'</script>`,
    'form submitted by script': (at) => `<form action="${at}"></form><script>document.forms[0].submit()</script>`,
    'svg image': (at) => `<svg width="9" height="9"><image href="${at}" width="9" height="9"/></svg>`,
    'svg image, xlink': (at) => `<svg width="9" height="9"><image xlink:href="${at}" width="9" height="9"/></svg>`,
    'svg feImage': (at) =>
      `<svg><filter id="a"><feImage href="${at}"/></filter><rect width="9" height="9" filter="url(#a)"/></svg>`,
    'svg use': (at) => `<svg><use href="${at}#a"/></svg>`,
    'svg fill': (at) => `<svg><rect width="9" height="9" fill="url(${at}#a)"/></svg>`,
    'svg mask': (at) => `<svg><rect width="9" height="9" mask="url(${at}#a)"/></svg>`,
    'svg animate': (at) =>
      `<svg><image width="9" height="9"><animate attributeName="href" values="${at}" dur="1s"/></image></svg>`,
    'svg set': (at) => `<svg><image width="9" height="9"><set attributeName="href" to="${at}"/></image></svg>`,
    'svg style': (at) => `<svg><style>rect{fill:url(${at})}</style><rect width="9" height="9"/></svg>`,
    'svg foreignObject': (at) =>
      `<svg><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${at}"/></foreignObject></svg>`,
    'svg in an image': (at) =>
      `<img src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${at}"/></svg>`)}">`,
    math: (at) => `<math><mtext><img src="${at}"></mtext></math>`,
    'shadow root': (at) => `<div><template shadowrootmode="open"><img src="${at}"></template></div>`,
    noscript: (at) => `<noscript><img src="${at}"></noscript>`,
    'comment trick': (at) => `<!--><img src="${at}">-->`,
    'title trick': (at) => `<title><!--</title><img src="${at}">-->`,
    'style trick': (at) => `<style><!--</style><img src="${at}">`,
    marquee: (at) => `<marquee style="background:url(${at})">x</marquee>`,
    'print style': (at) => `<link rel="stylesheet" media="print" href="${at}">`,
  };
  return Object.entries(all).map(([name, html], index) => ({ name, html: html(`${canary}v${index}`) }));
}

/** Which of them a request path belongs to. */
export function numberOf(requestPath: string): number | undefined {
  const number = /^\/v(\d+)/.exec(requestPath)?.[1];
  return number === undefined ? undefined : Number(number);
}
