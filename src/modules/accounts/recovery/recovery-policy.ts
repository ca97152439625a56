import type { AccountId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { RecoveryPolicy } from '../../associations/index.ts';

/** What one association says of recovery. */
export interface RecoveryRules {
  readonly associationId: string;
  readonly rootId: string;
  readonly recoveryPolicy: RecoveryPolicy;
  readonly resetLinkMinutes: number;
  readonly supportPhone: string | null;
  readonly supportTollFreePhone: string | null;
}

const COLUMNS = `b.id as "associationId", b.root_id as "rootId", b.recovery_policy as "recoveryPolicy",
  b.reset_link_minutes as "resetLinkMinutes", b.support_phone as "supportPhone",
  b.support_toll_free_phone as "supportTollFreePhone"`;

const rulesOfAssociation = statement<RecoveryRules>(
  'recovery-rules',
  `select ${COLUMNS} from association b where b.id = $1`,
);

const rulesOfHoldings = statement<RecoveryRules & { readonly accountId: AccountId }>(
  'recovery-rules-of-holdings',
  `select h.account_id as "accountId", ${COLUMNS}
   from account_holding h join association b on b.id = h.association_id
   where h.account_id = any ($1::uuid[]) and h.from_at <= $2 and (h.to_at is null or h.to_at > $2)
   order by h.from_at, b.code`,
);

export async function recoveryRulesOf(
  { db }: Pick<Parts, 'db'>,
  associationId: string,
): Promise<RecoveryRules> {
  const [rules] = await db.read(rulesOfAssociation, [associationId]);
  if (!rules) throw new Error('the association of a request is gone');
  return rules;
}

/** Of every association where one of the accounts holds something now. */
export const recoveryRulesHeld = (
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountIds: readonly string[],
): Promise<(RecoveryRules & { readonly accountId: AccountId })[]> =>
  db.read(rulesOfHoldings, [accountIds, clock.now()]);

/** What all of them together ask, and where: the strictest decides, whichever client was used. */
export function strictest(rules: readonly RecoveryRules[]): {
  readonly asksNames: RecoveryRules | null;
  readonly resetLinkMinutes: number;
} {
  return {
    asksNames: rules.find(one => one.recoveryPolicy === 'IDENTIFIER_AND_NAMES') ?? null,
    resetLinkMinutes: Math.min(...rules.map(one => one.resetLinkMinutes)),
  };
}
