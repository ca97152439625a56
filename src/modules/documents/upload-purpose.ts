import { registerEnumType } from 'type-graphql';

export enum UploadPurpose {
  IMPORT = 'IMPORT',
  DOCUMENT = 'DOCUMENT',
  EXPORT = 'EXPORT',
  BANK_FILE = 'BANK_FILE',
}
registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: 'What a file is sent for. It decides who may send it, of which types and how large it may be.',
  valuesConfig: {
    IMPORT: {
      description:
        'A table for an import: CSV of 200 MB at most. For staff with role ADMIN or MEMBERSHIP, through internal tools.',
    },
    DOCUMENT: {
      description:
        'A document for the file, such as a proof or a certificate: PDF, PNG, JPEG, WebP or HEIC of 5 MB at most.',
    },
    EXPORT: {
      description:
        'A table that was made by `startExport`. Nobody sends one; whoever may read what it holds fetches it.',
    },
    BANK_FILE: {
      description:
        'Transactions of a bank account, for `importBankFile`: CSV of 1 MB at most. For staff with role ADMIN or FINANCE, through internal tools.',
    },
  },
});

export const UPLOAD_PURPOSES: readonly UploadPurpose[] = Object.values(UploadPurpose);

/** The types that content can be of, as they are seen, not as they are declared. */
export type SeenType = (typeof DOCUMENT_TYPES)[number] | typeof CSV_TYPE;

export const CSV_TYPE = 'text/csv';
const DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic'] as const;

export const MEGABYTE = 1024 * 1024;

interface PurposeRules {
  readonly types: readonly SeenType[];
  readonly largest: number;
  readonly staffOnly: boolean;
  /** How long a file lies that no record uses. */
  readonly unusedDays: number;
  /** How long one lies that a record uses; null as long as the record. */
  readonly usedDays: number | null;
}

export const RULES: Readonly<Record<UploadPurpose, PurposeRules>> = {
  // What was in it is on file then; a table of everybody's data should not lie about.
  IMPORT: { types: [CSV_TYPE], largest: 200 * MEGABYTE, staffOnly: true, unusedDays: 7, usedDays: 90 },
  DOCUMENT: {
    types: DOCUMENT_TYPES,
    largest: 5 * MEGABYTE,
    staffOnly: false,
    unusedDays: 7,
    usedDays: null,
  },
  // Made here, and made again whenever somebody needs it.
  EXPORT: { types: [CSV_TYPE], largest: 2_000 * MEGABYTE, staffOnly: true, unusedDays: 7, usedDays: null },
  BANK_FILE: { types: [CSV_TYPE], largest: MEGABYTE, staffOnly: true, unusedDays: 7, usedDays: 90 },
};
