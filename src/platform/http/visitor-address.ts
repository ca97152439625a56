import { isIP, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * An address as limits and sessions know it: IPv4 wrapped in IPv6 is unwrapped, however it is written, and IPv6 is cut
 * to the /64 that one household holds. Null for what is no address.
 */
export function normalizeAddress(text: string): string | null {
  if (isIP(text) === 0 || text.includes('%')) return null;
  if (!isIPv6(text)) return text;
  // The parser of web addresses writes every IPv6 address in one way.
  const address = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [, high, low] = MAPPED.exec(address) ?? [];
  return high !== undefined && low !== undefined ? dotted(high, low) : `${network(address)}::/64`;
}

const dotted = (high: string, low: string): string =>
  [high, low]
    .flatMap(group => {
      const value = parseInt(group, 16);
      return [value >> 8, value & 255];
    })
    .join('.');

function network(address: string): string {
  const [before = '', after] = address.split('::');
  const groups = before === '' ? [] : before.split(':');
  const filled = after === undefined ? groups : [...groups, ...missing(groups, after)];
  return filled.slice(0, 4).join(':');
}

function missing(before: readonly string[], after: string): string[] {
  const behind = after === '' ? [] : after.split(':');
  return [...Array<string>(8 - before.length - behind.length).fill('0'), ...behind];
}
