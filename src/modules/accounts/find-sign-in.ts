import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { clientOf } from './actor-of.ts';
import { demandsReset, isKnownHash } from './old-passwords/index.ts';
import type { IdentifierKind } from './account.enums.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';
import { identifierKey } from './username.ts';

interface Candidate {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly accountId: AccountId;
  readonly username: string | null;
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
  readonly exactCase: boolean;
  readonly resetDemanded: boolean;
}

export interface SignInFound {
  /** Under which guesses are counted: the account's, or that of an identifier which is nobody's. */
  readonly guessKey: string;
  /** The account that may sign in so; null for whatever reason it may not. */
  readonly account: { readonly id: AccountId; readonly passwordHash: string } | null;
}

const candidates = statement<Candidate>(
  'sign-in-candidates',
  `select i.kind, i.value, a.id as "accountId", a.username, a.password_hash as "passwordHash", a.disabled_at as "disabledAt",
     exists (
       select from account_holding h join association b on b.id = h.association_id
       where h.account_id = a.id and h.from_at <= $5 and (h.to_at is null or h.to_at > $5) and b.username_case = 'EXACT'
     ) as "exactCase", ${demandsReset('$5')} as "resetDemanded"
   from sign_in_identifier i join account a on a.id = i.account_id
   where i.value in ($1, $2) and (
     (i.kind = 'USERNAME' and i.value = $1 and i.association_id = $4)
     or (i.kind = 'EMAIL' and i.value = $2 and i.association_id = $4)
     or (i.kind = 'MEMBER_NUMBER' and i.value = $1
       and i.association_id in (select id from association where root_id = $3))
   )`,
);

/**
 * The account behind what a person typed. An identifier that fits two accounts fits none. Guesses are counted for
 * the account before the case of its username is looked at, so that counting tells nothing about it.
 */
export async function findSignIn(context: Context, identifier: string): Promise<SignInFound> {
  const typed = identifier.trim().normalize('NFC');
  const key = identifierKey(typed);
  const address = readEmailAddress(typed)?.normalized ?? key;
  const rows = await context.db.read(candidates, [
    key,
    address,
    clientOf(context).rootId,
    WHOLE_REALM,
    context.clock.now(),
  ]);

  const [first] = rows;
  if (!first || rows.some(row => row.accountId !== first.accountId)) {
    return { guessKey: `nobody:${address}`, account: null };
  }
  const { accountId: id, passwordHash, disabledAt, resetDemanded } = first;
  const fits = rows.some(
    row =>
      row.kind !== 'USERNAME' || !row.exactCase || row.username?.normalize('NFC') === typed || isFormer(row),
  );
  const open = fits && disabledAt === null;
  const signsIn = passwordHash !== null && !(resetDemanded && isKnownHash(passwordHash));
  return { guessKey: id, account: open && signsIn ? { id, passwordHash } : null };
}

/** Of an account that was joined to this one: in which case it was typed is not kept. */
const isFormer = ({ value, username }: Candidate): boolean =>
  username === null || identifierKey(username) !== value;
