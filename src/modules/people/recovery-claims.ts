import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import type { RecoveryClaims, RecoveryPerson } from '../accounts/index.ts';

const personsOf = statement<RecoveryPerson>(
  'recovery-persons',
  `select p.account_id as "accountId", p.association_id as "associationId", a.root_id as "rootId", p.given_name as "givenName",
     p.family_name as "familyName", p.contact_email as "contactEmail"
   from person p join association a on a.id = p.association_id
   where p.account_id = any ($1::uuid[]) order by p.added_at, p.id`,
);

// The address was kept as somebody typed it; the domain may be written in either of its two alphabets.
const accountsAt = statement<{ readonly accountId: AccountId }>(
  'recovery-accounts-at',
  `select distinct account_id as "accountId" from person
   where lower(contact_email) in ($1, lower($2)) and account_id is not null`,
);

/** What people on file say for an account that is to be opened again. */
export const recoveryClaimsOfPeople: RecoveryClaims = {
  personsOf: ({ db }: Pick<Parts, 'db'>, accountIds) => db.read(personsOf, [accountIds]),
  async accountsAt({ db }: Pick<Parts, 'db'>, { typed, normalized }: EmailAddress) {
    return (await db.read(accountsAt, [normalized, typed])).map(({ accountId }) => accountId);
  },
};
