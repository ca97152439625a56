import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type AssociationId, type ParkedReceiptId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  invoicesNamedIn,
  readCents,
  readDay,
} from '../../src/modules/billing/payments/bank-file/read-bank-row.ts';
import { invoiceNumber, type WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import { sent } from '../documents/upload-operations.ts';
import { givenPerson, givenSomebodySignedIn, givenStaff } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform as settleParked } from './card-operations.ts';
import { givenInvoice } from './given-invoices.ts';
import { seen } from './payment-operations.ts';

describe('reading a bank’s file (E17)', () => {
  it.each([
    ['1234.56', 123456n],
    ['1 234,56 $', 123456n],
    ['1\u00a0234,56\u00a0$', 123456n],
    ['$1,234.56', 123456n],
    ['1.234.567,00', 123456700n],
    ['-45.00', -4500n],
    ['12', 1200n],
    ['1,234', 123400n],
    ['12,345,6', null],
    ['douze', null],
    ['', null],
  ])('the amount %p', (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['22/11/2026', null],
    ['2026-02-30', null],
  ])('the day %p', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    ['OPPI-2026-000123', [123]],
    ['facture oppi 2026 000123, merci', [123]],
    ['VIREMENT OPPI2026000123', [123]],
    ['Oppi – 2026 – 123', [123]],
    ['OPPI-2026-000123 / OPPI-2026-000124', [123, 124]],
    ['OPPI 2026 000 123', [123]],
    ['AOPPI-2026-123', []],
    ['2026-000123', []],
    ['OPPI-CR-2026-000123', []],
    ['', []],
  ])('the invoices named in %p', (reference, numbers) => {
    expect(invoicesNamedIn(reference, 'oppi').map(({ number }) => number)).toEqual(numbers);
  });
});

interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly amount: { readonly cents: number } | null;
  readonly left: { readonly cents: number } | null;
  readonly invoices: readonly { readonly number: string }[];
}
interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly fault: string;
  readonly rows: readonly Row[];
}
const { perform } = mutationsOf<'importBankFile', Result>(
  {
    importBankFile: `... on ImportBankFileSuccess { rows { row outcome amount { cents } left { cents } invoices { number } } }
      ... on BankFileUnreadable { fault where }`,
  },
  '... on Problem { message }',
);

