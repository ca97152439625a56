import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Pair } from '../../people/index.ts';

export const FORMER_NAMES: MovedTable = {
  table: 'organization_former_name',
  key: ['id'],
  rows: 't.organization_id = any ($1::uuid[])',
  watched: 'ROWS',
  thing: CarriedThing.RECORD,
};

const keepLost = statement(
  'merge-keep-lost-name',
  `insert into organization_former_name (id, organization_id, legal_name, legal_name_en, search_key, until_on,
     recorded_at, of_merged)
   select $1, $2::uuid, lost.legal_name, lost.legal_name_en, lost.legal_key,
     ($5::timestamptz at time zone a.time_zone)::date, $5, lost.id <> $2
   from organization lost join association a on a.id = lost.association_id
   join organization stays on stays.id = $4
   where lost.id = $3
     and (lost.legal_name, lost.legal_name_en) is distinct from (stays.legal_name, stays.legal_name_en)`,
);
const moveFormer = statement(
  'merge-move-former-names',
  'update organization_former_name set organization_id = $1, of_merged = true where organization_id = $2',
);

/**
 * Of two legal names one is lost, and finds the organization like those that the other record had. Only what the kept
 * one was called itself is a name that it had: on a day there was one. Before the columns are taken.
 */
export async function moveNames(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  { kept, other }: Pair,
  { takesLegalName }: { readonly takesLegalName: boolean },
): Promise<void> {
  const [lost, stays] = takesLegalName ? [kept, other] : [other, kept];
  await within(tx, moveFormer, [kept, other]);
  await within(tx, keepLost, [newId(clock, random), kept, lost, stays, clock.now()]);
}
