import { readEmailAddress } from '../../kernel/email-address.ts';
import { newId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { AccountEntity } from './account.entity.ts';
import { AccountKind } from './account.enums.ts';
import { AddressHasAccount } from './account.problems.ts';
import { addVerifiedAddress } from './addresses.ts';
import { judgeUsername, takeUsername } from './choose-username.ts';
import { askedOfNewAccount, judgePassword } from './password-policy.ts';

export interface NewAccount {
  /** One person's where nothing is said. */
  readonly kind?: AccountKind;
  /** Null where the associations ask for none: the address signs in. */
  readonly username: string | null;
  readonly password: string;
  /** Of that password, made ahead: hashing is slow, and a transaction that waits for it holds others up. */
  readonly passwordHash?: string | undefined;
  /**
   * As typed. Whoever calls has proof that the person reads mail there. Null for somebody without one: whoever calls
   * sees to it that something else signs in.
   */
  readonly address: string | null;
  /** Where the account will hold something: their rules apply together. */
  readonly associationIds: readonly string[];
  readonly locale: Locale;
  /** Words that the password must not be made of: the person's names. */
  readonly personal: readonly string[];
}

/**
 * Opens an account in the caller's transaction. Refuses with every fault of username and password at once; unique
 * indexes decide who gets an address and a username, not a look-up.
 */
export async function openAccount(context: Context, tx: Tx, wanted: NewAccount): Promise<AccountEntity> {
  const { clock, random, passwords } = context;
  const { username, password, associationIds } = wanted;
  const address = wanted.address === null ? null : readEmailAddress(wanted.address);
  if (wanted.address !== null && !address)
    throw new RangeError('an account is opened with an address that can be mailed to');

  const personal = [...wanted.personal, address?.typed, username].filter(word => typeof word === 'string');
  const asked = await askedOfNewAccount(tx, associationIds);
  const issues = [
    ...judgeUsername(context, username, asked),
    ...judgePassword(context, asked.rules, { field: 'password', password, personal }),
  ];
  if (issues.length > 0) refuse(new InvalidInput(issues));

  const now = clock.now();
  const account = Object.assign(new AccountEntity(), {
    id: newId<'Account'>(clock, random),
    kind: wanted.kind ?? AccountKind.INDIVIDUAL,
    username,
    passwordHash: wanted.passwordHash ?? (await passwords.hash(password)),
    passwordChangedAt: now,
    locale: wanted.locale,
    openedAt: now,
    disabledAt: null,
  });
  await tx.insert(AccountEntity, account);
  if (address && !(await addVerifiedAddress(context, tx, account.id, address))) {
    refuse(new AddressHasAccount(new NextStep(NextStepKind.SIGN_IN)));
  }
  if (username !== null) await takeUsername(context, tx, account.id, username);
  await recordAudit(context, tx, {
    act: 'openAccount',
    subjectKind: 'Account',
    subjectId: account.id,
    associationId: associationIds[0] ?? null,
    after: {
      kind: account.kind,
      locale: account.locale,
      withUsername: username !== null,
      withAddress: address !== null,
    },
  });
  return account;
}
