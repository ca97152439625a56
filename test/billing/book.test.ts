import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type AssociationId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  balances,
  batches,
  entries,
  givenPaid,
  newBody,
  perform,
  publicIdOf,
  table,
  type Result,
} from './remittance-operations.ts';
import { describeTaxElections } from './tax-elections.ts';

let portal: Portal;
let book: AssociationId;
let treasurer: Office;
let second: Office;
beforeAll(async () => {
  portal = await openPortal();
  book = portal.world.icu.association.id;
  treasurer = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.FINANCE });
  second = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const owed = (bodyId: AssociationId, on?: string): Promise<string[]> =>
  balances(portal, { bookId: publicIdOf(book), bodyId: publicIdOf(bodyId) }, treasurer.asked, on);

describe('the book of a body (E13)', () => {
  it('tells what each cent is, of which body and tax, on any day', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id, book], { on: '2026-11-03', cents: 30_000 });
    await givenPaid(portal, book, [body.id], { on: '2026-11-09' });

    expect(await owed(body.id, '2026-11-02')).toEqual([]);
    expect(await owed(body.id, '2026-11-03')).toEqual([
      `OWED ${body.code}: -13046`,
      `TAX ${body.code} GST: -652`,
      `TAX ${body.code} QST: -1302`,
    ]);
    expect(await owed(body.id)).toEqual([
      `OWED ${body.code}: -33046`,
      `TAX ${body.code} GST: -1652`,
      `TAX ${body.code} QST: -3297`,
    ]);
    const all = await balances(portal, { bookId: publicIdOf(book) }, treasurer.asked);
    expect(all.reduce((sum, text) => sum + Number(text.split(': ')[1]), 0)).toBe(0);
  });

  it('is read page by page in the order of its days, forwards and backwards', async () => {
    const body = await newBody(portal);
    for (const on of ['2026-11-05', '2026-11-01', '2026-11-03'])
      await givenPaid(portal, book, [body.id], { on });
    const filter = { bookId: publicIdOf(book), bodyId: publicIdOf(body.id), from: '2026-11-02' };

    const first = await entries(portal, filter, treasurer.asked, { first: 4 });
    const next = await entries(portal, filter, treasurer.asked, {
      first: 4,
      after: first.pageInfo.endCursor,
    });
    const last = await entries(portal, filter, treasurer.asked, { last: 3 });
    const taxes = await entries(portal, { ...filter, account: 'TAX', to: '2026-11-04' }, treasurer.asked);

    expect([first.totalCount, first.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([
      6,
      true,
      false,
    ]);
    const days = [...first.nodes, ...next.nodes].map(({ postedOn }) => postedOn);
    expect(days).toEqual([...Array<string>(3).fill('2026-11-03'), ...Array<string>(3).fill('2026-11-05')]);
    expect(last.nodes.map(({ postedOn }) => postedOn)).toEqual(Array(3).fill('2026-11-05'));
    expect(taxes.nodes.map(({ tax, amount }) => [tax, amount.cents]).sort()).toEqual([
      ['GST', -1_000],
      ['QST', -1_995],
    ]);
    expect(first.nodes[0]).toMatchObject({
      kind: 'PAYMENT',
      body: { code: body.code },
      line: { description: 'Frais de dossier' },
    });
    expect(first.nodes[0]?.line?.invoiceNumber).toMatch(/^ICU-2026-\d{6}$/);
  });

  it('is for its treasurers alone', async () => {
    const body = await newBody(portal);
    const office = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.MEMBERSHIP });
    const filter = { bookId: publicIdOf(book) };

    for (const asked of [office.asked, body.office.asked, { clientKey: portal.world.icu.siteKey }])
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain((await balances(portal, filter, asked))[0]);
    expect(await batches(portal, publicIdOf(book), 'BOOK', body.office.asked)).toBe('FORBIDDEN');
  });
});

describeTaxElections(() => ({ portal, book, treasurer }));

