/** Which addresses of the network may be read from: those of the public internet. */
import ipaddr from 'ipaddr.js';

/** Blocks that ipaddr.js counts as unicast and that lead inside: IPv4 in IPv6, site-local, local NAT64. */
const inside: readonly [string, number][] = [
  ['::', 96],
  ['fec0::', 10],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['5f00::', 16],
];

const insideBlocks = inside.map(([start, bits]): [ipaddr.IPv6, number] => [ipaddr.IPv6.parse(start), bits]);

/**
 * True for an address of the public internet. Loopback, private, link-local, multicast, carrier-grade NAT,
 * reserved ones, and IPv6 forms that hold an IPv4 address are not; nor is what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || !insideBlocks.some((block) => parsed.match(block));
}

/** The address that a URL names itself, without the brackets of IPv6. */
export function literalAddress(hostname: string): string | undefined {
  const host = hostname.replace(/^\[|\]$/gu, '');
  return ipaddr.isValid(host) ? host : undefined;
}
