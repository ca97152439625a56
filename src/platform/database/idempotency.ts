import { createHash } from 'node:crypto';
import { isPlainText } from '../../kernel/plain-text.ts';
import type { Context, Parts } from '../context.ts';
import { IdempotencyKeyReused } from '../graphql/idempotency-key-reused.ts';
import { InputIssue, InputIssueCode, InvalidInput } from '../graphql/invalid-input.ts';
import { refuse, Refusal } from '../problem.ts';
import { within, type Tx } from './database.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { statement } from './statement.ts';

export interface Repeatable {
  /** The act in the words of the API, e.g. `acceptInvitation`. */
  readonly operation: string;
  /** The caller's key; without one the act is simply done. */
  readonly key: string | undefined;
  /** What was asked for: the same key with another input is a mistake of the caller. */
  readonly input: object;
}

type Asking = Pick<Context, 'db' | 'clock' | 'vault' | 'wording' | 'client' | 'actor'>;

const LONGEST_KEY = 255;
const KEPT_MS = 24 * 3_600_000;

// A row of yesterday is taken over as if it were not there, by the same statement, so that one of many does it.
const claim = statement<{ key: string }>(
  'idempotency-key-claim',
  `insert into idempotency_key as kept (caller, operation, key, input_digest, first_used_at)
   values ($1, $2, $3, $4, $5)
   on conflict (caller, operation, key) do update
     set input_digest = excluded.input_digest, first_used_at = excluded.first_used_at, sealed_answer = null
     where kept.first_used_at <= $6
   returning key`,
);

const keep = statement(
  'idempotency-key-keep',
  'update idempotency_key set sealed_answer = $4 where caller = $1 and operation = $2 and key = $3',
);

const find = statement<{ input_digest: Buffer; sealed_answer: Buffer }>(
  'idempotency-key-find',
  'select input_digest, sealed_answer from idempotency_key where caller = $1 and operation = $2 and key = $3',
);

const findKept = statement(
  'idempotency-key-kept',
  `select from idempotency_key where caller = $1 and operation = $2 and key = $3 and first_used_at > $4
     and sealed_answer is not null`,
);

const postpone = statement(
  'idempotency-key-postpone',
  `update idempotency_key set first_used_at = first_used_at + $2::bigint * interval '1 millisecond' where operation = $1`,
);

const forget = statement('idempotency-key-forget', 'delete from idempotency_key where first_used_at <= $1');

/**
 * Does the work once per key, in one transaction with the note that it was done. Whoever repeats the request gets
 * the first answer again; a refusal rolls back and leaves the key free. The answer is JSON: ids and facts.
 */
export async function once<T>(
  context: Asking,
  { key, ...act }: Repeatable,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { db } = context;
  if (key === undefined) return await db.transaction(work);
  const claim = claimOf(context, { key, ...act });
  return await oneAtATime(db)(claim.name, () => doOnce<T>(context, claim, work));
}

/**
 * As `once`, for acts that have something to do before their transaction: to count an attempt, or to check a password
 * that the act itself changes. A repeated request prepares nothing, because it is no further attempt.
 */
export async function onceAfter<P, T>(
  context: Asking,
  prepare: () => Promise<P>,
  { key, ...act }: Repeatable,
  work: (tx: Tx, prepared: P) => Promise<T>,
): Promise<T> {
  const { db } = context;
  if (key === undefined) {
    const prepared = await prepare();
    return await db.transaction(tx => work(tx, prepared));
  }
  const claim = claimOf(context, { key, ...act });
  return await oneAtATime(db)(claim.name, async () => {
    if (await isAnswered(context, claim)) return doOnce<T>(context, claim, noWork);
    try {
      const prepared = await prepare();
      return await doOnce<T>(context, claim, tx => work(tx, prepared));
    } catch (fault) {
      // Another process may have done it meanwhile, so that what was asked for no longer fits.
      if (fault instanceof Refusal && (await isAnswered(context, claim)))
        return doOnce<T>(context, claim, noWork);
      throw fault;
    }
  });
}

async function isAnswered({ db, clock }: Asking, { place }: Claim): Promise<boolean> {
  const kept = await db.read(findKept, [...place, keptSince(clock.now())]);
  return kept.length === 1;
}

const noWork = (): never => {
  throw new Error('the answer was forgotten while it was asked for');
};

/** Removes what is kept for nobody any more. */
export async function forgetOldKeys({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  await db.transaction(tx => within(tx, forget, [keptSince(clock.now())]));
}

/** Keeps the answers of an act for that much longer. */
export const keepAnswersLonger = (tx: Tx, operation: string, milliseconds: number): Promise<unknown> =>
  within(tx, postpone, [operation, milliseconds]);

interface Claim {
  readonly place: readonly [caller: string, operation: string, key: string];
  /** The place as the label of what is sealed for it. */
  readonly name: string;
  readonly input: object;
}

function claimOf(context: Asking, { operation, key, input }: Repeatable & { readonly key: string }): Claim {
  judgeKey(context, key);
  const place = [callerOf(context), operation, key] as const;
  return { place, name: JSON.stringify(place), input };
}

const doOnce = <T>(context: Asking, claim: Claim, work: (tx: Tx) => Promise<T>): Promise<T> =>
  context.db.transaction(tx => onceWithin<T>(context, tx, claim, work));

async function onceWithin<T>(
  { clock, vault }: Asking,
  tx: Tx,
  { place, name, input }: Claim,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const now = clock.now();
  const asked = digestOf(input);
  // Sealed, because a plain digest of an input with a password in it would let that password be guessed.
  const claimed = await within(tx, claim, [...place, vault.seal(asked, name), now, keptSince(now)]);
  if (claimed.length > 0) {
    const answer = JSON.stringify((await work(tx)) ?? null);
    await within(tx, keep, [...place, vault.seal(answer, name)]);
    return JSON.parse(answer) as T;
  }

  const [kept] = await within(tx, find, place);
  if (!kept) throw new Error('the key was forgotten while it was asked for');
  if (vault.open(kept.input_digest, name) !== asked) refuse(new IdempotencyKeyReused());
  return JSON.parse(vault.open(kept.sealed_answer, name)) as T;
}

function judgeKey({ wording }: Asking, key: string): void {
  const issue = (code: InputIssueCode, values = {}): never =>
    refuse(
      new InvalidInput([
        new InputIssue({
          path: ['input', 'idempotencyKey'],
          code,
          message: wording.of(`InputIssue.${code}`, values),
        }),
      ]),
    );
  if (key.trim() === '') issue(InputIssueCode.REQUIRED);
  if (key.length > LONGEST_KEY) issue(InputIssueCode.TOO_LONG, { max: LONGEST_KEY });
  if (!isPlainText(key)) issue(InputIssueCode.BAD_FORMAT);
}

const callerOf = ({ client, actor }: Asking): string =>
  `${client?.id ?? 'none'}/${actor?.accountId ?? 'none'}`;

const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS);

/** Of the input in one spelling, whatever the order in which its fields were written. */
function digestOf(input: object): string {
  const ordered = (_: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(input, ordered)).digest('hex');
}
