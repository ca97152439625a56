import { statement } from '../database/statement.ts';

/** What is known about a secret that somebody presents. Facts are told by its owner only while it is usable. */
export type SecretState<Facts extends object = Record<string, unknown>> =
  | { readonly state: 'UNKNOWN' }
  | {
      readonly state: 'USED' | 'REPLACED' | 'EXPIRED' | 'USABLE';
      readonly subjectId: string;
      readonly facts: Facts;
      readonly expiresAt: Date;
    };

interface SecretRow {
  readonly subject_id: string;
  readonly facts: object;
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly replaced_at: Date | null;
}

export const secretByDigest = statement<SecretRow>(
  'one-time-secret-by-digest',
  `select subject_id, facts, expires_at, used_at, replaced_at from one_time_secret where digest = $1 and purpose = $2`,
);

/** A secret lives until the instant at which it expires, not through it. */
export function stateOf<Facts extends object>(row: SecretRow | undefined, now: Date): SecretState<Facts> {
  if (!row) return { state: 'UNKNOWN' };
  return {
    state: wordFor(row, now),
    subjectId: row.subject_id,
    facts: row.facts as Facts,
    expiresAt: row.expires_at,
  };
}

function wordFor(row: SecretRow, now: Date): 'USED' | 'REPLACED' | 'EXPIRED' | 'USABLE' {
  if (row.used_at) return 'USED';
  if (row.replaced_at) return 'REPLACED';
  return row.expires_at <= now ? 'EXPIRED' : 'USABLE';
}
