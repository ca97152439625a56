import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssociationId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { readPdf } from '../support/read-pdf.ts';
import { givenPaid, newBody, perform, publicIdOf, returned } from './remittance-operations.ts';

const LINK = `query ($id: ID!, $locale: Locale) { remittanceBatch(id: $id) { statement(locale: $locale) { url } } }`;

describe('the statement of a remittance, on paper (E14)', () => {
  let portal: Portal;
  let book: AssociationId;
  let treasurer: Office;
  let body: Awaited<ReturnType<typeof newBody>>;
  let batchId: string;
  beforeAll(async () => {
    portal = await openPortal();
    book = portal.world.icu.association.id;
    treasurer = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.FINANCE });
    body = await newBody(portal);
    await givenPaid(portal, book, [body.id, body.id, book], { on: '2026-11-03' });
    await returned(portal, await givenPaid(portal, book, [body.id], { on: '2026-11-04' }));
    const about = {
      bookId: publicIdOf(book),
      bodyId: publicIdOf(body.id),
      from: '2026-11-01',
      to: '2026-11-30',
    };
    batchId = (await perform(portal, 'prepareRemittance', about, treasurer.asked)).batch.id;
  });
  afterAll(() => portal.close());

  const linkFor = async (asked: Asked, locale?: string): Promise<string | null> => {
    const { data, errors } = await portal.graphql<{ remittanceBatch: { statement: { url: string } } | null }>(
      LINK,
      { id: batchId, locale },
      asked,
    );
    expect(errors).toEqual([]);
    return (
      data.remittanceBatch && data.remittanceBatch.statement.url.replace('http://localhost:4000', portal.url)
    );
  };
  const print = async (asked: Asked, locale?: string): Promise<Buffer> => {
    const response = await fetch((await linkFor(asked, locale)) ?? '');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    return Buffer.from(await response.arrayBuffer());
  };

  it('says in both languages between whom, for which days, and of what the amount is made', async () => {
    const en = readPdf(await print(treasurer.asked, 'EN_CA'));
    const fr = readPdf(await print(treasurer.asked, 'FR_CA'));

    expect(Object.fromEntries(en.tags)).toMatchObject({ Document: 1, H1: 1, H2: 1, Table: 3 });
    for (const said of [
      'Statement of a remittance',
      'Period: from November 1, 2026 to November 30, 2026',
      'Payment received\n$689.85',
      'Payment returned\n-$229.95',
      'Prices\n$400.00',
      'Total\n$459.90',
    ])
      expect(en.text).toContain(said);
    expect(en.source).toContain('/Lang (en-CA)');
    expect(fr.text).toContain('Relevé d’un versement');
    expect(fr.text).toContain('Total\n459,90\u00a0$');
  });

  it('is the same for the staff of both sides, whatever they are called since, and nobody else’s', async () => {
    const before = await print(treasurer.asked, 'FR_CA');
    await portal.parts.db.entities.query(
      `update association set name_fr = name_fr || ' autrement', postal_address = 'Ailleurs' where id = any ($1)`,
      [[book, body.id]],
    );
    const stranger = await newBody(portal);

    expect((await print(treasurer.asked, 'FR_CA')).equals(before)).toBe(true);
    expect((await print(body.office.asked, 'FR_CA')).equals(before)).toBe(true);
    expect(await linkFor(stranger.office.asked)).toBeNull();
  });
});
