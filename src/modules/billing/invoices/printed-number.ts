/** Within a series of a body, as it is printed. */
export interface Numbered {
  readonly fiscalYear: number;
  readonly number: number;
}

const SHAPE = /^(?:([A-Z0-9-]+)-)?(\d{4})-(\d{1,9})$/;

/** `OPPI-2026-000123`: the same in both languages. */
export const invoiceNumber = (code: string, numbered: Numbered): string =>
  `${code.toUpperCase()}-${inYear(numbered)}`;

export const creditNoteNumber = (code: string, numbered: Numbered): string =>
  `${code.toUpperCase()}-CR-${inYear(numbered)}`;

const inYear = ({ fiscalYear, number }: Numbered): string =>
  `${String(fiscalYear)}-${String(number).padStart(6, '0')}`;

/** Reads the number of an invoice as somebody types it, with its code or without; null for anything else. */
export function readInvoiceNumber(text: string): (Numbered & { readonly code: string | null }) | null {
  const [, code, fiscalYear, number] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  if (fiscalYear === undefined || number === undefined) return null;
  return { code: code ?? null, fiscalYear: Number(fiscalYear), number: Number(number) };
}
