import { describe, expect, it } from '@jest/globals';
import { startCatalogue } from '../../src/command-line/terminal.ts';
import { configWordingEn, configWordingFr } from '../../src/config/index.ts';
import { describeCatalogueFaults } from '../../src/platform/wording/describe-catalogue-faults.ts';
import { catalogues } from '../../src/wording.ts';

/** Words that French and English Canadians write alike; whatever else is the same was forgotten. */
const sameInBoth = [
  'start.table.api',
  'start.table.graphiql',
  'AssociationKind.SECTION',
  'CarriedThing.INVITATIONS',
  'InvoiceLineKind.CONTRIBUTION',
  ...['description', 'taxes', 'total'].map(word => `invoices.document.${word}`),
  'ledger.statement.column.total',
  ...['document', 'mode', 'pages', 'province', 'source', 'type'].map(field => `audit.field.${field}`),
  ...['AB', 'MB', 'NU', 'ON', 'SK', 'YT'].map(code => `organizations.province.${code}`),
];

describe('everything that people read (P5)', () => {
  it('stands in French and in English, with the same values to fill in and the typography of each', () => {
    const everything = [...catalogues, startCatalogue, { fr: configWordingFr, en: configWordingEn }];

    expect(describeCatalogueFaults(everything, { sameInBoth })).toEqual([]);
  });
});
