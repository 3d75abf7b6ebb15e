/**
 * Whether an IP address is on the public internet.
 *
 * Mail names any host it likes, and a name of its own may lead to `127.0.0.1` or to the router at home (SSRF, DNS
 * rebinding). So what counts is the address that is really connected to, checked after the name was resolved and never
 * resolved again.
 */
import ipaddr from 'ipaddr.js';

/** IPv4 addresses in an IPv6 form that nobody uses any more (RFC 4291 §2.5.5.1); ipaddr.js takes them for public ones. */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** Only plain unicast is public: private, loopback, link-local, shared, mapped, tunnelled and reserved ranges are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address written as an IPv6 one (`::ffff:127.0.0.1`) is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.match(IPV4_COMPATIBLE)) return false;
  return parsed.range() === 'unicast';
}
