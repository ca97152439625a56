import {
  addAssociation,
  addAssociationDocument,
  addSection,
  AssociationKind,
  DocumentKind,
  IdentifierPolicy,
  LanguagePolicy,
  usePagesOf,
  type AssociationEntity,
  type NewAssociation,
} from '../../src/modules/associations/index.ts';
import { registerClient, type ClientPage } from '../../src/modules/integrations/index.ts';
import type { Parts } from '../../src/platform/context.ts';
import type { Tx } from '../../src/platform/database/database.ts';

/** One body with its two clients: a partner site that may take passwords, and a tool for its staff. */
export interface Body {
  readonly association: AssociationEntity;
  readonly siteKey: string;
  readonly toolKey: string;
  readonly siteOrigin: string;
  /** Ids of the terms and the privacy notice in force. */
  readonly documentIds: readonly string[];
}

/** What every portal has: three trees that know nothing of each other, one of them with institutes below. */
export interface World {
  readonly aqpm: Body & { readonly sectionIds: readonly string[] };
  readonly acps: Body;
  readonly icu: Body;
  readonly oppi: AssociationEntity;
  /** Below ICU, and independent of it. */
  readonly pibc: AssociationEntity;
}

const PAGES: readonly ClientPage[] = ['INVITATION', 'EMAIL_CONFIRMATION', 'PASSWORD_RESET'];

/** The facts of a body for which a test says nothing more. */
export const plain = (code: string, name: string): NewAssociation => ({
  code,
  parent: null,
  kind: AssociationKind.NATIONAL,
  independent: false,
  nameFr: name,
  nameEn: `${name} (Canada)`,
  shortNameFr: code.toUpperCase(),
  shortNameEn: code.toUpperCase(),
  provinces: [],
  timeZone: 'America/Toronto',
  yearStartsOn: '01-01',
  languagePolicy: LanguagePolicy.BILINGUAL_CHOICE,
  identifierPolicy: IdentifierPolicy.USERNAME,
  usernameCase: 'IGNORED',
  passwordProfile: 'LENGTH',
  invitationMismatch: 'ALLOW',
  invitationDays: 30,
  factorRoles: [],
  senderNameFr: name,
  senderNameEn: `${name} (Canada)`,
  senderAddress: `portail@${code}.example`,
  postalAddress: '1450, rue City Councillors, bureau 1030, Montréal (Québec)  H3A 2E6',
  supportEmail: `aide@${code}.example`,
  supportPhone: '+15143977610',
  websiteFr: `https://${code}.example/`,
  websiteEn: `https://${code}.example/en/`,
  brandColour: '#1b3a5c',
  brandTextColour: '#ffffff',
});

/** Adds a body with its clients, pages and documents. */
export async function addBody(parts: Parts, tx: Tx, facts: NewAssociation): Promise<Body> {
  const association = await addAssociation(parts, tx, facts);
  const siteOrigin = `https://${facts.code}.example`;
  const register = { associationId: association.id, keyMode: 'TEST', signInMode: 'DIRECT' } as const;
  const site = await registerClient(parts, tx, {
    ...register,
    name: `${facts.code} site`,
    kind: 'PUBLISHABLE',
    origins: [siteOrigin],
    pages: PAGES.flatMap(page =>
      (['fr-CA', 'en-CA'] as const).map(locale => ({
        page,
        locale,
        url: `${siteOrigin}/${locale.slice(0, 2)}/${page.toLowerCase()}`,
      })),
    ),
  });
  const tool = await registerClient(parts, tx, {
    ...register,
    name: `${facts.code} tool`,
    kind: 'SECRET',
    origins: [],
    pages: [],
  });
  await usePagesOf(tx, association.id, site.client.id);

  const documentIds: string[] = [];
  for (const kind of [DocumentKind.TERMS, DocumentKind.PRIVACY]) {
    const document = await addAssociationDocument(parts, tx, {
      associationId: association.id,
      kind,
      version: '2026-01',
      urlFr: `${siteOrigin}/fr/${kind.toLowerCase()}`,
      urlEn: `${siteOrigin}/en/${kind.toLowerCase()}`,
      inForceFrom: new Date('2026-01-01T05:00:00Z'),
    });
    documentIds.push(document.id);
  }
  return { association, siteKey: site.key, toolKey: tool.key, siteOrigin, documentIds };
}

/** Makes the bodies of every test, through the modules' own functions. */
export function buildWorld(parts: Parts): Promise<World> {
  return parts.db.transaction(async tx => {
    const aqpm = await addBody(parts, tx, {
      ...plain('aqpm', 'Association québécoise de la production médiatique'),
      provinces: ['QC'],
      yearStartsOn: '04-01',
      languagePolicy: LanguagePolicy.FR_FIRST_CHOICE,
      usernameCase: 'EXACT',
      passwordProfile: 'COMPOSITION',
    });
    const television = await addSection(parts, tx, {
      associationId: aqpm.association.id,
      code: 'television',
      nameFr: 'Télévision',
      nameEn: 'Television',
    });
    const acps = await addBody(parts, tx, {
      ...plain('acps', 'Association canadienne de parachutisme sportif'),
      identifierPolicy: IdentifierPolicy.EMAIL,
    });
    const icu = await addBody(parts, tx, plain('icu', 'Institut canadien des urbanistes'));
    const institute = (code: string, name: string, facts: Partial<NewAssociation>): NewAssociation => ({
      ...plain(code, name),
      ...facts,
      parent: icu.association,
      kind: AssociationKind.INSTITUTE,
    });
    const oppi = await addAssociation(
      parts,
      tx,
      institute('oppi', 'Institut des planificateurs professionnels de l’Ontario', { provinces: ['ON'] }),
    );
    const pibc = await addAssociation(
      parts,
      tx,
      institute('pibc', 'Planning Institute of British Columbia', {
        provinces: ['BC', 'YT'],
        timeZone: 'America/Vancouver',
        independent: true,
      }),
    );
    return { aqpm: { ...aqpm, sectionIds: [television.id] }, acps, icu, oppi, pibc };
  });
}
