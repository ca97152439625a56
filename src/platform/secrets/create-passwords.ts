import { hash, verify } from '@node-rs/argon2';
import type { Random } from '../../kernel/random.ts';
import { ServiceBusy } from '../graphql/faults.ts';
import type { Passwords } from './passwords.ts';

export interface PasswordOptions {
  /** How many are worked on at once. */
  readonly concurrency: number;
  /** How many may wait; the next one is told that the service is busy. */
  readonly queue: number;
  readonly random: Random;
}

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const RETRY_AFTER_SECONDS = 2;

export function createPasswords({ concurrency, queue, random }: PasswordOptions): Passwords {
  const inTurn = boundedQueue(concurrency, queue);
  const nobodys = hashOfNoPassword(random);

  return {
    hash: plain =>
      inTurn(() => hash(normal(plain), { ...COST, outputLen: HASH_BYTES, salt: random(SALT_BYTES) })),
    verify: (stored, plain) => inTurn(() => verify(stored ?? nobodys, normal(plain))),
  };
}

// An é is one character from one keyboard and two from another: the same person must get in with both.
const normal = (plain: string): string => plain.normalize('NFC');

/** A hash of the usual cost whose end is chance, so that no password fits it. */
function hashOfNoPassword(random: Random): string {
  const text = (bytes: number): string => Buffer.from(random(bytes)).toString('base64').replace(/=+$/, '');
  const { memoryCost, timeCost, parallelism } = COST;
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
