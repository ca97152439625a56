import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import type { Random } from '../../kernel/random.ts';
import { ServiceBusy } from '../graphql/faults.ts';
import type { OldScheme, Passwords } from './passwords.ts';

/** Of argon2id: KiB of memory, passes over it, and lanes. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** What the house spends on each (OWASP's second choice). Only a test may ask for less. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface PasswordOptions {
  readonly cost: PasswordCost;
  /** How many are worked on at once. */
  readonly concurrency: number;
  /** How many may wait; the next one is told that the service is busy. */
  readonly queue: number;
  readonly random: Random;
  /** Those of the systems that accounts come from. */
  readonly oldSchemes?: readonly OldScheme[];
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const RETRY_AFTER_SECONDS = 2;
/** One slow minute of the machine must not make every refusal slow from then on. */
const LONGEST_WAIT_MS = 1000;

export function createPasswords(options: PasswordOptions): Passwords {
  const { cost, concurrency, queue, random, oldSchemes = [] } = options;
  const inTurn = boundedQueue(concurrency, queue);
  const nobodys = hashOfNoPassword(cost, random);
  /** A refusal takes as long as the slowest old hash so far, or the wait would tell where an account comes from. */
  let slowestOldMs = 0;

  const judge = async (stored: string | null, plain: string): Promise<boolean> => {
    const old = stored === null ? undefined : oldSchemes.find(scheme => scheme.knows(stored));
    if (!old || stored === null) return verify(stored ?? nobodys, normal(plain));
    const begun = performance.now();
    const [right] = await Promise.all([judgeOld(old, stored, plain), verify(nobodys, normal(plain))]);
    slowestOldMs = Math.min(LONGEST_WAIT_MS, Math.max(slowestOldMs, performance.now() - begun));
    return right;
  };

  return {
    hash: plain =>
      inTurn(() => hash(normal(plain), { ...cost, outputLen: HASH_BYTES, salt: random(SALT_BYTES) })),
    verify: async (stored, plain) => {
      const begun = { at: 0 };
      const right = await inTurn(() => {
        begun.at = performance.now();
        return judge(stored, plain);
      });
      const missing = slowestOldMs - (performance.now() - begun.at);
      if (!right && missing > 0) await after(missing);
      return right;
    },
  };
}

// An é is one character from one keyboard and two from another: the same person must get in with both.
const normal = (plain: string): string => plain.normalize('NFC');

/** Other systems took what was typed as it came. */
async function judgeOld(scheme: OldScheme, stored: string, plain: string): Promise<boolean> {
  for (const typed of new Set([normal(plain), plain])) if (await scheme.verify(stored, typed)) return true;
  return false;
}

/** A hash of the usual cost whose end is chance, so that no password fits it. */
function hashOfNoPassword({ memoryCost, timeCost, parallelism }: PasswordCost, random: Random): string {
  const text = (bytes: number): string => Buffer.from(random(bytes)).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${text(SALT_BYTES)}$${text(HASH_BYTES)}`;
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function boundedQueue(concurrency: number, limit: number): InTurn {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async work => {
    if (running < concurrency) running++;
    else if (waiting.length >= limit) throw new ServiceBusy(RETRY_AFTER_SECONDS);
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so that a newcomer cannot slip in before the first in line.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
