import type { AccountId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { inLanguage } from '../../associations/index.ts';
import type { Recoverable } from './find-recoverable.ts';

/** What signs in to an account besides its username, as one tree may say it. */
export interface KnownIdentifiers {
  readonly addresses: readonly string[];
  readonly memberNumbers: readonly { readonly association: string; readonly number: string }[];
}

export interface Identifiers {
  of(accountId: string, rootId: string, locale: Locale): KnownIdentifiers;
}

interface Row {
  readonly accountId: AccountId;
  readonly value: string;
  readonly rootId: string;
  readonly shortNameFr: string;
  readonly shortNameEn: string;
}

const memberNumbers = statement<Row>(
  'recovery-member-numbers',
  `select i.account_id as "accountId", i.value, b.root_id as "rootId", b.short_name_fr as "shortNameFr",
     b.short_name_en as "shortNameEn"
   from sign_in_identifier i join association b on b.id = i.association_id
   where i.account_id = any ($1::uuid[]) and i.kind = 'MEMBER_NUMBER' order by b.code, i.value`,
);

const addressesThatSignIn = statement<{ readonly accountId: AccountId; readonly address: string }>(
  'recovery-addresses-that-sign-in',
  `select d.account_id as "accountId", d.address
   from sign_in_identifier i join account_address d on d.normalized = i.value and d.account_id = i.account_id
   where i.account_id = any ($1::uuid[]) and i.kind = 'EMAIL' order by d.is_primary desc, d.added_at, d.id`,
);

/** Reads what signs in to these accounts. A member number is told by the tree in which it signs in, and by no other. */
export async function readIdentifiers(
  { db }: Pick<Parts, 'db'>,
  accountIds: readonly string[],
): Promise<Identifiers> {
  const numbers = await db.read(memberNumbers, [accountIds]);
  const addresses = await db.read(addressesThatSignIn, [accountIds]);
  return {
    of: (accountId, rootId, locale) => ({
      addresses: addresses.filter(one => one.accountId === accountId).map(({ address }) => address),
      memberNumbers: numbers
        .filter(one => one.accountId === accountId && one.rootId === rootId)
        .map(({ value, shortNameFr, shortNameEn }) => ({
          association: inLanguage(locale, shortNameFr, shortNameEn),
          // Kept in lower case, and typed in either.
          number: value.toUpperCase(),
        })),
    }),
  };
}

/** How a mail about several accounts names one of them: by its username, else by who uses it, else by its number. */
export function knownAs(
  { id, username, persons, locale }: Recoverable,
  rootId: string,
  identifiers: Identifiers,
): string | null {
  const names = persons
    .filter(person => person.rootId === rootId && person.represents !== true)
    .map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  const [number] = identifiers.of(id, rootId, locale).memberNumbers;
  const people = [...new Set(names)].join(', ');
  return username ?? (people === '' ? null : people) ?? number?.number ?? null;
}
