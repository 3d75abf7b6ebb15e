/**
 * Domains at which strangers get an address: a shared domain is then no evidence of anything.
 *
 * A short list of the large providers, and a rule for the rest: the domain calls itself mail. A firm that is mistaken for a
 * provider only loses a weak credit; a provider that is mistaken for a firm would make everybody there half known, so the
 * rule leans to the first mistake.
 */
import { getDomain } from 'tldts';
import { domainOf } from '../mail/address.ts';

const PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es live.com live.co.uk
  live.nl msn.com passport.com yahoo.com yahoo.co.uk yahoo.co.in yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca
  yahoo.co.jp yahoo.com.br yahoo.com.au ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com gmx.de
  gmx.net gmx.at gmx.ch gmx.com web.de freenet.de t-online.de arcor.de posteo.de posteo.net mailbox.org proton.me
  protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com fastmail.com fastmail.fm hey.com zoho.com
  zohomail.com mail.com email.com usa.com yandex.ru yandex.com ya.ru mail.ru inbox.ru bk.ru list.ru rambler.ru
  qq.com 163.com 126.com sina.com sohu.com foxmail.com naver.com daum.net hanmail.net orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it terra.com.br uol.com.br bol.com.br
  ig.com.br btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk comcast.net
  verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net optonline.net
  shaw.ca rogers.com sympatico.ca telus.net bigpond.com optusnet.com.au xtra.co.nz telia.com telenor.no
  online.no bluewin.ch hispeed.ch skynet.be telenet.be ziggo.nl kpnmail.nl xs4all.nl wp.pl o2.pl onet.pl interia.pl
  seznam.cz centrum.cz abv.bg ukr.net rediffmail.com duck.com privaterelay.appleid.com users.noreply.github.com`.split(
    /\s+/,
  ),
);

/** `fastmail`, `mailbox`, `inbox`, `webmail`, `post`, `myemail` as the whole label before the public suffix. */
const CALLS_ITSELF_MAIL = /^(?:[a-z]{0,8}e?-?mail|mail-?box|in-?box|web-?mail|free-?mail|post-?box|post)\d{0,3}$/;

/** The registrable domain (eTLD+1) of an address, '' where there is none. */
export function registrableDomain(address: string): string {
  const host = domainOf(address);
  return host === '' ? '' : (getDomain(host) ?? host);
}

/** Whether people at this registrable domain need not know each other. */
export function isFreeMail(domain: string): boolean {
  if (PROVIDERS.has(domain)) return true;
  const label = domain.slice(0, domain.indexOf('.'));
  return CALLS_ITSELF_MAIL.test(label);
}
