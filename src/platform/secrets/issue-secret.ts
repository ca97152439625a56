import { newId } from '../../kernel/id.ts';
import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { digest } from './digest.ts';

export interface SecretOrder {
  /** What it is for, in the words of the module that issues it; a secret of one purpose is unknown to another. */
  readonly purpose: string;
  readonly subjectId: string;
  /** What must hold when it is used, e.g. the address that it confirms. Stored in clear: no secret. */
  readonly facts: object;
  readonly lifetimeSeconds: number;
}

export interface IssuedSecret {
  /** Known to nobody but the receiver from here on: the database keeps its digest. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** The prefix tells a scanner of leaked secrets, and a person, what lies there. */
export const newSecret = ({ random }: Pick<Parts, 'random'>): string =>
  `affilia_once_${Buffer.from(random(24)).toString('base64url')}`;

const oneIssuerAtATime = statement(
  'one-time-secret-lock',
  `select pg_advisory_xact_lock(hashtextextended('one_time_secret ' || $1::text || ' ' || $2::text, 0))`,
);

const replaceEarlier = statement(
  'one-time-secret-replace',
  `update one_time_secret set replaced_at = $3
   where purpose = $1 and subject_id = $2 and used_at is null and replaced_at is null`,
);

const insert = statement(
  'one-time-secret-insert',
  `insert into one_time_secret (id, purpose, subject_id, facts, digest, issued_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Makes a secret that works once; the earlier ones of the same purpose and subject stop working. */
export async function issueSecret(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { purpose, subjectId, facts, lifetimeSeconds }: SecretOrder,
): Promise<IssuedSecret> {
  const now = parts.clock.now();
  const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
  const secret = newSecret(parts);

  await within(tx, oneIssuerAtATime, [purpose, subjectId]);
  await within(tx, replaceEarlier, [purpose, subjectId, now]);
  await within(tx, insert, [
    newId(parts.clock, parts.random),
    purpose,
    subjectId,
    facts,
    digest(secret),
    now,
    expiresAt,
  ]);
  return { secret, expiresAt };
}
