import type { Database } from '../../../platform/database/database.ts';
import type { AuditRow } from './audit-rows.ts';
import { factsOf, isUuid, kindNamed } from './facts.ts';
import { whoIsKnown, type Known } from './who-is-known.ts';

/** Everybody whom entries mention, as far as the association knows them. */
export function knownIn(
  parts: { readonly db: Database },
  associationId: string,
  rows: readonly AuditRow[],
): Promise<Known> {
  const accountIds = new Set<string>();
  const recordIds = new Set<string>();
  for (const { accountId, subjectKind, subjectId, before, after } of rows) {
    if (accountId !== null) accountIds.add(accountId);
    (subjectKind === 'Account' ? accountIds : recordIds).add(subjectId);
    for (const { name, value } of [...factsOf(before), ...factsOf(after)])
      if (isUuid(value) && kindNamed(name, subjectKind) === 'Account') accountIds.add(value);
  }
  return whoIsKnown(parts, associationId, { accountIds: [...accountIds], recordIds: [...recordIds] });
}
