import { isIP, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * An address as limits and sessions know it: IPv4 wrapped in IPv6 is unwrapped, and IPv6 is cut to the /64 that one
 * household holds. Null for what is no address.
 */
export function normalizeAddress(text: string): string | null {
  const address = MAPPED.exec(text)?.[1] ?? text;
  if (isIP(address) === 0 || address.includes('%')) return null;
  return isIPv6(address) ? `${network(address)}::/64` : address;
}

function network(address: string): string {
  // The parser of web addresses writes every IPv6 address in one way.
  const { hostname } = new URL(`http://[${address}]/`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const groups = before === '' ? [] : before.split(':');
  const filled = after === undefined ? groups : [...groups, ...missing(groups, after)];
  return filled.slice(0, 4).join(':');
}

function missing(before: readonly string[], after: string): string[] {
  const behind = after === '' ? [] : after.split(':');
  return [...Array<string>(8 - before.length - behind.length).fill('0'), ...behind];
}
