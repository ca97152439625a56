import { dayAt } from '../../../kernel/deadline.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { AccountKind, type RecoveryClaims, type RecoveryPerson } from '../../accounts/index.ts';
import { holdsOn, type Period } from './representation.policy.ts';

interface Row extends Period {
  readonly accountId: AccountId;
  readonly associationId: string;
  readonly rootId: string;
  readonly timeZone: string;
  readonly givenName: string;
  readonly familyName: string;
}

// An organization has no account of its own: it is the account that is not a person's among those who act for it.
const representatives = statement<Row>(
  'recovery-representatives',
  `select held.account_id as "accountId", b.id as "associationId", b.root_id as "rootId", b.time_zone as "timeZone",
     coalesce(q.given_name, r.given_name) as "givenName", coalesce(q.family_name, r.family_name) as "familyName",
     r.from_on::text as "from", r.to_on::text as "to"
   from (
     select p.account_id, r.id from person p join representation r on r.person_id = p.id
     where p.account_id = any ($1::uuid[])
     union
     select p.account_id, r.id from account a join person p on p.account_id = a.id
       join delegation d on d.person_id = p.id and d.from_at <= $2 and (d.to_at is null or d.to_at > $2)
         and d.suspended_at is null
       join representation r on r.organization_id = d.organization_id
     where a.id = any ($1::uuid[]) and a.kind = '${AccountKind.NON_PERSONAL}'
   ) held
   join representation r on r.id = held.id
   join association b on b.id = r.association_id
   left join person q on q.id = r.representative_person_id
   where q.merged_into_id is null
   order by r.from_on, r.id, held.account_id`,
);

/** What people on file say for an account, and with them whoever represents its holder today. */
export const withRepresentatives = (people: RecoveryClaims): RecoveryClaims => ({
  ...people,
  async personsOf(parts, accountIds) {
    const persons = await people.personsOf(parts, accountIds);
    return [...persons, ...(await representing(parts, accountIds))];
  },
});

async function representing(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountIds: readonly string[],
): Promise<readonly RecoveryPerson[]> {
  const now = clock.now();
  const rows = await db.read(representatives, [accountIds, now]);
  return rows
    .filter(row => holdsOn(row, dayAt(row.timeZone, now)))
    .map(({ accountId, associationId, rootId, givenName, familyName }) => ({
      accountId,
      associationId,
      rootId,
      givenName,
      familyName,
      // Mail goes to what the account itself has on file, whoever asks for it.
      contactEmail: null,
      represents: true,
    }));
}
