import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { LanguagePolicy, StaffRole } from '../../src/modules/associations/index.ts';
import { documentLocale, type NewInvoice } from '../../src/modules/billing/invoices/index.ts';
import { readInvoiceDocument } from '../../src/modules/billing/invoices/documents/document-facts.ts';
import {
  givenClass,
  givenMembership,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { frozenDocuments } from './frozen-documents.ts';
import { givenInvoice, line } from './given-invoices.ts';
import { perform } from './invoice-operations.ts';

const LINK = `query ($id: ID!, $locale: Locale) { invoice(id: $id) { document(locale: $locale) { url expiresAt }
  creditNotes { document { url } } payments { receipt { url } } } }`;

interface Link {
  readonly url: string;
}
interface Read {
  readonly invoice: {
    readonly document: Link | null;
    readonly creditNotes: readonly { readonly document: Link }[];
    readonly payments: readonly { readonly receipt: Link | null }[];
  } | null;
}

describe('the language of a document (E5)', () => {
  it.each([
    ['FR_ONLY', null, 'fr-CA'],
    ['FR_ONLY', 'en-CA', 'fr-CA'],
    ['FR_FIRST_CHOICE', null, 'fr-CA'],
    ['FR_FIRST_CHOICE', 'en-CA', 'en-CA'],
    ['BILINGUAL_CHOICE', 'fr-CA', 'fr-CA'],
    ['BILINGUAL_CHOICE', 'en-CA', 'en-CA'],
  ] as const)('where the policy is %s and %s was chosen is %s', (policy, chosen, locale) => {
    expect(documentLocale(LanguagePolicy[policy], chosen)).toBe(locale);
  });
});

describe('a document that somebody has kept (E5)', () => {
  // A change that makes one of these red needs another layout: what was printed stays what it was.
  it.each([
    ['invoice, layout 1', 'fr-CA', '536b99f47ca69f03adb0d4a8230e4f3c305675bb6a7eebeb96645675af053823'],
    ['invoice, layout 1', 'en-CA', 'a8012830d04589802f0b3a81bb063e220baeefa5d09ca7cf60b169132e19026d'],
    ['credit note, layout 1', 'fr-CA', '952060821e7239110a3cbcf14a08395c664db37192b18d274d5ea73aff51063c'],
    ['credit note, layout 1', 'en-CA', '9ed61e89226699e52f8da6efbbd91f8dffd456b85399f6ed9e6bc4a13c5cf7af'],
    ['credit note, layout 2', 'fr-CA', '9111bcdb86a24c1f3f0e1fa0fbd38c5813e5eec4726e66ec063d42bf75521b29'],
    ['credit note, layout 2', 'en-CA', '4e9beac8108ac9ed3b655e08eb33f73d6f6d53219bb220d87d47f9818bc5dbe5'],
    ['receipt', 'fr-CA', '3a97af71f78f4b28b416a83bce38f019a017eb4223923f9b581766cc616b5868'],
    ['receipt', 'en-CA', '8ccc527c7f830ad9459222443cc271224b8d0d6553ee713423e2a00c94b0752b'],
  ] as const)(
    '(%s, %s) is printed again with the same bytes, years later and elsewhere',
    async (kind, locale, digest) => {
      const content = await frozenDocuments[kind]?.(locale);

      expect(
        createHash('sha256')
          .update(content ?? '')
          .digest('hex'),
      ).toBe(digest);
    },
  );
});

describe('the documents of invoices (E5, E16)', () => {
  let portal: Portal;
  let payer: SignedIn;
  let staff: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    payer = await givenSomebodySignedIn(portal);
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.FINANCE);
    const clientKey = portal.world.aqpm.toolKey;
    staff = { clientKey, token: await clerk.tokenAt(clientKey) };
  });
  afterAll(() => portal.close());

  const aqpm = () => portal.world.aqpm.association.id;
  const given = async (wanted: Partial<NewInvoice> = {}): Promise<string> =>
    toPublicId('Invoice', (await givenInvoice(portal, aqpm(), { personId: payer.person.id }, wanted)).id);
  const links = async (
    id: string,
    asked: Asked = { token: payer.token },
    locale?: string,
  ): Promise<Read['invoice']> => {
    const { data, errors } = await portal.graphql<Read>(LINK, { id, locale }, asked);
    expect(errors).toEqual([]);
    return data.invoice;
  };
  const fetched = (url: string): Promise<Response> => fetch(url.replace('http://localhost:4000', portal.url));
  const bytes = async (url: string | undefined): Promise<Buffer> => {
    const response = await fetched(url ?? '');
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const print = async (id: string, locale?: string): Promise<ReadPdf> =>
    readPdf(await bytes((await links(id, undefined, locale))?.document?.url));
  const priced = (cents: number) =>
    line(aqpm(), {
      unit: Money.cad(cents),
      taxes: [
        {
          tax: 'GST',
          per100000: 5_000,
          amount: Money.cad(cents).percent(5, 100),
          registrationNumber: '123456789 RT0001',
        },
      ],
    });

  it('are tagged for whoever hears them, with their language, title and fonts, and do nothing', async () => {
    const { tags, source } = await print(await given());

    expect(Object.fromEntries(tags)).toMatchObject({ Document: 1, H1: 1, H2: 1, Table: 1 });
    expect(tags.get('TR')).toBe(6);
    expect(tags.get('TH')).toBe(5 + 5);
    expect(source).toContain('/Lang (fr-CA)');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(source).toMatch(/\/MarkInfo/);
    expect(source.match(/\/FontFile2/g)).toHaveLength(2);
    expect(source).not.toMatch(/\/Helvetica|\/OpenAction|\/AA <<|\/JavaScript|\/URI|\/Launch|\/AcroForm/);
  });

  it.each([
    [50_00, '52,50'],
    [200_00, '210,00'],
    [600_00, '630,00'],
  ])('of %i cents say what an invoice of that size must say, in French', async (cents, total) => {
    const { text } = await print(
      await given({ lines: [priced(cents), line(aqpm(), { unit: Money.cad(0), taxes: [] })] }),
    );

    for (const said of [
      'Association québécoise de la production médiatique',
      'Date\u00a0: 22 novembre 2026',
      `${total}\u00a0$`,
      'TPS 5\u00a0% – 123456789 RT0001',
      'Non taxé',
      'Zoé L’Écuyer',
      'Érables\nMontréal (Québec) H3A 2E6',
      'Frais de dossier',
      'payables au plus tard le 31 mars 2027 inclusivement',
    ])
      expect(text).toContain(said);
  });

  it('are in English for whoever chooses it', async () => {
    const { text, source } = await print(await given(), 'EN_CA');

    expect(source).toContain('/Lang (en-CA)');
    for (const said of [
      'Invoice AQPM-2026-',
      'Montréal QC H3A 2E6',
      'File fee',
      '$229.95',
      'QST 9.975%',
      'payable by March 31, 2027',
    ])
      expect(text).toContain(said);
  });

  it('hold every name of this country, however long, and sixty lines over several pages', async () => {
    const name = 'Coopérative de solidarité ᓀᐦᐃᔭᐤ pour l’aménagement et l’urbanisme '
      .repeat(3)
      .slice(0, 118)
      .trim();
    const billTo = { name, attention: null, street: null, street2: null, city: null, province: null };
    const { text, pages, tags } = await print(
      await given({
        billTo: { ...billTo, postalCode: null, country: null },
        lines: Array.from({ length: 60 }, (_, place) =>
          line(portal.world.oppi.id, {
            descriptions: { fr: `Colloque annuel, jour ${String(place + 1)}`, en: 'Symposium' },
          }),
        ),
      }),
    );

    expect(text).toContain('ᓀᐦᐃᔭᐤ');
    expect(text).toContain('Facturé pour Institut des planificateurs professionnels');
    expect(pages.length).toBeGreaterThan(2);
    expect(tags.get('TR')).toBe(1 + 60 + 4);
    for (const [place, page] of pages.entries()) {
      expect(page).toContain('Prix unitaire');
      expect(page).toContain(`page ${String(place + 1)} de ${String(pages.length)}`);
    }
  });

  it('are the same bytes again, after everybody was renamed, and by another process', async () => {
    const id = await given();
    const before = await bytes((await links(id))?.document?.url);
    portal.clock.advance(60_000);
    const [facts] = await portal.parts.db.read(readInvoiceDocument, [fromPublicId('Invoice', id)]);
    await portal.parts.db.transaction(async tx => {
      await tx.query(`update association set name_fr = 'Autre', postal_address = 'Ailleurs' where id = $1`, [
        aqpm(),
      ]);
      await tx.query(`update person set family_name = 'Autrement' where id = $1`, [payer.person.id]);
    });

    const after = await bytes((await links(id))?.document?.url);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      './test/support/run-typescript.mjs',
      'test/billing/print-elsewhere.ts',
      JSON.stringify(facts),
    ]);

    const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
    expect(after.equals(before)).toBe(true);
    expect(stdout.trim()).toBe(digest(before));
  }, 20_000);

  it('are fetched by whoever may read them, for five minutes', async () => {
    const id = await given();
    const url = (await links(id))?.document?.url ?? '';
    const ok = await fetched(url);
    expect(ok.headers.get('content-type')).toBe('application/pdf');
    expect(ok.headers.get('content-disposition')).toMatch(/AQPM-2026-\d{6}\.pdf/);

    const forged = await fetched(url.replace('locale=', 'locale=en-CA'));
    portal.clock.advance(300_000);
    const late = await fetched(url);

    expect([forged.status, late.status]).toEqual([404, 410]);
  });

  it('are not for the member whom the invoice is about, where somebody else owes it', async () => {
    const member = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: 'PRINTED' });
    const membership = await givenMembership(
      portal,
      memberClass,
      { personId: member.person.id },
      { memberNumber: 'P-1' },
    );
    const employer = await givenPerson(portal);
    const written = await givenInvoice(
      portal,
      aqpm(),
      { personId: employer.id },
      { membershipId: membership.id },
    );

    const shown = await links(toPublicId('Invoice', written.id), { token: member.token });

    expect(shown?.document).toBeNull();
  });

  it('of a credit note name the invoice, the reason and each tax', async () => {
    const id = await given();
    const { creditNote } = await perform(
      portal,
      'creditInvoice',
      { invoiceId: id, reason: 'Facturé par erreur' },
      staff,
    );

    const { text } = readPdf(await bytes((await links(id, staff))?.creditNotes[0]?.document.url));

    for (const said of [
      String(creditNote['number']),
      'Crédite la facture AQPM-2026-',
      'Facturé par erreur',
      'TVQ',
      '229,95',
    ])
      expect(text).toContain(said);
  });

  it('of a credit note name quantity and price of what is credited whole, and neither of a part', async () => {
    const written = await givenInvoice(
      portal,
      aqpm(),
      { personId: payer.person.id },
      { lines: [priced(200_00), priced(80_00)] },
    );
    const invoiceId = toPublicId('Invoice', written.id);
    const [part, whole] = written.lineIds.map(lineId => ({ lineId: toPublicId('InvoiceLine', lineId) }));
    await perform(
      portal,
      'creditInvoice',
      { invoiceId, reason: 'Une partie', lines: [{ ...part, amountCents: 50_00 }, whole] },
      staff,
    );

    const { text } = readPdf(await bytes((await links(invoiceId, staff))?.creditNotes[0]?.document.url));

    expect(text).toContain('Frais de dossier\n\n\nTPS\n50,00\u00a0$');
    expect(text).toContain('Frais de dossier\n1\n80,00\u00a0$\nTPS\n80,00\u00a0$');
  });

  it('of a credit note that was issued before stay as they were, quantity and price of the whole line', async () => {
    const written = await givenInvoice(portal, aqpm(), { personId: payer.person.id });
    const invoiceId = toPublicId('Invoice', written.id);
    const [lineId] = written.lineIds.map(id => toPublicId('InvoiceLine', id));
    await perform(
      portal,
      'creditInvoice',
      { invoiceId, reason: 'Une partie', lines: [{ lineId, amountCents: 50_00 }] },
      staff,
    );
    await portal.parts.db.transaction(tx =>
      tx.query('update credit_note set layout = 1 where invoice_id = $1', [written.id]),
    );

    const { text } = readPdf(await bytes((await links(invoiceId, staff))?.creditNotes[0]?.document.url));

    expect(text).toContain('Frais de dossier\n1\n200,00\u00a0$\nTPS, TVQ\n50,00\u00a0$');
  });

  it('of a payment are a receipt for whoever paid', async () => {
    const id = await given();
    const query = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { __typename } }`;
    const paid = await portal.graphql<{ recordPayment: { __typename: string } }>(
      query,
      {
        input: {
          associationId: toPublicId('Association', aqpm()),
          method: 'CHEQUE',
          amountCents: 300_00,
          receivedOn: localDate('2026-11-22'),
          invoiceIds: [id],
          reference: '0042',
        },
      },
      staff,
    );
    expect(paid.data.recordPayment.__typename).toBe('RecordPaymentSuccess');

    const { text } = readPdf(
      await bytes((await links(id, { token: payer.token }))?.payments[0]?.receipt?.url),
    );

    for (const said of ['Reçu de paiement', 'Reçu de Zoé L’Écuyer', '0042', '229,95', '70,05', '300,00'])
      expect(text).toContain(said);
  });
});
