import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { realmAdministratorsAmong } from '../../associations/index.ts';
import type { AccountKind } from '../account.enums.ts';
import { OWN_ADDRESS_COLUMNS, type OwnAddress } from '../addresses.ts';
import { WHOLE_REALM } from '../sign-in-identifier.entity.ts';
import { identifierKey } from '../username.ts';
import { recoveryClaims, type RecoveryPerson } from './recovery-claims.ts';
import { recoveryRulesHeld, type RecoveryRules } from './recovery-policy.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';

interface AccountFacts {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly username: string | null;
  readonly locale: Locale;
  readonly disabledAt: Date | null;
}

/** An account that fits what was typed, and all that decides what it is mailed. */
export interface Recoverable extends AccountFacts {
  readonly addresses: readonly OwnAddress[];
  readonly persons: readonly RecoveryPerson[];
  /** The associations where it holds something now. */
  readonly heldIn: readonly string[];
  readonly administersRealm: boolean;
  /** Of the associations where it holds something; of the one that was asked where it holds nothing. */
  readonly rules: readonly RecoveryRules[];
}

// An address that waits for its confirmation is not the account's yet, unless it is the only one on file.
const candidates = statement<AccountFacts>(
  'recovery-candidates',
  `select id, kind, username, locale, disabled_at as "disabledAt" from account
   where id = any ($5::uuid[])
     or id in (select account_id from account_address
       where normalized = $4 and (is_primary or verified_at is not null))
     or id in (select account_id from sign_in_identifier where value = $1 and (
       (kind = 'USERNAME' and association_id = $3)
       or (kind = 'MEMBER_NUMBER' and association_id in (select id from association where root_id = $2))))
   order by id`,
);

const addressesOf = statement<OwnAddress & { readonly accountId: AccountId }>(
  'recovery-addresses',
  `select account_id as "accountId", ${OWN_ADDRESS_COLUMNS}
   from account_address where account_id = any ($1::uuid[]) order by is_primary desc, added_at, id`,
);

/**
 * The accounts behind what was typed: by username in any letter case, by an address of the account or of its people,
 * by a member number of the tree that was asked. A reminder goes by address alone.
 */
export async function findRecoverable(
  parts: Parts,
  kind: RecoveryKind,
  identifier: string,
  asked: RecoveryRules,
): Promise<readonly Recoverable[]> {
  const claims = parts.ports.of(recoveryClaims);
  const address = readEmailAddress(identifier);
  const key = kind === 'PASSWORD_RESET' ? identifierKey(identifier.trim().normalize('NFC')) : null;
  const found = await parts.db.read(candidates, [
    key,
    asked.rootId,
    WHOLE_REALM,
    address?.normalized ?? null,
    await accountsWrittenToAt(parts, address),
  ]);
  const ids = found.map(account => account.id);
  const addresses = await parts.db.read(addressesOf, [ids]);
  const persons = await claims.personsOf(parts, ids);
  const held = await recoveryRulesHeld(parts, ids);
  const administrators = await realmAdministratorsAmong(parts, ids);
  return found.map(account => {
    const rules = held.filter(one => one.accountId === account.id);
    return {
      ...account,
      addresses: addresses.filter(one => one.accountId === account.id),
      persons: persons.filter(one => one.accountId === account.id),
      heldIn: rules.map(({ associationId }) => associationId),
      administersRealm: administrators.includes(account.id),
      rules: rules.length > 0 ? rules : [asked],
    };
  });
}

const accountsWrittenToAt = (parts: Parts, address: EmailAddress | null): Promise<readonly AccountId[]> =>
  address === null ? Promise.resolve([]) : parts.ports.of(recoveryClaims).accountsAt(parts, address);
