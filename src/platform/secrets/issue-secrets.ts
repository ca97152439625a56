import { newId } from '../../kernel/id.ts';
import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { digest } from './digest.ts';
import { newSecret, type SecretOrder } from './issue-secret.ts';

export interface SecretsOrder {
  readonly purpose: string;
  readonly expiresAt: Date;
  /** Whoever calls holds a row of each, so that nobody issues for it at the same time. */
  readonly subjects: readonly Pick<SecretOrder, 'subjectId' | 'facts'>[];
}

const replaceEarlier = statement(
  'one-time-secrets-replace',
  `update one_time_secret set replaced_at = $3
   where purpose = $1 and subject_id = any ($2::uuid[]) and used_at is null and replaced_at is null`,
);

const insert = statement(
  'one-time-secrets-insert',
  `insert into one_time_secret (id, purpose, subject_id, facts, digest, issued_at, expires_at)
   select made.id, $1, made.subject_id, made.facts, made.digest, $2, $3
   from unnest($4::uuid[], $5::uuid[], $6::jsonb[], $7::bytea[]) as made (id, subject_id, facts, digest)`,
);

/** As `issueSecret` for many subjects at once, in as few statements: the secrets in the order of the subjects. */
export async function issueSecrets(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { purpose, expiresAt, subjects }: SecretsOrder,
): Promise<readonly string[]> {
  const now = clock.now();
  const ids = subjects.map(({ subjectId }) => subjectId);
  const secrets = subjects.map(() => newSecret({ random }));
  await within(tx, replaceEarlier, [purpose, ids, now]);
  await within(tx, insert, [
    purpose,
    now,
    expiresAt,
    subjects.map(() => newId(clock, random)),
    ids,
    subjects.map(({ facts }) => JSON.stringify(facts)),
    secrets.map(digest),
  ]);
  return secrets;
}