describe('a closed period (E18)', () => {
  const close = (throughOn: string, bookId = publicIdOf(portal.world.oppi.id)): Promise<Result> =>
    perform(portal, 'closePeriod', { bookId, throughOn }, second.asked);

  it('goes forward only, over days that are over, and sends what comes later to the first open day', async () => {
    const { oppi } = portal.world;
    const filter = { bookId: publicIdOf(oppi.id) };
    await givenPaid(portal, oppi.id, [oppi.id], { on: '2026-10-15' });

    expect((await close('2026-10-31')).ledger.openFrom).toBe('2026-11-01');
    expect(await close('2026-10-30')).toMatchObject({
      __typename: 'PeriodClosedAlready',
      throughOn: '2026-10-31',
    });
    expect((await close('2026-11-22')).issues.map(({ path }) => path)).toEqual([['input', 'throughOn']]);

    const before = await balances(portal, filter, second.asked, '2026-10-31');
    await givenPaid(portal, oppi.id, [oppi.id], { on: '2026-10-20' });
    expect(await balances(portal, filter, second.asked, '2026-10-31')).toEqual(before);
    const { nodes } = await entries(portal, { ...filter, from: '2026-11-01', account: 'CASH' }, second.asked);
    expect(nodes).toMatchObject([
      { occurredOn: '2026-10-20', postedOn: '2026-11-01', amount: { cents: 22_995 } },
    ]);
  });

  it('waits for whoever posts in it, and whoever posts waits for it', async () => {
    const body = await newBody(portal, false);
    const posting = await hold(portal, 'select from association where id = $1 for key share', [body.id]);
    const closing = close('2026-11-10', publicIdOf(body.id));
    await posting.untilWaiting(1);
    await posting.letGo();
    expect((await closing).__typename).toBe('ClosePeriodSuccess');

    const closer = await hold(portal, 'select from association where id = $1 for update', [body.id]);
    const paying = givenPaid(portal, body.id, [body.id], { on: '2026-11-01' });
    await closer.untilWaiting(1);
    await closer.letGo();
    await paying;
    const { nodes } = await entries(portal, { bookId: publicIdOf(body.id), account: 'CASH' }, second.asked);
    expect(nodes.map(({ postedOn }) => postedOn)).toEqual(['2026-11-11']);
  });

  it('is kept by the database, and so is the balance of every journal', async () => {
    const journal = (day: string, cents: readonly number[]) =>
      portal.parts.db.transaction(async tx => {
        await tx.query(
          `insert into journal (id, book_id, kind, cause_id, occurred_at, occurred_on, posted_on)
           values ('01980000-0000-7000-8000-000000000001', $1, 'PAYMENT', $1, now(), $2, $2)`,
          [portal.world.oppi.id, day],
        );
        await tx.query(
          `insert into ledger_entry (id, journal_id, book_id, account, cents, posted_on)
           select gen_random_uuid(), '01980000-0000-7000-8000-000000000001', $1, 'CASH', c, $2 from unnest($3::bigint[]) c`,
          [portal.world.oppi.id, day, cents],
        );
      });

    await expect(journal('2026-11-20', [100, -99])).rejects.toThrow(/does not balance/);
    await expect(journal('2026-10-31', [100, -100])).rejects.toThrow(/closed/);
  });
});

describe('what accountants take along (E14, E18)', () => {
  it('is a journal with as much debit as credit, by the days of the book, nothing of which is a formula', async () => {
    const body = await newBody(portal);
    const bookId = publicIdOf(body.id);
    await givenPaid(portal, body.id, [body.id, book], { on: '2026-11-03', description: '=SUM(A1)' });
    await givenPaid(portal, body.id, [body.id], { on: '2026-11-05' });

    const french = await table(portal, { associationId: bookId, kind: 'JOURNAL' }, body.office.asked);
    const english = await table(
      portal,
      { associationId: bookId, kind: 'JOURNAL', to: '2026-11-04T05:00:00Z' },
      { ...body.office.asked, locale: 'en-CA' },
    );

    expect(french.names).toEqual([
      ...[
        'Écriture',
        'Au livre le',
        'Survenu le',
        'Opération',
        'Compte',
        'Organisme',
        'Taxe',
        'Facture',
        'Ligne',
      ],
      ...['Débit', 'Crédit'],
    ]);
    const sums = [9, 10].map(at =>
      french.rows.reduce((sum, row) => sum + Math.round(Number((row[at] || '0').replace(',', '.')) * 100), 0),
    );
    expect(sums).toEqual([3 * 22_995, 3 * 22_995]);
    expect(french.rows.find(row => row[3] === 'Paiement reçu' && row[4] === 'Encaisse')).toMatchObject({
      0: '1',
      1: '2026-11-03',
      9: '459,90',
    });
    expect(french.rows.map(row => row[8])).toContain("'=SUM(A1)");
    expect(english.rows.every(row => row[1] === '2026-11-03')).toBe(true);
    expect(english.rows.map(row => row[9])).toContain('459.90');
  });

  it('is a statement of each remittance, for both its sides and nobody else', async () => {
    const [body, other] = [await newBody(portal), await newBody(portal)];
    await givenPaid(portal, book, [body.id]);
    const about = {
      bookId: publicIdOf(book),
      bodyId: publicIdOf(body.id),
      from: '2026-11-01',
      to: '2026-11-30',
    };
    const { batch } = await perform(portal, 'prepareRemittance', about, treasurer.asked);
    const statement = (associationId: AssociationId, asked: Asked, subjectId?: string) =>
      table(
        portal,
        {
          associationId: publicIdOf(associationId),
          kind: 'REMITTANCE_STATEMENT',
          subjectId: subjectId ?? batch.id,
        },
        asked,
      );

    for (const [side, asked] of [
      [book, treasurer.asked],
      [body.id, body.office.asked],
    ] as const) {
      const { names, rows } = await statement(side, asked);
      expect(names.slice(-2)).toEqual(['Dû à l’organisme', 'Repris']);
      expect(rows.map(row => [row[3], row[4], row[5], row[8], row[9]])).toEqual(
        expect.arrayContaining([
          ['Dû aux organismes', body.code.toUpperCase(), '', '200,00', ''],
          ['Taxes dues', body.code.toUpperCase(), 'TPS', '10,00', ''],
          ['Taxes dues', body.code.toUpperCase(), 'TVQ', '19,95', ''],
        ]),
      );
    }
    const absent = toPublicId('RemittanceBatch', '01980000-0000-7000-8000-000000000009' as never);
    await expect(statement(other.id, other.office.asked)).rejects.toThrow(/subjectId/);
    await expect(statement(book, treasurer.asked, absent)).rejects.toThrow(/subjectId/);
    await expect(
      table(portal, { associationId: publicIdOf(book), kind: 'REMITTANCE_STATEMENT' }, treasurer.asked),
    ).rejects.toThrow(/subjectId/);
  });
});
