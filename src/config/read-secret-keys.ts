import type { z } from 'zod';
import type { RealmMode } from '../platform/context.ts';
import { ConfigFault, reading } from './config-fault.ts';

export const SECRET_KEY_BYTES = 32;
/** 32 bytes of chance have 30 different ones on average; fewer than this many never happen by chance. */
const FEWEST_DIFFERENT = 20;
const TYPED_BY_HAND = /example|exemple|change|secret|password|motdepasse|affilia|default/i;

/** Keys split at commas: the first one seals, the others still open what they sealed. */
export const secretKeysIn = (mode: RealmMode): z.ZodType<Buffer[], string> =>
  reading(text => {
    const keys: Buffer[] = [];
    for (const one of text.split(',').map(part => part.trim())) {
      const key = bytesOf(one);
      if (!key) return new ConfigFault('KEY_FORMAT');
      if (key.length < SECRET_KEY_BYTES) return new ConfigFault('KEY_SHORT', { bytes: SECRET_KEY_BYTES });
      if (mode === 'LIVE' && isGuessable(one, key)) return new ConfigFault('KEY_GUESSABLE');
      keys.push(key);
    }
    return keys;
  });

function bytesOf(text: string): Buffer | null {
  if (/^([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : null;
}

/** Words, repetitions and sequences look long enough but are found by trying. */
function isGuessable(text: string, key: Buffer): boolean {
  const characters = [...Buffer.from(text)];
  const inHex = text.length >= key.length * 2;
  return (
    TYPED_BY_HAND.test(text) ||
    new Set(key).size < FEWEST_DIFFERENT ||
    (!inHex && new Set(characters).size < FEWEST_DIFFERENT) ||
    isSequence([...key]) ||
    isSequence(characters)
  );
}

/** Whether one step between neighbours makes up more than a third, as in `abcdef` or `0123`. */
function isSequence(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, position) => number - (numbers[position] ?? 0));
  const times = new Map<number, number>();
  for (const step of steps) times.set(step, (times.get(step) ?? 0) + 1);
  return Math.max(...times.values()) > steps.length / 3;
}
