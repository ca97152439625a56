import type { Context, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { readSecret } from '../../platform/secrets/one-time-secret.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmationRefusals } from './confirmation-refusals.ts';
import { EMAIL_ADDITION, EMAIL_CHANGE, EMAIL_CONFIRMATION, type EmailSecretFacts } from './email-secrets.ts';
import { ADDRESS_REPLACEMENT_CONTEST } from './lost-address/ask-address-replacement.ts';
import { contestAddressReplacement } from './lost-address/contest-address-replacement.ts';
import { contestSecondFactorReset } from './second-factors/contest-second-factor-reset.ts';
import { FACTOR_RESET_CONTEST } from './second-factors/reset-second-factors.ts';

/** What somebody can do by a link that leads to the page `EMAIL_CONFIRMATION`. */
export type EmailLinkKind = 'CONFIRM' | 'KEEP_FACTORS' | 'KEEP_ADDRESS';

export interface EmailLink {
  readonly kind: EmailLinkKind;
  readonly state: 'USABLE' | 'USED' | 'REPLACED' | 'EXPIRED';
  /** Of the tree for which it was mailed. */
  readonly rootId: string;
}

const KINDS: readonly (readonly [purpose: string, EmailLinkKind])[] = [
  [EMAIL_CHANGE, 'CONFIRM'],
  [EMAIL_CONFIRMATION, 'CONFIRM'],
  [EMAIL_ADDITION, 'CONFIRM'],
  [FACTOR_RESET_CONTEST, 'KEEP_FACTORS'],
  [ADDRESS_REPLACEMENT_CONTEST, 'KEEP_ADDRESS'],
];

const TREES = {
  // Any that the account has something to do with: what is confirmed is the same in all of them.
  CONFIRM: statement<{ rootId: string }>(
    'email-link-tree-of-account',
    `select a.root_id as "rootId" from account_holding h join association a on a.id = h.association_id
     where h.account_id = $1 order by a.root_id limit 1`,
  ),
  KEEP_FACTORS: statement<{ rootId: string }>(
    'email-link-tree-of-factor-reset',
    `select a.root_id as "rootId" from factor_reset r join association a on a.id = r.association_id where r.id = $1`,
  ),
  KEEP_ADDRESS: statement<{ rootId: string }>(
    'email-link-tree-of-replacement',
    `select a.root_id as "rootId" from address_replacement r join association a on a.id = r.association_id
     where r.id = $1`,
  ),
} as const;

/** What a link is for and in which tree, without using it up; null for one that never was. */
export async function findEmailLink(
  parts: Pick<Parts, 'db' | 'clock'>,
  token: string,
): Promise<EmailLink | null> {
  for (const [purpose, kind] of KINDS) {
    const found = await readSecret<Partial<EmailSecretFacts>>(parts, purpose, token);
    if (found.state === 'UNKNOWN') continue;
    const [tree] = await parts.db.read(TREES[kind], [found.facts.accountId ?? found.subjectId]);
    return tree ? { kind, state: found.state, rootId: tree.rootId } : null;
  }
  return null;
}

/** Refuses a link that is of no use any more, before anybody is asked to press a button. */
export async function demandUsableLink(context: Context, { state }: EmailLink): Promise<void> {
  const refusals = await confirmationRefusals(context);
  if (state !== 'USABLE') return refusals[state]();
}

/** Does what the link is for, once. */
export async function useEmailLink(context: Context, kind: EmailLinkKind, token: string): Promise<void> {
  const input = { token, idempotencyKey: undefined };
  if (kind === 'CONFIRM') await confirmEmail(context, input);
  else if (kind === 'KEEP_FACTORS') await contestSecondFactorReset(context, input);
  else await contestAddressReplacement(context, input);
}
