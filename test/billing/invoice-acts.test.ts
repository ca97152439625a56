import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import type { WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import {
  givenClass,
  givenMembership,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { duesLine, givenInvoice, line } from './given-invoices.ts';
import { perform } from './invoice-operations.ts';

const BY_LINK = `query ($token: String!) { invoiceByPayLink(token: $token) { __typename
  ... on InvoiceByPayLinkSuccess { invoice { number issuerName memberName state total { cents } open { cents } } }
  ... on Problem { message } ... on PayLinkUnknown { next { kind } } } }`;

interface ByLink {
  readonly invoiceByPayLink: { readonly __typename: string; readonly invoice: unknown };
}

describe('acts on invoices (E14, E16, E20)', () => {
  let portal: Portal;
  let staff: Asked;
  let payer: SignedIn;
  beforeAll(async () => {
    portal = await openPortal();
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.FINANCE);
    const clientKey = portal.world.aqpm.toolKey;
    staff = { clientKey, token: await clerk.tokenAt(clientKey) };
    payer = await givenSomebodySignedIn(portal);
  });
  afterAll(() => portal.close());

  const aqpm = () => portal.world.aqpm.association.id;
  const given = (lines?: readonly ReturnType<typeof line>[]): Promise<WrittenInvoice> =>
    givenInvoice(portal, aqpm(), { personId: payer.person.id }, lines ? { lines } : {});
  const publicId = ({ id }: WrittenInvoice): string => toPublicId('Invoice', id);
  const open = async (token: string): Promise<ByLink['invoiceByPayLink']> =>
    (await portal.graphql<ByLink>(BY_LINK, { token })).data.invoiceByPayLink;

  it('who owes it has it addressed to an employer, and the earlier version stays', async () => {
    const invoiceId = publicId(await given());
    const billTo = { name: 'Ville de Montréal', attention: 'Comptes à payer', city: 'Montréal' };

    const { invoice } = await perform(portal, 'changeBillTo', { invoiceId, billTo }, { token: payer.token });
    const again = await perform(portal, 'changeBillTo', { invoiceId, billTo }, { token: payer.token });

    expect(invoice).toMatchObject({
      billTo: { version: 2, name: 'Ville de Montréal' },
      billToHistory: [{ version: 1, name: 'Zoé L’Écuyer' }],
    });
    expect(again.invoice['billTo']).toMatchObject({ version: 2 });
  });

  it('a stranger neither addresses, links nor credits it, and learns nothing of it', async () => {
    const invoiceId = publicId(await given());
    const { token } = await givenSomebodySignedIn(portal);

    const addressed = await perform(portal, 'changeBillTo', { invoiceId, billTo: { name: 'X' } }, { token });
    const linked = await perform(portal, 'createPayLink', { invoiceId }, { token });

    expect([addressed.__typename, linked.__typename]).toEqual(['InvoiceNotFound', 'InvoiceNotFound']);
  });

  it('a pay link opens its invoice for whoever has it, and shows nothing of the person', async () => {
    const written = await given();
    const { token, invoice } = await perform(
      portal,
      'createPayLink',
      { invoiceId: publicId(written) },
      { token: payer.token },
    );

    const opened = await open(token);

    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(opened).toMatchObject({ invoice: { state: 'OPEN', open: { cents: 229_95 }, memberName: null } });
    expect(JSON.stringify(opened)).not.toContain('Écuyer');
    expect(invoice['payLinks']).toHaveLength(1);
  });

  it('a pay link opens nothing once it is withdrawn, is too old, or is asked for elsewhere', async () => {
    const { token, payLink } = await perform(
      portal,
      'createPayLink',
      { invoiceId: publicId(await given()) },
      { token: payer.token },
    );

    const elsewhere = await portal.graphql<ByLink>(
      BY_LINK,
      { token },
      { clientKey: portal.world.acps.siteKey },
    );
    await perform(portal, 'revokePayLink', { payLinkId: payLink.id }, { token: payer.token });

    expect(elsewhere.data.invoiceByPayLink.__typename).toBe('PayLinkUnknown');
    expect((await open(token)).__typename).toBe('PayLinkUnknown');
  });

  it('a pay link that opens its invoice is listed, however many ended ones came after it', async () => {
    const written = await given();
    const [invoiceId, token] = [publicId(written), payer.token];
    const { payLink } = await perform(portal, 'createPayLink', { invoiceId }, { token });
    const now = portal.clock.now();
    const [later, tomorrow] = [1, 24 * 60].map(minutes => new Date(now.getTime() + minutes * 60_000));
    // Half of them were withdrawn, the others are too old.
    await portal.parts.db.entities.query(
      `insert into pay_link (id, invoice_id, digest, created_at, created_by, expires_at, revoked_at)
       select gen_random_uuid(), $1, ('ended ' || made)::bytea, $3, $2,
         case made % 2 when 0 then $4::timestamptz else $5::timestamptz end,
         case made % 2 when 0 then null else $4::timestamptz end
       from generate_series(1, 60) made`,
      [written.id, payer.accountId, later, now, tomorrow],
    );
    portal.clock.advance(2 * 60_000);

    const { invoice } = await perform(portal, 'createPayLink', { invoiceId }, { token });

    const links = invoice['payLinks'] as readonly { readonly id: string }[];
    expect(links).toHaveLength(50);
    expect(links[0]?.id).toBe(payLink.id);
  });

  it('the 50 addressees before the one of today are listed, the first of them first', async () => {
    const written = await given();
    await portal.parts.db.entities.query(
      `insert into bill_to (invoice_id, version, name, recorded_at)
       select $1, version, 'Version ' || version, $2 from generate_series(2, 60) version`,
      [written.id, portal.clock.now()],
    );
    const billTo = { name: 'Ville de Montréal' };

    const input = { invoiceId: publicId(written), billTo };
    const { invoice } = await perform(portal, 'changeBillTo', input, { token: payer.token });

    expect(invoice['billTo']).toMatchObject({ version: 61 });
    const before = invoice['billToHistory'] as readonly { readonly version: number }[];
    expect(before.map(({ version }) => version)).toEqual(
      Array.from({ length: 50 }, (_, place) => place + 11),
    );
  });

  it('wrong pay links are counted, right ones are not', async () => {
    const { token } = await perform(
      portal,
      'createPayLink',
      { invoiceId: publicId(await given()) },
      { token: payer.token },
    );
    for (let tries = 0; tries < 40; tries += 1) expect((await open(token)).__typename).toMatch(/Success/);

    let refused = 'none';
    for (let tries = 0; tries < 31; tries += 1) refused = (await open(`wrong-${String(tries)}`)).__typename;

    expect(refused).toBe('TooManyAttempts');
    portal.clock.advance(600_000);
  });

  describe('a credit note', () => {
    const credit = (invoiceId: string, input: object = {}, asked: Asked = staff) =>
      perform(portal, 'creditInvoice', { invoiceId, reason: 'Facturé par erreur', ...input }, asked);
    // The sign-in of the clerk is older than its access token by now.
    beforeAll(async () => {
      const clerk = await givenSomebodySignedIn(portal);
      await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.FINANCE);
      staff = { ...staff, token: await clerk.tokenAt(portal.world.aqpm.toolKey) };
    });

    it('takes back the whole invoice under its own number, tax by tax', async () => {
      const { creditNote, invoice } = await credit(publicId(await given()));

      expect(creditNote).toMatchObject({
        number: expect.stringMatching(/^AQPM-CR-2026-\d{6}$/),
        reason: 'Facturé par erreur',
        total: { cents: 229_95 },
        lines: [{ taxes: [{ amount: { cents: 10_00 } }, { amount: { cents: 19_95 } }] }],
      });
      expect(invoice).toMatchObject({ state: 'CREDITED', open: { cents: 0 }, credited: { cents: 229_95 } });
    });

    it('of a part leaves the rest to be paid, and never takes more than remains', async () => {
      const written = await given([line(aqpm()), line(aqpm())]);
      const lineId = toPublicId('InvoiceLine', written.lineIds[0] as never);

      const first = await credit(publicId(written), { lines: [{ lineId, amountCents: 150_00 }] });
      const second = await credit(publicId(written), { lines: [{ lineId, amountCents: 50_01 }] });

      expect(first.invoice).toMatchObject({ state: 'OPEN', open: { cents: 459_90 - 172_46 } });
      expect(second).toMatchObject({ __typename: 'CreditAboveRemaining', remaining: { cents: 50_00 } });
    });

    it('twice at once takes it back once', async () => {
      const invoiceId = publicId(await given());

      const both = await Promise.all([credit(invoiceId), credit(invoiceId)]);

      expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
        'CreditAboveRemaining',
        'CreditInvoiceSuccess',
      ]);
    });

    it('gives the days of a membership free, so that they can be billed again', async () => {
      const memberClass = await givenClass(portal, { code: 'CREDITED' });
      const membership = await givenMembership(
        portal,
        memberClass,
        { personId: payer.person.id },
        { memberNumber: 'C-1' },
      );
      const dues = () => given([duesLine(aqpm(), membership.id)]);
      const first = await dues();
      await expect(dues()).rejects.toThrow('PeriodAlreadyBilled');

      await credit(publicId(first));

      await expect(dues()).resolves.toMatchObject({ fiscalYear: 2026 });
    });

    it('of what was paid leaves the money with whoever paid, as their credit', async () => {
      const written = await given();
      await portal.parts.db.transaction(tx =>
        receivePayment(portal.parts as never, tx, {
          receiverId: aqpm(),
          method: 'CHEQUE',
          amount: Money.cad(229_95),
          payer: { personId: payer.person.id },
          payerName: null,
          invoiceIds: [written.id],
          receivedAt: portal.clock.now(),
          receivedOn: localDate('2026-11-22'),
          recordedBy: null,
        } as never),
      );

      const lineId = toPublicId('InvoiceLine', written.lineIds[0] as never);
      const { invoice } = await credit(publicId(written), { lines: [{ lineId, amountCents: 100_00 }] });
      const [kept] = await portal.parts.db.read<{ cents: string }>(
        {
          name: '',
          text: `select (-sum(cents))::text as cents from ledger_entry where account = 'PAYER_CREDIT' and payer_person_id = $1`,
        },
        [payer.person.id],
      );

      expect(invoice).toMatchObject({ state: 'PAID', paid: { cents: 229_95 - 114_98 }, open: { cents: 0 } });
      expect(kept?.cents).toBe('11498');
    });

    it('is made by staff alone, and never of their own invoice', async () => {
      const invoiceId = publicId(await given());
      const clientKey = portal.world.aqpm.toolKey;
      await givenStaff(portal, payer.accountId, portal.world.aqpm.association, StaffRole.FINANCE);

      const own = await credit(invoiceId, {}, { clientKey, token: await payer.tokenAt(clientKey) });

      expect(own.__typename).toBe('InvoiceNotFound');
      expect(fromPublicId('Invoice', invoiceId)).not.toBeNull();
    });
  });
});
