import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Pair } from '../../people/index.ts';

const ROWS = 't.organization_id = any ($1::uuid[])';
const common = { key: ['id'], rows: ROWS, watched: 'ROWS', thing: CarriedThing.JOIN_REQUESTS } as const;

export const JOINING_TABLES: readonly MovedTable[] = [
  { ...common, table: 'organization_joining', key: ['organization_id'] },
  { ...common, table: 'organization_code' },
  { ...common, table: 'organization_domain' },
  { ...common, table: 'join_request', countedBy: 'organization_id' },
];

const closeDoors = statement(
  'merge-close-joining',
  `update organization_joining set accepts_requests = false, accepts_domains = false
   where organization_id = $1 and (accepts_requests or accepts_domains)`,
);
const endCodes = statement(
  'merge-end-organization-codes',
  `update organization_code set ended_at = $2, ended_why = 'TURNED_OFF' where organization_id = $1 and ended_at is null`,
);
const moveDomains = statement(
  'merge-move-organization-domains',
  `update organization_domain d set organization_id = $1
   where d.organization_id = $2 and d.ended_at is null and not exists (
     select from organization_domain own
     where own.organization_id = $1 and own.domain = d.domain and own.ended_at is null)`,
);
const endDomains = statement(
  'merge-end-organization-domains',
  'update organization_domain set ended_at = $2 where organization_id = $1 and ended_at is null',
);
const endRequests = statement(
  'merge-end-requests-of-organization',
  `update join_request r set ended_at = $3, ended_why = 'OVERTAKEN'
   where r.organization_id = $2 and r.ended_at is null and exists (
     select from join_request own where own.organization_id = $1 and own.person_id = r.person_id
       and own.ended_at is null)`,
);
const moveRequests = statement(
  'merge-move-requests-of-organization',
  'update join_request set organization_id = $1 where organization_id = $2',
);

/** Who asked the other asks the kept one; its verified domains let people in there. Its code opens nothing any more. */
export async function moveJoining({ clock }: Context, tx: Tx, { kept, other }: Pair): Promise<void> {
  const now = clock.now();
  await within(tx, closeDoors, [other]);
  await within(tx, endCodes, [other, now]);
  await within(tx, moveDomains, [kept, other]);
  await within(tx, endDomains, [other, now]);
  await within(tx, endRequests, [kept, other, now]);
  await within(tx, moveRequests, [kept, other]);
}
