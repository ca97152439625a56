import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { DELEGATION_COLUMNS, DELEGATION_ORDER, type DelegationFacts } from './organization-facts.ts';

const IN_FORCE = `
  select ${DELEGATION_COLUMNS}
  from delegation d join person p on p.id = d.person_id
  where d.from_at <= $2 and (d.to_at is null or d.to_at > $2)`;

const ofOrganizations = statement<DelegationFacts>(
  'delegations-of-organizations',
  `${IN_FORCE} and d.organization_id = any ($1::uuid[]) order by ${DELEGATION_ORDER}`,
);
const ofPersons = statement<DelegationFacts>(
  'delegations-of-persons',
  `${IN_FORCE} and d.person_id = any ($1::uuid[]) order by ${DELEGATION_ORDER}`,
);

const byId = statement<DelegationFacts>('delegations-by-id', `${IN_FORCE} and d.id = any ($1::uuid[])`);

export const delegationById: Loader<string, DelegationFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(byId, [ids, context.clock.now()]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

/** Delegations in force now, suspended ones included. */
export const delegationsOfOrganization: Loader<string, readonly DelegationFacts[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(ofOrganizations, [ids, context.clock.now()]);
    return ids.map(id => rows.filter(row => row.organizationId === id));
  },
);

/** The same by the person who holds them. */
export const delegationsOfPersons: Loader<string, readonly DelegationFacts[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(ofPersons, [ids, context.clock.now()]);
    return ids.map(id => rows.filter(row => row.personId === id));
  },
);
