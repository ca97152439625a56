import type { AssociationId, MembershipId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { isProvince, type Province } from '../../../kernel/province.ts';
import type { Context } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { LanguagePolicy } from '../../associations/index.ts';
import type { NewMembership } from '../../memberships/index.ts';
import { documentLocale } from '../invoices/document-locale.ts';
import type { BillTo } from '../invoices/new-invoice.ts';
import { payerColumns, type Payer } from '../payer.ts';
import type { PlaceOfSupply } from './quote-facts.ts';

/** Whoever holds a membership, as somebody who is charged. */
export interface BilledMember {
  readonly associationId: AssociationId;
  readonly timeZone: string;
  readonly bornOn: LocalDate | null;
  readonly memberSince: LocalDate;
  readonly payer: Payer;
  readonly billTo: BillTo;
  /** Of the documents that are written to them. */
  readonly locale: Locale;
  /** Null where neither the member nor the body says one. */
  readonly place: PlaceOfSupply | null;
}

interface Row {
  readonly associationId: AssociationId;
  readonly timeZone: string;
  readonly home: Province | null;
  readonly languagePolicy: LanguagePolicy;
  readonly personId: PersonId | null;
  readonly organizationId: OrganizationId | null;
  readonly name: string;
  readonly locale: Locale | null;
  readonly bornOn: LocalDate | null;
  readonly memberSince: LocalDate;
  readonly street: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

const part = (column: string): string => `case when p.id is null then o.${column} else d.${column} end`;

const COLUMNS = `a.id as "associationId", a.time_zone as "timeZone", coalesce(a.home_province, a.provinces[1]) as home,
     a.language_policy as "languagePolicy", p.id as "personId", o.id as "organizationId",
     coalesce(p.given_name || ' ' || p.family_name, o.legal_name) as name, p.locale, p.born_on::text as "bornOn",
     ${part('street')} as street, ${part('street2')} as street2, ${part('city')} as city,
     ${part('province')} as province, ${part('postal_code')} as "postalCode", ${part('country')} as country`;

const read = statement<Row & { readonly id: MembershipId }>(
  'billed-members',
  `select m.id, m.admitted_on::text as "memberSince", ${COLUMNS}
   from membership m
   join association a on a.id = m.association_id
   left join person p on p.id = m.person_id
   left join person_address d on d.person_id = p.id and d.main
   left join organization o on o.id = m.organization_id
   where m.id = any ($1::uuid[])`,
);
const readNewcomer = statement<Row>(
  'billed-newcomer',
  `select $4::date::text as "memberSince", ${COLUMNS}
   from association a
   left join person p on p.id = $2
   left join person_address d on d.person_id = p.id and d.main
   left join organization o on o.id = $3
   where a.id = $1`,
);

export const billedMemberById: Loader<string, BilledMember | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(read, [ids]);
    const byId = new Map<string, BilledMember>(rows.map(row => [row.id, memberOf(row)]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** Somebody on file who has no membership there yet, as they will be on their first day. */
export async function billedNewcomer(
  { db }: Pick<Context, 'db'>,
  { associationId, holder, on }: Pick<NewMembership, 'associationId' | 'holder' | 'on'>,
): Promise<BilledMember> {
  const { payerPersonId, payerOrganizationId } = payerColumns(holder);
  const [row] = await db.read(readNewcomer, [associationId, payerPersonId, payerOrganizationId, on]);
  if (row === undefined) throw new Error('whoever is admitted is on file of an association');
  return memberOf(row);
}

function memberOf(row: Row): BilledMember {
  const { associationId, timeZone, bornOn, memberSince, street, street2, city, province } = row;
  const locale = documentLocale(row.languagePolicy, row.locale);
  return {
    associationId,
    timeZone,
    bornOn,
    memberSince,
    payer: payerOf(row),
    locale,
    billTo: {
      name: row.name,
      attention: null,
      street,
      street2,
      city,
      province,
      postalCode: row.postalCode,
      country: row.country,
    },
    place: placeOf(row),
  };
}

function payerOf({ personId, organizationId }: Row): Payer {
  if (personId !== null) return { personId };
  if (organizationId !== null) return { organizationId };
  throw new Error('a membership has a holder');
}

/** By the main address; the contract of a member without one is made where the body is. */
export function placeOf({
  country,
  province,
  home,
}: Pick<Row, 'country' | 'province' | 'home'>): PlaceOfSupply | null {
  if (country !== null && country !== 'CA') return { province: null, by: 'ADDRESS' };
  if (province !== null && isProvince(province)) return { province, by: 'ADDRESS' };
  return home === null ? null : { province: home, by: 'ASSOCIATION' };
}
