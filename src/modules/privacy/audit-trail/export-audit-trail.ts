import { toPublicId, type ClientId } from '../../../kernel/id.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { ExportSource } from '../../documents/index.ts';
import { readAuditRows, type AuditRow } from './audit-rows.ts';
import { actInWords, changesOf, publicIdOf } from './changes.ts';
import { knownIn } from './known-in.ts';
import type { Known } from './who-is-known.ts';

const AT_ONCE = 1_000;

const COLUMNS = [
  'occurredAt',
  'act',
  'actLabel',
  'actor',
  'accountId',
  'client',
  'clientId',
  'subjectKind',
  'subjectId',
  'subject',
  'changes',
  'requestId',
] as const;

function lineOf(
  row: AuditRow,
  wording: Wording,
  known: Known,
): Record<(typeof COLUMNS)[number], string | null> {
  const record = known.records.get(row.subjectId);
  return {
    occurredAt: row.occurredAt.toISOString(),
    act: row.act,
    actLabel: actInWords(row.act, wording),
    actor: row.accountId && (known.accounts.get(row.accountId) ?? null),
    accountId: row.accountId && publicIdOf('Account', row.accountId, known),
    client: row.clientName,
    clientId: row.clientId && toPublicId('Client', row.clientId as ClientId),
    subjectKind: row.subjectKind,
    subjectId: publicIdOf(row.subjectKind, row.subjectId, known),
    subject:
      known.accounts.get(row.subjectId) ??
      (record && (wording.locale === 'fr-CA' ? record.fr : record.en)) ??
      null,
    changes: changesOf(row, wording, known)
      .map(({ label, before, after }) =>
        wording.of('audit.change', { label, before: before ?? '–', after: after ?? '–' }),
      )
      .join('\n'),
    requestId: row.requestId,
  };
}

/** The oldest first, a thousand at a time. */
export const exportAuditTrail: ExportSource = {
  names: wording => COLUMNS.map(name => wording.of(`audit.column.${name}`)),

  async *rows(parts, { associationId, from, to }, wording) {
    const filter = { subjectId: null, accountId: null, act: null };
    const wanted = { associationId, filter, from, to };
    let last: AuditRow | undefined;
    do {
      const after = last ? [last.place, last.id] : null;
      const read = readAuditRows(wanted, { direction: 'asc', after, rows: AT_ONCE, most: AT_ONCE });
      const rows = await parts.db.read(read.statement, read.values);
      const known = await knownIn(parts, associationId, rows);
      for (const row of rows) {
        const line = lineOf(row, wording, known);
        yield COLUMNS.map(name => line[name] ?? '');
      }
      last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
    } while (last !== undefined);
  },
};
