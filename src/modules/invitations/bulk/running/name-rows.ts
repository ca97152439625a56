import { fromPublicId, type MembershipId, type OrganizationId } from '../../../../kernel/id.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { searchKey } from '../../../../kernel/search-key.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { NamedRecords, StagedDraft } from './staged-draft.ts';

interface Named {
  readonly row: number;
  readonly organizationIds: readonly OrganizationId[];
  readonly membershipId: MembershipId | null;
  readonly locale: Locale | null;
}

const name = statement<Named>(
  'invitation-run-name-rows',
  `select w.row,
     array(
       select m.organization_id from membership m
       where m.association_id = $1 and m.member_number = w.organization and m.organization_id is not null
       union
       select o.id from organization o where o.association_id = $1 and o.search_key = w."searchKey"
         and o.merged_into_id is null
       union
       select o.id from organization o where o.association_id = $1 and o.search_key_en = w."searchKey"
         and o.merged_into_id is null
     ) as "organizationIds", holder.id as "membershipId", holder.locale
   from jsonb_to_recordset($2) as w(row integer, organization text, "searchKey" text, "memberNumber" text)
   left join lateral (
     select m.id, p.locale from membership m join person p on p.id = m.person_id
     where m.association_id = $1 and m.member_number = w."memberNumber" limit 1) holder on true`,
);

/** What is named in a file, in one statement for all. A name that two organizations bear names neither. */
export async function nameRows(
  tx: Tx,
  associationId: string,
  rows: readonly { readonly row: number; readonly draft: StagedDraft }[],
): Promise<(row: number) => NamedRecords> {
  const asked = rows.flatMap(({ row, draft: { organization, memberNumber } }) =>
    organization === undefined && memberNumber === undefined
      ? []
      : { row, organization, searchKey: organization && searchKey(organization), memberNumber },
  );
  const found = asked.length === 0 ? [] : await within(tx, name, [associationId, JSON.stringify(asked)]);
  const byRow = new Map(found.map(one => [one.row, one]));
  const saidBy = new Map(rows.map(({ row, draft }) => [row, draft.organization ?? '']));
  return row => {
    const { organizationIds = [], membershipId = null, locale = null } = byRow.get(row) ?? {};
    const only = organizationIds.length === 1 ? (organizationIds[0] ?? null) : null;
    return {
      organizationId: fromPublicId('Organization', saidBy.get(row) ?? '') ?? only,
      membershipId,
      locale,
    };
  };
}
