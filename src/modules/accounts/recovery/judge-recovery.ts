import type { EmailAddress } from '../../../kernel/email-address.ts';
import { AccountKind } from '../account.enums.ts';
import type { Recoverable } from './find-recoverable.ts';
import { mailboxOf } from './mailbox-of.ts';
import { mailboxSuffices } from './mailbox-suffices.ts';
import { namesMatch } from './names-match.ts';
import type { RecoveryAsked } from './recovery-asked.ts';
import { strictest, type RecoveryRules } from './recovery-policy.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';

/** Why somebody is asked to call instead. */
export type CallReason = 'NOT_SERVED' | 'NO_NAMES' | 'NON_PERSONAL';

export type Verdict =
  | { readonly kind: 'SERVE' }
  | { readonly kind: 'NAMES_DIFFER' }
  | { readonly kind: 'NAMES_MISSING' }
  | { readonly kind: 'CALL_US'; readonly reason: CallReason };

const NOT_SERVED: Verdict = { kind: 'CALL_US', reason: 'NOT_SERVED' };

/** What an account's mailbox is told, and by whom. */
export interface Judged {
  readonly account: Recoverable;
  readonly to: EmailAddress;
  readonly verdict: Verdict;
  /** Whose brand the mail wears, and where its link leads. */
  readonly home: RecoveryRules;
  readonly linkMinutes: number;
}

/** What each account is mailed. One without any address on file is mailed nothing. */
export function judgeRecovery(
  kind: RecoveryKind,
  accounts: readonly Recoverable[],
  typed: RecoveryAsked,
  asked: RecoveryRules,
): readonly Judged[] {
  const judged = accounts.flatMap((account): Judged[] => {
    const to = mailboxOf(account, typed);
    if (to === null) return [];
    const { asksNames, resetLinkMinutes: linkMinutes } = strictest(account.rules);
    const verdict = mailboxSuffices(account, to)
      ? verdictOn(kind, account, asksNames === null ? 'NOT_ASKED' : typed.names)
      : NOT_SERVED;
    // The form to start again from is one that asks for names.
    const home = (verdict.kind === 'NAMES_MISSING' ? asksNames : null) ?? homeOf(account, asked);
    return [{ account, to, verdict, home, linkMinutes }];
  });
  return judged.filter(one => !isBeside(one, judged));
}

function verdictOn(
  kind: RecoveryKind,
  { kind: accountKind, disabledAt, persons }: Recoverable,
  names: RecoveryAsked['names'] | 'NOT_ASKED',
): Verdict {
  if (disabledAt !== null) return NOT_SERVED;
  if (kind === 'USERNAME_REMINDER' && accountKind === AccountKind.NON_PERSONAL)
    return { kind: 'CALL_US', reason: 'NON_PERSONAL' };
  if (names === 'NOT_ASKED') return { kind: 'SERVE' };
  if (persons.length === 0) return { kind: 'CALL_US', reason: 'NO_NAMES' };
  if (names === null) return { kind: 'NAMES_MISSING' };
  return { kind: persons.some(person => namesMatch(names, person)) ? 'SERVE' : 'NAMES_DIFFER' };
}

/** The association that was asked, if the account holds something in its tree; trees do not speak of each other. */
const homeOf = ({ rules }: Recoverable, asked: RecoveryRules): RecoveryRules =>
  rules.some(one => one.rootId === asked.rootId) ? asked : (rules[0] ?? asked);

/** In a mailbox that two share, the names of one are not those of the other: whoever is served hears no more. */
const isBeside = ({ to, verdict }: Judged, all: readonly Judged[]): boolean =>
  (verdict.kind === 'NAMES_DIFFER' || verdict.kind === 'NAMES_MISSING') &&
  all.some(other => other.verdict.kind === 'SERVE' && other.to.normalized === to.normalized);
