import { newId } from '../../kernel/id.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../database/database.ts';

/** One line of the audit trail. `before` and `after` hold facts, never secrets. */
export interface AuditEntry {
  /** The act in the words of the API, e.g. `acceptInvitation`. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly associationId?: string | null;
  readonly before?: object | null;
  readonly after?: object | null;
}

type Acting = Pick<Context, 'clock' | 'random'> & Partial<Pick<Context, 'actor' | 'client' | 'requestId'>>;

/** Writes who did what, in the transaction of the act itself. The application's role can add lines, never change them. */
export async function recordAudit(context: Acting, tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query(
    `insert into audit_entry
       (id, occurred_at, account_id, client_id, act, subject_kind, subject_id, association_id, before, after, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      newId(context.clock, context.random),
      context.clock.now(),
      context.actor?.accountId ?? null,
      context.client?.id ?? null,
      entry.act,
      entry.subjectKind,
      entry.subjectId,
      entry.associationId ?? null,
      entry.before ?? null,
      entry.after ?? null,
      context.requestId ?? null,
    ],
  );
}
