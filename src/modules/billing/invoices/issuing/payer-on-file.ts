import { readPublicId } from '../../../../kernel/id.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Province } from '../../../../kernel/province.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement, type Statement } from '../../../../platform/database/statement.ts';
import { inLanguage, type AssociationEntity } from '../../../associations/index.ts';
import { payerColumns, type Payer } from '../../payer.ts';
import { placeOf } from '../../prices/billed-member.ts';
import { documentLocale } from '../document-locale.ts';
import type { BillTo } from '../new-invoice.ts';

type Issuer = Pick<AssociationEntity, 'id' | 'languagePolicy'>;

/** Somebody who can be billed: whom a document names, in which language, and where they are supplied. */
export interface PayerOnFile {
  readonly payer: Payer;
  readonly billTo: BillTo;
  /** Of the document. */
  readonly locale: Locale;
  /** Null outside Canada. */
  readonly province: Province | null;
}

interface Row extends BillTo {
  /** Of a body alone: its name in English beside that in French. */
  readonly nameEn?: string;
  readonly locale: Locale | null;
  readonly home: Province | null;
}

const HOME = 'coalesce(i.home_province, i.provinces[1]) as home';
const ADDRESS = (t: string): string =>
  `${t}.street, ${t}.street2, ${t}.city, ${t}.province, ${t}.postal_code as "postalCode", ${t}.country`;
/** The issuer ($2) and the bodies that it runs: whose records its staff may name. A sibling's are none of its business. */
const CARE = `with recursive care as (
    select id from association where id = $2
    union all select a.id from association a join care c on a.parent_id = c.id where not a.independent)`;
const IN_CARE = (holder: 'person' | 'organization', t: string): string =>
  `(${t}.association_id in (select id from care) or exists (
    select from membership m where m.${holder}_id = ${t}.id and m.association_id in (select id from care)))`;
const READS = {
  Person: statement<Row>(
    'payer-person',
    `${CARE} select p.given_name || ' ' || p.family_name as name, null as attention, ${ADDRESS('d')}, p.locale, ${HOME}
     from person p join association i on i.id = $2
     left join person_address d on d.person_id = p.id and d.main
     where p.id = $1 and p.merged_into_id is null and ($3 or ${IN_CARE('person', 'p')})`,
  ),
  Organization: statement<Row>(
    'payer-organization',
    `${CARE} select o.legal_name as name, null as attention, ${ADDRESS('o')}, null as locale, ${HOME}
     from organization o join association i on i.id = $2
     where o.id = $1 and o.merged_into_id is null and ($3 or ${IN_CARE('organization', 'o')})`,
  ),
  Association: statement<Row>(
    'payer-association',
    // One line that holds all of it: a body has its address as it is printed.
    `select a.name_fr as name, a.name_en as "nameEn", null as attention, a.postal_address as street, null as street2,
       null as city, null as province, null as "postalCode", 'CA' as country, null as locale,
       coalesce(a.home_province, a.provinces[1]) as home
     from association a join association i on i.id = $2 and ($3 or i.root_id = a.root_id) where a.id = $1`,
  ),
} as const;

interface For {
  readonly issuer: Issuer;
  /** What was expressly asked for. */
  readonly locale: Locale | null;
}

/** A payer by their public id; null for one that is absent or not the issuer's to bill. */
export async function payerOnFile(
  { db }: Pick<Context, 'db'>,
  publicId: string,
  wanted: For,
): Promise<PayerOnFile | null> {
  const payer = payerCalled(publicId);
  if (payer === null) return null;
  const [row] = await db.read(readOf(payer), [idOf(payer), wanted.issuer.id, false]);
  return row ? asPayer(row, { payer, ...wanted }) : null;
}

/** Whoever owes the issuer or paid it already, wherever they are on file. */
export async function knownPayer(tx: Tx, payer: Payer, wanted: For): Promise<PayerOnFile> {
  const [row] = await within(tx, readOf(payer), [idOf(payer), wanted.issuer.id, true]);
  if (!row) throw new Error('a payer who was merged or is gone is named by no row');
  return asPayer(row, { payer, ...wanted });
}

function payerCalled(publicId: string): Payer | null {
  const named = readPublicId(publicId);
  if (named?.kind === 'Person') return { personId: named.id };
  if (named?.kind === 'Organization') return { organizationId: named.id };
  return named?.kind === 'Association' ? { associationId: named.id } : null;
}

function readOf(payer: Payer): Statement<Row> {
  if ('personId' in payer) return READS.Person;
  return 'organizationId' in payer ? READS.Organization : READS.Association;
}

function idOf(payer: Payer): string | null {
  const { payerPersonId, payerOrganizationId, payerAssociationId } = payerColumns(payer);
  return payerPersonId ?? payerOrganizationId ?? payerAssociationId;
}

function asPayer(row: Row, { payer, issuer, locale: asked }: For & { readonly payer: Payer }): PayerOnFile {
  const { locale: chosen, home, nameEn = row.name, ...address } = row;
  const locale = documentLocale(issuer.languagePolicy, asked ?? chosen);
  const billTo = { ...address, name: inLanguage(locale, row.name, nameEn) };
  const province = placeOf({ country: row.country, province: row.province, home })?.province ?? null;
  return { payer, billTo, locale, province };
}
