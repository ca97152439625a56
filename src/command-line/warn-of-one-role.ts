import type { Parts } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';

const mayRewriteHistory = statement<{ may: boolean }>(
  'start-may-rewrite-history',
  `select has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'delete') as may`,
);

/** A role that owns the tables may also change the audit trail: only a role of its own keeps that promise. */
export async function warnOfOneRole({ db, log }: Parts): Promise<void> {
  const [rights] = await db.read(mayRewriteHistory);
  if (rights?.may)
    log.warn({}, 'audit trail not protected: DATABASE_URL and MIGRATION_DATABASE_URL are one role');
}
