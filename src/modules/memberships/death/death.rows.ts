import type { AccountId, AssociationId, MembershipId, PersonId, UploadId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { DeathRecordId } from './death-record.entity.ts';

export interface DeathFacts {
  readonly id: DeathRecordId;
  readonly personId: PersonId;
  readonly associationId: AssociationId;
  readonly diedOn: LocalDate;
  readonly uploadId: UploadId | null;
  readonly recordedAt: Date;
}

const standing = statement<DeathFacts>(
  'deaths-of-persons',
  `select id, person_id as "personId", association_id as "associationId", died_on::text as "diedOn",
     upload_id as "uploadId", recorded_at as "recordedAt"
   from death_record where person_id = any ($1::uuid[]) and withdrawn_at is null order by recorded_at, id`,
);

/** The records that stand, one of each body that made one, the first one first; none for the living. */
export const deathsOfPerson: Loader<string, readonly DeathFacts[]> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(standing, [ids]);
    return ids.map(id => rows.filter(({ personId }) => personId === id));
  },
);

/** The same of somebody who has several records on file. */
export const deathsOf = async (
  context: Context,
  personIds: readonly PersonId[],
): Promise<readonly DeathFacts[]> =>
  (await Promise.all(personIds.map(id => context.load(deathsOfPerson, id))))
    .flat()
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());

/** Everybody on file in one tree who uses an account, the dead among them. */
export interface AccountUser {
  readonly id: PersonId;
  readonly associationId: AssociationId;
  readonly diedOn: LocalDate | null;
}

const users = statement<AccountUser>(
  'death-users-of-account',
  `select p.id, p.association_id as "associationId", p.died_on::text as "diedOn" from person p
   where p.account_id = $1 and p.merged_into_id is null
     and p.association_id in (select id from association where root_id = $2) order by p.id`,
);
const kinds = statement<{ readonly kind: 'INDIVIDUAL' | 'JOINT' | 'NON_PERSONAL' }>(
  'death-kind-of-account',
  'select kind from account where id = $1',
);

export async function accountOfDead(
  { db }: Pick<Context, 'db'>,
  accountId: AccountId,
  rootId: string,
): Promise<{
  readonly kind: 'INDIVIDUAL' | 'JOINT' | 'NON_PERSONAL';
  readonly users: readonly AccountUser[];
}> {
  const [account] = await db.read(kinds, [accountId]);
  if (!account) throw new Error('a person uses an account that is gone');
  return { kind: account.kind, users: await db.read(users, [accountId, rootId]) };
}

const closed = statement<{ readonly id: MembershipId }>(
  'death-closed-memberships',
  'select membership_id as id from death_closing where death_record_id = $1 order by 1',
);

export const closedBy = async (tx: Tx, recordId: DeathRecordId): Promise<readonly MembershipId[]> =>
  (await within(tx, closed, [recordId])).map(({ id }) => id);
