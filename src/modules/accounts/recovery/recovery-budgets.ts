import type { EmailAddress } from '../../../kernel/email-address.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Budget, Limits, Spent } from '../../../platform/http/limits.ts';
import { RESET_LINK_MINUTES } from '../../associations/index.ts';
import type { Judged } from './judge-recovery.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';

const HOUR = 60 * 60;

/**
 * Half the shortest life of a link: of two requests this far apart, the second is answered while the link from before
 * the first still works.
 */
const AJAR_SECONDS = (RESET_LINK_MINUTES.min * 60) / 2;

/** Into one mailbox, however many identifiers lead there. What one kind of mail spends closes no other. */
const LINKS: Budget = { name: 'recovery-mailbox-links', points: 10, seconds: HOUR };
const REMINDERS: Budget = { name: 'recovery-mailbox-reminders', points: 10, seconds: HOUR };
/** That names differ or are missing, or whom to call: what strangers can cause without knowing anything. */
const NOTICES: Budget = { name: 'recovery-mailbox-notices', points: 5, seconds: HOUR };
/** To an address that nobody has, whoever types it. */
const NO_ACCOUNT: Budget = { name: 'recovery-no-account', points: 1, seconds: 24 * HOUR };

/** Spends a budget that nobody closes by spending it: when it is used up, one more passes every few minutes. */
export async function spendAjar(limits: Limits, budget: Budget, key: string): Promise<Spent> {
  const spent = await limits.spend(budget, key);
  if (spent.allowed) return spent;
  const late = await limits.spend({ name: `${budget.name}-ajar`, points: 1, seconds: AJAR_SECONDS }, key);
  return late.allowed || late.retryAfterSeconds < spent.retryAfterSeconds ? late : spent;
}

/** What the mails of one answer cost their mailboxes. */
export interface MailBudgets {
  /** Those that are still sent. */
  open(kind: RecoveryKind, judged: readonly Judged[]): Promise<readonly Judged[]>;
  /** Whether an address that nobody has may be told so. */
  opensStranger(address: EmailAddress): Promise<boolean>;
}

export function mailBudgets({ limits }: Pick<Parts, 'limits'>): MailBudgets {
  const maySend = async (budget: Budget, mailbox: string): Promise<boolean> =>
    (budget === LINKS ? await spendAjar(limits, LINKS, mailbox) : await limits.spend(budget, mailbox))
      .allowed;

  return {
    async open(kind, judged) {
      const mails = new Map(judged.map(one => [mailOf(kind, one).key, mailOf(kind, one)]));
      const open = new Set<string>();
      // In one order: two answers that spend the same budgets must not wait for each other.
      const inOrder = [...mails].sort(([one], [other]) => (one < other ? -1 : 1));
      for (const [key, { budget, mailbox }] of inOrder) if (await maySend(budget, mailbox)) open.add(key);
      return judged.filter(one => open.has(mailOf(kind, one).key));
    },
    opensStranger: ({ normalized }) => maySend(NO_ACCOUNT, normalized),
  };
}

function mailOf(
  kind: RecoveryKind,
  { to, verdict }: Judged,
): { readonly key: string; readonly budget: Budget; readonly mailbox: string } {
  const served = kind === 'PASSWORD_RESET' ? LINKS : REMINDERS;
  const budget = verdict.kind === 'SERVE' ? served : NOTICES;
  return { key: `${budget.name} ${to.normalized}`, budget, mailbox: to.normalized };
}
