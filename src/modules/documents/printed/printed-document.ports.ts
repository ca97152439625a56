import type { IdKind } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePort } from '../../../platform/port.ts';

/** A document as it is sent: PDF. */
export interface PrintedDocument {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Prints what has this public id, in the language asked for or in its own; null for what is absent and for what the
 * signed-in person may not read, which are the same answer.
 */
export type PrintDocument = (
  context: Context,
  publicId: string,
  locale: Locale | null,
) => Promise<PrintedDocument | null>;

/** Who prints the documents of which kind of record. */
export const printedDocuments = definePort<Partial<Record<IdKind, PrintDocument>>>('printedDocuments');
