import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import type { SharingAgreementEntity } from './sharing-agreement.entity.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';

type Row = SharingAgreementEntity & { readonly place: string };

const WANTED = 'from sharing_agreement where (from_association_id = $1 or to_association_id = $1)';

const walk = (name: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select id, from_association_id as "fromAssociationId", to_association_id as "toAssociationId", kinds,
       purpose_fr as "purposeFr", purpose_en as "purposeEn", from_at as "fromAt", to_at as "toAt",
       to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place ${WANTED}
       and ($2::timestamptz is null or (from_at, id) ${than} ($2, $3::uuid))
     order by from_at ${direction}, id ${direction} limit $4`,
  );
const latestFirst = walk('sharing-agreements-latest-first', '<', 'desc');
const earliestFirst = walk('sharing-agreements-earliest-first', '>', 'asc');
const counted = statement<{ readonly count: number }>(
  'sharing-agreements-count',
  `select count(*)::int as count ${WANTED}`,
);

/** The agreements of a body at either end, ended ones included. Whoever asks judges who may see them. */
export async function listSharingAgreements(
  { db }: Context,
  associationId: string,
  args: ConnectionArgs,
): Promise<Page<SharingAgreement>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const [from = null, id = null] = window.from ?? [];
  return pageOf(window, {
    rows: await db.read(window.backward ? earliestFirst : latestFirst, [
      associationId,
      from,
      id,
      window.rows,
    ]),
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new SharingAgreement(row),
    totalCount: async () => (await db.read(counted, [associationId]))[0]?.count ?? 0,
  });
}
