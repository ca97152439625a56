import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { recordHolding } from '../../accounts/index.ts';

/** A role that both records have at the same time; it ends with the one that goes. */
export interface Doubled {
  readonly id: string;
  readonly role: string;
  readonly toAt: Date | null;
  readonly suspendedAt: Date | null;
  readonly inForce: boolean;
  /** Until when the kept record has it besides; null for no end. */
  readonly coveredUntil: Date | null;
}

/** Whose role for which organization it is from now on. */
export interface Place {
  readonly organizationId: string;
  readonly personId: string;
}

const end = statement(
  'merge-end-delegations',
  'update delegation set to_at = greatest($2::timestamptz, from_at) where id = any ($1::uuid[])',
);
const suspendToo = statement(
  'merge-suspend-delegation',
  `update delegation set suspended_at = $4
   where organization_id = $1 and person_id = $2 and role = $3 and suspended_at is null
     and from_at <= $5 and (to_at is null or to_at > $5)`,
);
const add = statement(
  'merge-add-delegation',
  `insert into delegation (id, organization_id, person_id, role, from_at, to_at, suspended_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const held = statement<{
  readonly id: string;
  readonly associationId: string;
  readonly accountId: string;
}>(
  'merge-held-delegations',
  `select d.id, o.association_id as "associationId", p.account_id as "accountId"
   from delegation d join organization o on o.id = d.organization_id join person p on p.id = d.person_id
   where d.person_id = any ($1::uuid[]) and p.account_id is not null
     and d.from_at <= $2 and (d.to_at is null or d.to_at > $2)`,
);

/** Ends roles now; one that has not begun never does. */
export const endNow = (
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  doubled: readonly Pick<Doubled, 'id'>[],
): Promise<unknown> => within(tx, end, [doubled.map(({ id }) => id), clock.now()]);

/** Whoever lost the right under one record has not regained it under the other. */
export async function suspendAlike(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { organizationId, personId }: Place,
  { role, suspendedAt }: Pick<Doubled, 'role' | 'suspendedAt'>,
): Promise<void> {
  if (suspendedAt !== null)
    await within(tx, suspendToo, [organizationId, personId, role, suspendedAt, clock.now()]);
}

/** Where the kept record's own role is over before the other's, the union goes on. */
export async function goOn(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  { organizationId, personId }: Place,
  { role, toAt, suspendedAt, coveredUntil }: Doubled,
): Promise<void> {
  if (coveredUntil === null || (toAt !== null && toAt <= coveredUntil)) return;
  const from = coveredUntil > clock.now() ? coveredUntil : clock.now();
  const id = newId<'Delegation'>(clock, random);
  await within(tx, add, [id, organizationId, personId, role, from, toAt, suspendedAt]);
}

/** The accounts of these people hold what their persons are now. */
export async function recordHoldings(
  context: Pick<Context, 'clock'>,
  tx: Tx,
  personIds: readonly string[],
): Promise<void> {
  for (const { id: subjectId, ...of } of await within(tx, held, [personIds, context.clock.now()]))
    await recordHolding(context, tx, { ...of, kind: 'DELEGATION', subjectId });
}
