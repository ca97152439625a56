import { dayAt } from '../../../kernel/deadline.ts';
import { newId } from '../../../kernel/id.ts';
import type { RecordChange } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { legalSearchKey } from '../add-organization.ts';
import type { OrganizationEntity } from '../organization.entity.ts';

const zone = statement<{ readonly timeZone: string }>(
  'former-names-zone',
  'select time_zone as "timeZone" from association where id = $1',
);

const keep = statement(
  'former-names-keep',
  `insert into organization_former_name (id, organization_id, legal_name, legal_name_en, search_key, until_on,
     recorded_at, of_merged)
   select f.id, f.organization_id, f.name, f.name_en, f.key, $6::date, $7::timestamptz, false
   from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
     as f (id, organization_id, name, name_en, key)`,
);

type LegalNames = Pick<OrganizationEntity, 'legalName' | 'legalNameEn'>;

/** Legal names that a file has changed stay on record until today, and organizations are still found by them. */
export async function keepFormerNames(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  associationId: string,
  changes: readonly RecordChange[],
): Promise<void> {
  const renamed = changes.flatMap(({ id, before, after }) => {
    const was = before as LegalNames;
    return was.legalName === (after as LegalNames).legalName ? [] : [{ id, was }];
  });
  const [body] = renamed.length === 0 ? [] : await within(tx, zone, [associationId]);
  if (!body) return;
  const now = clock.now();
  await within(tx, keep, [
    renamed.map(() => newId(clock, random)),
    renamed.map(({ id }) => id),
    renamed.map(({ was }) => was.legalName),
    renamed.map(({ was }) => was.legalNameEn),
    renamed.map(({ was }) => legalSearchKey(was)),
    dayAt(body.timeZone, now),
    now,
  ]);
}
