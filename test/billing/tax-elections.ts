import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssociationId } from '../../src/kernel/id.ts';
import type { Office } from '../invitations/operations.ts';
import { hold } from '../support/hold.ts';
import type { Portal } from '../support/portal.ts';
import { perform, send, type PriceResult } from './price-operations.ts';
import { balances, givenPaid, newBody, publicIdOf } from './remittance-operations.ts';

/** Which body accounts for a tax, as its treasury records it and as the book follows. */
export function describeTaxElections(
  given: () => { readonly portal: Portal; readonly book: AssociationId; readonly treasurer: Office },
): void {
  describe('an election that the issuer accounts for a tax (E13)', () => {
    let portal: Portal;
    let book: AssociationId;
    let treasurer: Office;
    beforeAll(() => {
      ({ portal, book, treasurer } = given());
    });

    const owed = (bodyId: AssociationId): Promise<string[]> =>
      balances(portal, { bookId: publicIdOf(book), bodyId: publicIdOf(bodyId) }, treasurer.asked);
    const elect = (
      supplierId: AssociationId,
      wanted: {
        readonly from: string;
        readonly to?: string;
        readonly kind?: string;
        readonly issuerId?: string;
      },
      asked = treasurer.asked,
    ) =>
      perform(
        portal,
        'recordTaxAccountingElection',
        { issuerId: publicIdOf(book), supplierId: publicIdOf(supplierId), kind: 'GST_HST', ...wanted },
        asked,
      );
    const blamed = (result: PriceResult): readonly string[] =>
      result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const daysOf = ({ priceList }: PriceResult, supplier: string): readonly string[] =>
      priceList.taxAccountingElections
        .filter(election => election.supplier.code === supplier)
        .map(({ from, to }) => `${from} ${to ?? 'null'}`);
    const closed = async (through: string, then: () => Promise<void>): Promise<void> => {
      const query = (sql: string, ...values: string[]): Promise<unknown> =>
        portal.parts.db.entities.query(sql, [book, ...values]);
      await query(
        `insert into closed_period (book_id, through_on, closed_at, closed_by)
       select $1, $2, '2026-11-22', id from account limit 1`,
        through,
      );
      try {
        await then();
      } finally {
        await query('delete from closed_period where book_id = $1');
      }
    };

    it('holds for that tax alone, on invoices of its days alone', async () => {
      const elected = [
        { from: '2026-11-22', to: '2026-11-22' },
        { from: '2026-11-22', kind: 'QST' },
        { from: '2026-11-23' },
        { from: '2026-11-20', to: '2026-11-21' },
      ];
      const taxes: string[][] = [];
      for (const wanted of elected) {
        const body = await newBody(portal);
        await elect(body.id, wanted);
        await givenPaid(portal, book, [body.id]);
        taxes.push((await owed(body.id)).slice(1).map(text => text.replace(`${body.code} `, '')));
      }

      const [gst, qst] = ['TAX GST: -1000', 'TAX QST: -1995'];
      expect(taxes).toEqual([[qst], [gst], [gst, qst], [gst, qst]]);
    });

    it('is listed at both bodies, and a later one ends it', async () => {
      const body = await newBody(portal);
      const { icu } = portal.world;
      await elect(body.id, { from: '2026-12-01' });
      await elect(body.id, { from: '2027-01-01', to: '2027-12-31' });
      const both = { issuer: { code: icu.association.code }, supplier: { code: body.code }, kind: 'GST_HST' };

      const listed = await portal.graphql<{ priceList: PriceResult['priceList'] }>(
        `query ($id: ID!) { priceList(associationId: $id) {
         taxAccountingElections { issuer { code } supplier { code } kind from to } } }`,
        { id: publicIdOf(body.id) },
        body.office.asked,
      );

      expect(listed.data.priceList.taxAccountingElections).toEqual([
        { ...both, from: '2026-12-01', to: '2026-12-31' },
        { ...both, from: '2027-01-01', to: '2027-12-31' },
      ]);
    });

    it('gets another end when it is recorded again, and none that a later one or nobody would notice', async () => {
      const body = await newBody(portal);
      await elect(body.id, { from: '2027-01-01', to: '2027-12-31' });

      expect(daysOf(await elect(body.id, { from: '2027-01-01', to: '2027-06-30' }), body.code)).toEqual([
        '2027-01-01 2027-06-30',
      ]);
      await elect(body.id, { from: '2028-01-01' });
      const open = { from: '2027-01-01' };
      expect(daysOf(await elect(body.id, open), body.code)).toEqual([
        '2027-01-01 2027-12-31',
        '2028-01-01 null',
      ]);
      expect((await elect(body.id, open)).__typename).toBe('PriceVersionStands');
    });

    it('ends on the day of the last invoice for that body at the earliest, and after what is closed', async () => {
      const body = await newBody(portal);
      await elect(body.id, { from: '2026-11-20' });
      await givenPaid(portal, book, [body.id]);
      const tooEarly = [
        'input.to: Cette fin changerait qui rend compte de la taxe de factures déjà émises ou de jours fermés. Choisissez le jour de la dernière facture ou un jour ultérieur, ou inscrivez un choix qui commence plus tard.',
      ];
      const from = '2026-11-20';

      expect(blamed(await elect(body.id, { from, to: '2026-11-21' }))).toEqual(tooEarly);
      expect(blamed(await elect(body.id, { from, to: '2026-11-19' }))).toEqual(tooEarly);
      await closed('2026-11-23', async () =>
        expect(blamed(await elect(body.id, { from, to: '2026-11-22' }))).toEqual(tooEarly),
      );
      expect(daysOf(await elect(body.id, { from, to: '2026-11-22' }), body.code)).toEqual([
        '2026-11-20 2026-11-22',
      ]);
    });

    it('is taken away by an end on its eve, if it is on file and nothing was billed in its days', async () => {
      const body = await newBody(portal);
      const eve = { from: '2027-01-01', to: '2026-12-31' };

      expect(blamed(await elect(body.id, eve))).toEqual(['input.to: La fin ne peut pas précéder le début.']);
      await elect(body.id, { from: '2027-01-01' });
      expect(daysOf(await elect(body.id, eve), body.code)).toEqual([]);
    });

    it('gives the one that it had cut short its own end again when it is taken away', async () => {
      const [open, ended] = [await newBody(portal), await newBody(portal)];
      const second = { from: '2027-06-01' };
      await elect(open.id, { from: '2027-01-01' });
      await elect(ended.id, { from: '2027-01-01', to: '2027-12-31' });
      for (const { id } of [open, ended]) await elect(id, second);
      await elect(open.id, { from: '2028-01-01' });

      const after: (readonly string[])[] = [];
      for (const { id, code } of [open, ended])
        after.push(daysOf(await elect(id, { ...second, to: '2027-05-31' }), code));

      expect(after).toEqual([['2027-01-01 2027-12-31', '2028-01-01 null'], ['2027-01-01 2027-12-31']]);
      const last = { from: '2028-01-01', to: '2027-12-31' };
      expect(daysOf(await elect(open.id, last), open.code)).toEqual(['2027-01-01 null']);
      const shorter = { from: '2027-01-01', to: '2027-03-31' };
      await elect(ended.id, second);
      await elect(ended.id, shorter);
      expect(daysOf(await elect(ended.id, { ...second, to: '2027-05-31' }), ended.code)).toEqual([
        '2027-01-01 2027-03-31',
      ]);
    });

    it('is in the trail of both bodies', async () => {
      const body = await newBody(portal);
      const from = '2027-01-01';
      await elect(body.id, { from });
      await elect(body.id, { from, to: '2026-12-31' });

      for (const id of [book, body.id])
        expect(
          await portal.parts.db.entities.query(
            `select before->>'issuerId' as before, after->>'issuerId' as after from audit_entry
           where act = 'recordTaxAccountingElection' and association_id = $1
             and coalesce(after, before)->>'supplierId' = $2
           order by after is null`,
            [id, body.id],
          ),
        ).toEqual([
          { before: null, after: book },
          { before: book, after: null },
        ]);
    });

    it('is in the trail of both bodies with what it cuts short, and with what goes on without it', async () => {
      const body = await newBody(portal);
      const second = { from: '2027-06-01' };
      await elect(body.id, { from: '2027-01-01', to: '2027-12-31' });
      await elect(body.id, second);
      await elect(body.id, { ...second, to: '2027-05-31' });

      for (const id of [book, body.id])
        expect(
          await portal.parts.db.entities.query(
            `select e.from_on::text as "of", after->'cutShort' as "cutShort", after->'lengthened' as lengthened
             from audit_entry join tax_accounting_election e
               on e.id::text = coalesce(after->'cutShort', after->'lengthened')->>'id'
             where association_id = $1 and e.supplier_id = $2 order by before is not null`,
            [id, body.id],
          ),
        ).toMatchObject([
          { of: '2027-01-01', cutShort: { wasToOn: '2028-01-01', toOn: '2027-06-01' }, lengthened: null },
          { of: '2027-01-01', cutShort: null, lengthened: { wasToOn: '2027-06-01', toOn: '2028-01-01' } },
        ]);
    });

    it('has another end of its own while a later one cuts it short', async () => {
      const body = await newBody(portal);
      const [first, second] = [{ from: '2027-01-01' }, { from: '2027-06-01' }];
      await elect(body.id, { ...first, to: '2027-12-31' });
      await elect(body.id, second);
      const longer = { ...first, to: '2028-06-30' };

      const days = daysOf(await elect(body.id, longer), body.code);

      expect(days).toEqual(['2027-01-01 2027-05-31', '2027-06-01 null']);
      expect((await elect(body.id, longer)).__typename).toBe('PriceVersionStands');
      expect(daysOf(await elect(body.id, { ...second, to: '2027-05-31' }), body.code)).toEqual([
        '2027-01-01 2028-06-30',
      ]);
      expect(
        await portal.parts.db.entities.query(
          `select before->>'electedToOn' as before, after->>'electedToOn' as after from audit_entry
           where act = 'recordTaxAccountingElection' and association_id = $1
             and before->>'toOn' = after->>'toOn'`,
          [body.id],
        ),
      ).toEqual([{ before: '2028-01-01', after: '2028-07-01' }]);
    });

    it('begins after the last invoice for that body, and after what is closed', async () => {
      const [billed, never] = [await newBody(portal), await newBody(portal)];
      await givenPaid(portal, book, [billed.id]);

      expect(blamed(await elect(billed.id, { from: '2026-11-22' }))).toEqual([
        'input.from: L’association a facturé pour cet organisme ce jour-là ou plus tard. Choisissez un jour après sa dernière facture.',
      ]);
      await closed('2026-10-31', async () => {
        expect(blamed(await elect(never.id, { from: '2026-10-31' }))).toEqual([
          'input.from: Les livres sont fermés pour ce jour. Choisissez un jour ultérieur.',
        ]);
        expect((await elect(never.id, { from: '2026-11-01' })).__typename).toBe(
          'RecordTaxAccountingElectionSuccess',
        );
      });
    });

    it('waits for an invoice that is being issued, and then begins after it', async () => {
      const body = await newBody(portal);
      const issuing = await hold(portal, 'select from association where id = $1 for key share', [book]);
      const electing = elect(body.id, { from: '2026-11-22' });
      await issuing.untilWaiting(1);
      await givenPaid(portal, book, [body.id]);
      await issuing.letGo();

      expect((await electing).__typename).toBe('InvalidInput');
    });

    it('is recorded beside one in the other direction, whichever comes first', async () => {
      const body = await newBody(portal);
      const from = '2027-01-01';
      const both = await hold(portal, 'select from association where id = any ($1) for key share', [
        [book, body.id],
      ]);
      const electing = [
        elect(body.id, { from }),
        elect(book, { from, issuerId: publicIdOf(body.id) }, body.office.asked),
      ];
      await both.untilWaiting(2);
      await both.letGo();

      expect((await Promise.all(electing)).map(({ __typename }) => __typename)).toEqual(
        Array(2).fill('RecordTaxAccountingElectionSuccess'),
      );
    });

    it('is recorded by the treasury of the issuer alone, about a body of its line other than itself', async () => {
      const [body, sibling] = [await newBody(portal), await newBody(portal)];
      const from = '2027-01-01';
      const { errors } = await send(
        portal,
        'recordTaxAccountingElection',
        { issuerId: publicIdOf(book), supplierId: publicIdOf(body.id), kind: 'QST', from },
        body.office.asked,
      );

      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const onIts = { issuerId: publicIdOf(body.id), from, to: '2026-12-30' };
      expect(blamed(await elect(sibling.id, onIts, body.office.asked))).toEqual([
        'input.supplierId: Choisissez un organisme pour lequel l’association facture, au-dessus ou au-dessous d’elle.',
        'input.to: La fin ne peut pas précéder le début.',
      ]);
      expect((await elect(book, { from })).issues.map(({ path }) => path.at(-1))).toEqual(['supplierId']);
    });
  });
}
