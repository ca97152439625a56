import { readPublicId } from '../../../../kernel/id.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Province } from '../../../../kernel/province.ts';
import type { Context } from '../../../../platform/context.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Payer } from '../../payer.ts';
import { placeOf } from '../../prices/billed-member.ts';
import type { BillTo } from '../new-invoice.ts';

/** Somebody who can be billed: whom a document names, in which language, and where they are supplied. */
export interface PayerOnFile {
  readonly payer: Payer;
  readonly billTo: BillTo;
  /** Null where nobody chose one. */
  readonly locale: Locale | null;
  /** Null outside Canada. */
  readonly province: Province | null;
}

interface Row extends BillTo {
  readonly locale: Locale | null;
  readonly home: Province | null;
}

const HOME = 'coalesce(i.home_province, i.provinces[1]) as home';
const ADDRESS = (t: string): string =>
  `${t}.street, ${t}.street2, ${t}.city, ${t}.province, ${t}.postal_code as "postalCode", ${t}.country`;
// Of the same tree as the issuer ($2): no other one exists for its staff.
const READS = {
  Person: statement<Row>(
    'payer-person',
    `select p.given_name || ' ' || p.family_name as name, null as attention, ${ADDRESS('d')}, p.locale, ${HOME}
     from person p join association a on a.id = p.association_id
     join association i on i.id = $2 and i.root_id = a.root_id
     left join person_address d on d.person_id = p.id and d.main
     where p.id = $1 and p.merged_into_id is null`,
  ),
  Organization: statement<Row>(
    'payer-organization',
    `select o.legal_name as name, null as attention, ${ADDRESS('o')}, null as locale, ${HOME}
     from organization o join association a on a.id = o.association_id
     join association i on i.id = $2 and i.root_id = a.root_id
     where o.id = $1 and o.merged_into_id is null`,
  ),
  Association: statement<Row>(
    'payer-association',
    `select a.name_fr as name, null as attention, a.postal_address as street, null as street2, null as city,
       coalesce(a.home_province, a.provinces[1]) as province, null as "postalCode", 'CA' as country, null as locale,
       ${HOME}
     from association a join association i on i.id = $2 and i.root_id = a.root_id where a.id = $1`,
  ),
} as const;

/** A payer by their public id; null for one that is absent or of another tree. */
export async function payerOnFile(
  { db }: Pick<Context, 'db'>,
  publicId: string,
  issuerId: string,
): Promise<PayerOnFile | null> {
  const named = readPublicId(publicId);
  if (named?.kind !== 'Person' && named?.kind !== 'Organization' && named?.kind !== 'Association')
    return null;
  const [row] = await db.read(READS[named.kind], [named.id, issuerId]);
  if (!row) return null;
  const { locale, home, ...billTo } = row;
  const province = placeOf({ country: row.country, province: row.province, home })?.province ?? null;
  if (named.kind === 'Person') return { payer: { personId: named.id }, billTo, locale, province };
  if (named.kind === 'Organization') return { payer: { organizationId: named.id }, billTo, locale, province };
  return { payer: { associationId: named.id }, billTo, locale, province };
}
