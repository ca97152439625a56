import type { Wording } from '../../../../platform/wording/wording.ts';
import { inLanguage } from '../../../associations/index.ts';
import { invoiceNumber } from '../../invoices/printed-number.ts';
import type { LedgerEntryRow } from '../reading/ledger-entry.rows.ts';

export interface ExportedEntry extends LedgerEntryRow {
  readonly bodyCode: string | null;
}

/** What tables say of every entry, whatever its amount. */
export function entryInTable(row: ExportedEntry, wording: Wording): Record<EntryColumn, string> {
  const { fiscalYear, number, issuerCode } = row;
  const isNumbered = fiscalYear !== null && number !== null && issuerCode !== null;
  return {
    postedOn: row.postedOn,
    occurredOn: row.occurredOn,
    kind: wording.of(`JournalKind.${row.kind}`),
    account: wording.of(`LedgerAccount.${row.account}`),
    body: row.bodyCode?.toUpperCase() ?? '',
    tax: row.tax ? wording.of(`Tax.${row.tax}`) : '',
    invoice: isNumbered ? invoiceNumber(issuerCode, { fiscalYear, number }) : '',
    description: inLanguage(wording.locale, row.descriptionFr ?? '', row.descriptionEn ?? ''),
  };
}

export const ENTRY_TABLE = [
  'postedOn',
  'occurredOn',
  'kind',
  'account',
  'body',
  'tax',
  'invoice',
  'description',
] as const;
export type EntryColumn = (typeof ENTRY_TABLE)[number];