describe('the file of the bank (E17)', () => {
  let portal: Portal;
  let aqpm: AssociationId;
  let staff: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    aqpm = portal.world.aqpm.association.id;
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.FINANCE);
    const clientKey = portal.world.aqpm.toolKey;
    staff = { clientKey, token: await clerk.tokenAt(clientKey) };
  });
  afterAll(() => portal.close());

  const owed = async (): Promise<WrittenInvoice & { readonly reference: string }> => {
    const person = await givenPerson(portal);
    const written = await givenInvoice(portal, aqpm, { personId: person.id });
    return { ...written, reference: invoiceNumber('aqpm', written) };
  };
  const HEADER = 'Numéro d’opération;Date;Montant;Référence;Payeur;Solde';
  const read = async (lines: readonly string[], wanted: object = {}): Promise<Result> => {
    const associationId = toPublicId('Association', aqpm);
    const upload = await sent(portal, staff, Buffer.from(lines.join('\r\n')), {
      associationId,
      purpose: 'BANK_FILE',
      fileName: 'releve.csv',
    });
    return perform(
      portal,
      'importBankFile',
      { associationId, uploadId: upload.id, dryRun: false, ...wanted },
      staff,
    );
  };
  const outcomes = ({ rows }: Result): string[] => rows.map(({ outcome }) => outcome);

  it('says first what would become of each row, and takes none', async () => {
    const invoice = await owed();
    const lines = [
      HEADER,
      `B1;2026-11-20;"229,95";Facture ${invoice.reference.toLowerCase()} merci;Zoé;1`,
      'B2;2026-11-20;"50,00";Don;Luc;2',
      'B3;2026-11-20;"-12,00";Frais bancaires;;3',
      'B4;2027-01-01;"10,00";Demain;;4',
    ];

    const dry = await read(lines, { dryRun: true });
    const before = await seen(portal, invoice.id, staff);
    const done = await read(lines);

    expect(outcomes(dry)).toEqual(['RECEIVED', 'PARKED', 'NOT_A_RECEIPT', 'UNREADABLE']);
    expect(dry.rows[0]).toMatchObject({
      row: 2,
      amount: { cents: 229_95 },
      invoices: [{ number: invoice.reference }],
    });
    expect(before.open.cents).toBe(229_95);
    expect(outcomes(done)).toEqual(outcomes(dry));
    expect((await seen(portal, invoice.id, staff)).state).toBe('PAID');
  });

  it('takes a transaction once, also when the bank names it anew, and two that say the same as two', async () => {
    const invoice = await owed();
    const row = (id: string): string => `${id};2026-11-21;"20,00";${invoice.reference};Zoé;1`;

    const first = await read([HEADER, row('C1'), row('C2')]);
    const renamed = await read([HEADER, row('NEW-1'), row('NEW-2')]);
    const moved = await read([HEADER, `C1;2026-11-22;"20,00";${invoice.reference} *;Z;1`]);

    expect(outcomes(first)).toEqual(['RECEIVED', 'RECEIVED']);
    expect(outcomes(renamed)).toEqual(['RECEIVED_BEFORE', 'RECEIVED_BEFORE']);
    expect(outcomes(moved)).toEqual(['RECEIVED_BEFORE']);
    expect((await seen(portal, invoice.id, staff)).open.cents).toBe(189_95);
  });

  it('takes a file once, however many clerks send it at once', async () => {
    const invoice = await owed();
    const lines = [HEADER, `D1;2026-11-21;"20,00";${invoice.reference};Zoé;1`];

    const answers = await Promise.all(Array.from({ length: 4 }, () => read(lines)));

    expect(answers.flatMap(outcomes).toSorted()).toEqual([
      'RECEIVED',
      ...Array.from({ length: 3 }, () => 'RECEIVED_BEFORE'),
    ]);
    expect((await seen(portal, invoice.id, staff)).open.cents).toBe(209_95);
  });

  it('puts aside what comes for an invoice that is paid', async () => {
    const invoice = await owed();

    const { rows } = await read([
      HEADER,
      `E1;2026-11-21;"300,00";${invoice.reference};Zoé;1`,
      `E2;2026-11-22;"1,00";${invoice.reference};Zoé;1`,
    ]);

    expect(rows.map(({ outcome, left }) => [outcome, left?.cents])).toEqual([
      ['RECEIVED', 70_05],
      ['PARKED', undefined],
    ]);
  });

  it('what waited for staff is received on the day that the bank says', async () => {
    const invoice = await owed();
    await read([HEADER, 'F1;2026-11-05;"229,95";Sans numéro;Zoé;1']);
    const [waiting] = await portal.parts.db.entities.query<{ id: ParkedReceiptId }[]>(
      `select id from parked_receipt where reference = 'Sans numéro'`,
    );
    const settled = await settleParked(
      portal,
      'settleParkedReceipt',
      {
        parkedReceiptId: toPublicId('ParkedReceipt', waiting?.id ?? ('' as ParkedReceiptId)),
        way: 'ALLOCATE',
        invoiceIds: [toPublicId('Invoice', invoice.id)],
      },
      staff,
    );

    const { state } = await seen(portal, invoice.id, staff);
    const paid = await portal.parts.db.entities.query<object[]>(
      `select received_on::text as "receivedOn" from payment where reference = 'Sans numéro'`,
    );
    expect([settled.__typename, state]).toEqual(['SettleParkedReceiptSuccess', 'PAID']);
    expect(paid).toEqual([{ receivedOn: '2026-11-05' }]);
  });

  it('refuses a file without its columns, and one that is not there', async () => {
    expect(await read(['Date;Montant', '2026-11-21;12'])).toMatchObject({ fault: 'COLUMN_MISSING' });
    expect((await read([HEADER], { uploadId: 'upl_1111111111111111111111' })).__typename).toBe(
      'BankFileNotFound',
    );
  });
});
