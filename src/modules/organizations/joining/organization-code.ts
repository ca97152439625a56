import type { OrganizationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Budget, Spent } from '../../../platform/http/limits.ts';
import { refuse } from '../../../platform/problem.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { readTypedCode } from '../../../platform/secrets/typed-code.ts';
import { actorOf } from '../../accounts/index.ts';
import {
  askOrganization,
  OrganizationCodeExpired,
  OrganizationCodeReplaced,
  OrganizationCodeTurnedOff,
  OrganizationCodeUnknown,
} from './joining.problems.ts';
import type { CodeEnd } from './organization-code.entity.ts';

/** A code stands through the last instant of its last day, by the association's calendar. */
export const CODE_DAYS = 90;

const TEN_MINUTES = 600;
const GUESSES_OF_VISITOR: Budget = { name: 'organization-code-visitor', points: 30, seconds: TEN_MINUTES };
const GUESSES_OF_ACCOUNT: Budget = { name: 'organization-code-account', points: 30, seconds: TEN_MINUTES };
/** High, because everybody who uses a site shares it; it stops a guesser who changes addresses and accounts. */
const GUESSES_OF_CLIENT: Budget = { name: 'organization-code-client', points: 3_000, seconds: TEN_MINUTES };

interface CodeState {
  readonly expiresAt: Date;
  readonly endedWhy: CodeEnd | null;
}

export interface HeldCode extends CodeState {
  readonly id: string;
  readonly organizationId: OrganizationId;
}

// The tree is asked for at once: a code of elsewhere costs what one costs that never was.
const byDigest = statement<HeldCode>(
  'organization-code-by-digest',
  `select c.id, c.organization_id as "organizationId", c.expires_at as "expiresAt", c.ended_why as "endedWhy"
   from organization_code c
   join organization o on o.id = c.organization_id
   join association a on a.id = o.association_id
   where c.digest = $1 and a.root_id = $2`,
);
const use = statement<{ readonly id: string }>(
  'organization-code-use',
  `update organization_code set uses = uses + 1
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);
const stateOf = statement<CodeState>(
  'organization-code-state',
  'select expires_at as "expiresAt", ended_why as "endedWhy" from organization_code where id = $1',
);

/**
 * What a typed code leads to in the caller's tree. Each miss counts; whoever holds a code, even one that no longer
 * works, gets the attempt back.
 */
export async function guessOrganizationCode(context: Context, typed: string): Promise<HeldCode> {
  const { visitor, client, limits } = context;
  const counted: Spent[] = [];
  for (const [budget, key] of [
    [GUESSES_OF_VISITOR, visitor.address],
    [GUESSES_OF_ACCOUNT, actorOf(context).accountId],
    [GUESSES_OF_CLIENT, client?.id ?? 'none'],
  ] as const) {
    const spent = await limits.spend(budget, key);
    if (!spent.allowed) refuse(new TooManyAttempts(spent.retryAfterSeconds));
    counted.push(spent);
  }
  const code = readTypedCode(typed);
  const [held] = code === null ? [] : await context.db.read(byDigest, [digest(code), client?.rootId]);
  if (!held) refuse(new OrganizationCodeUnknown(askOrganization()));
  for (const one of counted) await one.giveBack();
  return held;
}

/** Counts a use, or says why the code cannot be used any more. */
export async function claimOrganizationCode({ clock }: Context, tx: Tx, { id }: HeldCode): Promise<void> {
  const used = await within(tx, use, [id, clock.now()]);
  if (used.length > 0) return;
  const [state] = await within(tx, stateOf, [id]);
  if (state?.endedWhy === 'REPLACED') refuse(new OrganizationCodeReplaced(askOrganization()));
  if (!state || state.endedWhy === 'TURNED_OFF') refuse(new OrganizationCodeTurnedOff(askOrganization()));
  refuse(new OrganizationCodeExpired(state.expiresAt, askOrganization()));
}
