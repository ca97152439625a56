import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import {
  addAssociationDocument,
  AssociationEntity,
  DocumentKind,
  LanguagePolicy,
} from '../../src/modules/associations/index.ts';
import { days } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenCode, givenOffice, newAccountInput, perform, preview, type Office } from './operations.ts';

describe('what is on record once an account is open (Law 25, Charter of the French language)', () => {
  let portal: Portal;
  let office: Office;
  let acpsOffice: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
    acpsOffice = await givenOffice(portal, { body: portal.world.acps });
  });
  afterAll(() => portal.close());

  const accepted = (address: string): Promise<object[]> =>
    portal.parts.db.entities.query<object[]>(
      `select d.kind, d.version, a.shown_locale, a.accepted_at
       from document_acceptance a
         join association_document d on d.id = a.document_id
         join account_address w on w.account_id = a.account_id
       where w.normalized = $1 order by d.kind desc`,
      [address],
    );
  const chosen = (address: string): Promise<object[]> =>
    portal.parts.db.entities.query<object[]>(
      `select c.chosen, c.first_shown, c.chosen_at
       from language_choice c join account_address w on w.account_id = c.account_id where w.normalized = $1`,
      [address],
    );
  const idsOf = (documents: readonly string[]): string[] =>
    documents.map(id => toPublicId('AssociationDocument', id as never));

  it.each([
    ['French', 'fr-CA', 'FR_CA'],
    ['English', 'en-CA', 'EN_CA'],
  ] as const)(
    'the versions that were on the screen in %s, the language that was chosen, and that French came first',
    async (_, locale, choice) => {
      const { code, address } = await givenCode(portal, office, { locale: choice });
      const { flow } = await preview(portal, code, { locale });
      const fields = flow.forms.find(({ name }) => name === 'acceptInvitationWithNewAccount')?.fields ?? [];
      const asked = fields.filter(({ kind }) => kind === 'CHOICE' || kind === 'CHECKBOX');

      await perform(
        portal,
        'acceptInvitationWithNewAccount',
        newAccountInput(portal, code, { locale: choice }),
        { locale },
      );

      expect(asked.map(({ value, required }) => [value, required])).toEqual([
        [null, true],
        [null, true],
        [null, true],
      ]);
      expect(asked[0]?.options.map(({ value }) => value)).toEqual(['FR_CA', 'EN_CA']);
      const [terms] = flow.documents;
      const urls = { fr: 'https://aqpm.example/fr/terms', en: 'https://aqpm.example/en/terms' };
      const labels = { fr: 'Conditions d’utilisation', en: 'Terms of use' };
      const own = locale === 'fr-CA' ? 'fr' : 'en';
      expect(terms).toMatchObject({ url: urls[own], urls, label: labels[own], labels });
      const now = portal.clock.now();
      expect(await accepted(address)).toEqual([
        { kind: 'TERMS', version: '2026-01', shown_locale: locale, accepted_at: now },
        { kind: 'PRIVACY', version: '2026-01', shown_locale: locale, accepted_at: now },
      ]);
      expect(await chosen(address)).toEqual([{ chosen: locale, first_shown: 'fr-CA', chosen_at: now }]);
    },
  );

  it('the language of the page, where the association prefers none', async () => {
    const { siteKey: clientKey, documentIds } = portal.world.acps;
    const { code, address } = await givenCode(portal, acpsOffice, { locale: 'EN_CA' });
    const input = {
      code,
      password: 'un cheval dans la prairie',
      locale: 'FR_CA',
      acceptedDocuments: idsOf(documentIds),
    };

    await perform(portal, 'acceptInvitationWithNewAccount', input, { clientKey, locale: 'en-CA' });

    expect(await chosen(address)).toMatchObject([{ chosen: 'fr-CA', first_shown: 'en-CA' }]);
  });

  it('the French text alone on a page in English, where French alone is served', async () => {
    const { id } = portal.world.aqpm.association;
    const setPolicy = (languagePolicy: LanguagePolicy): Promise<unknown> =>
      portal.parts.db.transaction(tx => tx.update(AssociationEntity, { id }, { languagePolicy }));
    const { code, address } = await givenCode(portal, office);
    await setPolicy(LanguagePolicy.FR_ONLY);

    const input = newAccountInput(portal, code);
    const asked = { locale: 'en-CA' } as const;
    const unread = { ...input, acceptedDocuments: [] };
    const refused = await perform(portal, 'acceptInvitationWithNewAccount', unread, asked);
    await perform(portal, 'acceptInvitationWithNewAccount', input, asked);

    const french = { url: expect.stringContaining('/fr/') as unknown as string };
    expect(refused).toMatchObject({ __typename: 'DocumentsNotAccepted', documents: [french, french] });
    expect(await accepted(address)).toMatchObject([{ shown_locale: 'fr-CA' }, { shown_locale: 'fr-CA' }]);
    await setPolicy(LanguagePolicy.FR_FIRST_CHOICE);
  });

  it('no version that came into force after the page was drawn: the person is asked again', async () => {
    const body = portal.world.aqpm;
    const { code, address } = await givenCode(portal, office);
    const before = newAccountInput(portal, code);
    const newer = await portal.parts.db.transaction(tx =>
      addAssociationDocument(portal.parts, tx, {
        associationId: body.association.id,
        kind: DocumentKind.TERMS,
        version: '2027-01',
        urlFr: `${body.siteOrigin}/fr/terms-2027`,
        urlEn: `${body.siteOrigin}/en/terms-2027`,
        inForceFrom: new Date(portal.clock.now().getTime() + days(1)),
      }),
    );
    portal.clock.advance(days(1));

    const refused = await perform(portal, 'acceptInvitationWithNewAccount', before);
    const [, privacy = ''] = body.documentIds;
    const acceptedDocuments = idsOf([newer.id, privacy]);
    await perform(portal, 'acceptInvitationWithNewAccount', { ...before, acceptedDocuments });

    expect(refused).toMatchObject({
      __typename: 'DocumentsNotAccepted',
      documents: acceptedDocuments.map(id => ({ id })),
    });
    expect(await accepted(address)).toMatchObject([
      { kind: 'TERMS', version: '2027-01' },
      { kind: 'PRIVACY', version: '2026-01' },
    ]);
  });
});
