import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { readEmailAddress } from '../kernel/email-address.ts';
import { ConfigFault, reading } from './config-fault.ts';

type Reader<Value> = z.ZodType<Value, string>;

export const wholeNumber = (min: number, max: number): Reader<number> =>
  reading(text => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= min && number <= max ? number : new ConfigFault('WHOLE_NUMBER', { min, max });
  });

export const oneOf = <Word extends string>(words: readonly Word[]): Reader<Word> =>
  reading(text => words.find(word => word === text) ?? new ConfigFault('WORD', { words: words.join(', ') }));

export const directory: Reader<string> = reading(text => resolve(text));

const HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i;

export const host: Reader<string> = reading(text =>
  isIP(text) > 0 || HOST_NAME.test(text) ? text : new ConfigFault('HOST'),
);

export const emailAddress: Reader<string> = reading(
  text => readEmailAddress(text)?.typed ?? new ConfigFault('ADDRESS'),
);

/** Addresses and networks, split at commas or spaces. The whole internet is no proxy. */
export const networks: Reader<string[]> = reading(text => {
  const named = text.split(/[\s,]+/).filter(Boolean);
  return named.every(isNetwork) ? named : new ConfigFault('NETWORKS');
});

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= longest);
}
