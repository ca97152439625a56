import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { RateLimited } from '../../platform/graphql/faults.ts';
import { InputIssue, InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import type { Budget } from '../../platform/http/limits.ts';
import { accountPorts } from './account.ports.ts';
import { clientOf } from './actor-of.ts';
import { accountHolds } from './holdings.ts';
import { passwordProfile, STANDARD_PROFILE } from './password-profiles.ts';
import { brokenRules, passwordRules, type PasswordRules } from './password-rules.ts';
import { readResetToken } from './recovery/reset-token.ts';

interface Asking {
  readonly profile: string;
  readonly asksUsername: boolean;
}

const readAsking = statement<Asking>(
  'association-asks-of-accounts',
  `select password_profile as profile, identifier_policy = 'USERNAME' as "asksUsername"
   from association where id = any ($1::uuid[])`,
);

/** What a token may lead to is asked for this often, or the answers would help to guess one. */
const LOOK_UPS: Budget = { name: 'password-policy-visitor', points: 60, seconds: 900 };

/** The rules of all these associations together; of none, the standard ones. */
export async function passwordPolicyFor(
  { db }: Pick<Context, 'db'>,
  { associationIds }: { readonly associationIds: readonly string[] },
): Promise<PasswordRules> {
  return rulesOf(await db.read(readAsking, [associationIds]));
}

/** What all these associations together ask of whoever opens an account. */
export async function askedOfNewAccount(
  tx: Tx,
  associationIds: readonly string[],
): Promise<{ readonly rules: PasswordRules; readonly asksUsername: boolean }> {
  const rows = await within(tx, readAsking, [associationIds]);
  return { rules: rulesOf(rows), asksUsername: rows.some(row => row.asksUsername) };
}

/** The rules for a password of this account: those of all associations in which it holds something. */
export async function passwordPolicyOfAccount(context: Context, accountId: string): Promise<PasswordRules> {
  const held = (await accountHolds(context, accountId)).map(holding => holding.associationId);
  const associationIds = held.length > 0 ? held : [clientOf(context).associationId];
  return passwordPolicyFor(context, { associationIds });
}

export interface PolicyQuestion {
  readonly invitationCode: string | null;
  readonly resetToken: string | null;
}

/** The rules for whoever is about to choose a password: by the secret in hand, else by who is signed in. */
export async function passwordPolicyAsked(
  context: Context,
  { invitationCode, resetToken }: PolicyQuestion,
): Promise<PasswordRules> {
  if (resetToken !== null) {
    await spendLookUp(context);
    const reset = await readResetToken(context, resetToken);
    if (reset.state === 'USABLE') return passwordPolicyOfAccount(context, reset.subjectId);
  }
  if (invitationCode !== null) {
    const associationIds = await context.ports
      .of(accountPorts)
      .associationsOfInvitation(context, invitationCode);
    if (associationIds.length > 0) return passwordPolicyFor(context, { associationIds });
  }
  if (context.actor) return passwordPolicyOfAccount(context, context.actor.accountId);
  return passwordPolicyFor(context, { associationIds: [clientOf(context).associationId] });
}

/** Each rule that the password breaks, by name and in words. */
export function judgePassword(
  { wording }: Pick<Context, 'wording'>,
  rules: PasswordRules,
  {
    field,
    password,
    personal,
  }: { readonly field: string; readonly password: string; readonly personal: readonly string[] },
): InputIssue[] {
  return brokenRules(rules, password, personal).map(
    ({ code, minimum }) =>
      new InputIssue({
        path: ['input', field],
        code: InputIssueCode.PASSWORD_RULE,
        rule: code,
        message: wording.of(`accounts.passwordFault.${code}`, { minimum, maximum: rules.maxLength }),
      }),
  );
}

function rulesOf(rows: readonly Asking[]): PasswordRules {
  const names = rows.length > 0 ? rows.map(row => row.profile) : [STANDARD_PROFILE];
  return passwordRules([...new Set(names)].map(passwordProfile));
}

async function spendLookUp({ limits, visitor }: Context): Promise<void> {
  const { allowed, retryAfterSeconds } = await limits.spend(LOOK_UPS, visitor.address);
  if (!allowed) throw new RateLimited(retryAfterSeconds);
}
