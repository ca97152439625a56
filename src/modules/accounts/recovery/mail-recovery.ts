import type { Locale } from '../../../kernel/locale.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { queueMail, type MailOrder } from '../../../platform/mail/queue-mail.ts';
import { supportPhonesOf } from '../../associations/index.ts';
import { helpUrl, pageUrl } from '../../integrations/index.ts';
import { holdAccount, type AccountRow } from '../account-state.ts';
import type { Judged } from './judge-recovery.ts';
import { knownAs, readIdentifiers, type Identifiers } from './known-as.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';
import {
  passwordResetLink,
  recoveryCallUs,
  recoveryNamesDiffer,
  recoveryNamesMissing,
  usernameReminder,
} from './recovery.mails.ts';
import { issueResetToken } from './reset-token.ts';

/** One mail: the accounts of one mailbox that are told the same by the same association. */
interface Letter {
  readonly entries: readonly (Judged & { readonly page: string })[];
  readonly first: Judged & { readonly page: string };
}

interface Prepared {
  readonly kind: RecoveryKind;
  readonly identifiers: Identifiers;
  /** As they are now: nobody changes them until the mails are queued. */
  readonly held: ReadonlyMap<string, AccountRow>;
}

type Sending = Pick<MailOrder<object>, 'to' | 'locale' | 'associationId' | 'accountId'>;

/** Reads what the mails say, and gives the act that queues them in the transaction that closes the request. */
export async function mailRecovery(
  parts: Parts,
  kind: RecoveryKind,
  judged: readonly Judged[],
): Promise<(tx: Tx) => Promise<void>> {
  const identifiers = await readIdentifiers(
    parts,
    judged.map(({ account }) => account.id),
  );
  const letters = await lettersOf(parts, kind, judged);
  return async tx => {
    const held = new Map<string, AccountRow>();
    // In the order in which they were found, by id: two requests must not wait for each other.
    for (const { account } of judged) held.set(account.id, await holdAccount(tx, account.id));
    for (const letter of letters) await sendOne(parts, tx, { kind, identifiers, held }, letter);
    for (const { account, home, verdict } of judged)
      await recordAudit(parts, tx, {
        act: kind === 'PASSWORD_RESET' ? 'answerPasswordReset' : 'answerUsernameReminder',
        subjectKind: 'Account',
        subjectId: account.id,
        associationId: home.associationId,
        after: { verdict: verdict.kind },
      });
  };
}

/** Where the mail leads: to choose a password, or to start again. */
function pageOf(parts: Parts, kind: RecoveryKind, { account, home, verdict }: Judged): Promise<string> {
  const { locale } = account;
  const { associationId } = home;
  if (verdict.kind !== 'NAMES_MISSING') return pageUrl(parts, associationId, 'PASSWORD_RESET', locale);
  const help = kind === 'PASSWORD_RESET' ? 'FORGOTTEN_PASSWORD' : 'FORGOTTEN_USERNAME';
  return helpUrl(parts, help, { associationId, locale });
}

async function lettersOf(
  parts: Parts,
  kind: RecoveryKind,
  judged: readonly Judged[],
): Promise<readonly Letter[]> {
  const letters = new Map<string, (Judged & { readonly page: string })[]>();
  for (const one of judged) {
    const page = await pageOf(parts, kind, one);
    const key = JSON.stringify([one.to.normalized, one.verdict, one.home.associationId]);
    letters.set(key, [...(letters.get(key) ?? []), { ...one, page }]);
  }
  return [...letters.values()].flatMap(entries => {
    // In a mailbox that several share, the mail is the one's whose own address it is.
    const first = entries.find(({ account }) => account.addresses.length > 0) ?? entries[0];
    return first ? [{ entries, first }] : [];
  });
}

async function sendOne(parts: Parts, tx: Tx, prepared: Prepared, letter: Letter): Promise<void> {
  const { kind, identifiers } = prepared;
  const { account, to, verdict, home, page } = letter.first;
  const { locale } = account;
  const sending: Sending = {
    to: to.typed,
    locale,
    associationId: home.associationId,
    accountId: account.id,
  };
  switch (verdict.kind) {
    case 'SERVE':
      if (kind === 'PASSWORD_RESET') return sendLinks(parts, tx, prepared, letter, sending);
      await queueMail(parts, tx, {
        ...sending,
        letter: usernameReminder,
        values: { entries: letter.entries.map(one => reminderOf(one, identifiers, locale)) },
      });
      return;
    case 'CALL_US': {
      const phones = supportPhonesOf(home, locale);
      const values = { kind, reason: verdict.reason, phones };
      await queueMail(parts, tx, { ...sending, letter: recoveryCallUs, values });
      return;
    }
    case 'NAMES_MISSING':
      await queueMail(parts, tx, { ...sending, letter: recoveryNamesMissing, values: { kind, page } });
      return;
    case 'NAMES_DIFFER':
      await queueMail(parts, tx, { ...sending, letter: recoveryNamesDiffer, values: { kind } });
  }
}

async function sendLinks(
  parts: Parts,
  tx: Tx,
  { identifiers, held }: Prepared,
  { entries }: Letter,
  sending: Sending,
): Promise<void> {
  const minutes = Math.min(...entries.map(entry => entry.linkMinutes));
  const links = [];
  for (const entry of entries) {
    const now = held.get(entry.account.id);
    if (!now || now.disabledAt !== null) continue;
    const { page, home, to } = entry;
    const { id, passwordHash } = now;
    const issued = await issueResetToken(parts, tx, id, { address: to.typed, rootId: home.rootId }, minutes);
    const account = knownAs(entry.account, home.rootId, identifiers);
    links.push({ issued, entry: { page, account, firstAccess: passwordHash === null, accountId: id } });
  }
  const [first] = links;
  if (!first) return;
  await queueMail(parts, tx, {
    ...sending,
    letter: passwordResetLink,
    values: { minutes, entries: links.map(({ entry }) => entry) },
    secret: links.map(({ issued }) => issued.secret).join(' '),
    sendBefore: first.issued.expiresAt,
  });
}

function reminderOf({ account, home }: Judged, identifiers: Identifiers, locale: Locale) {
  const known = identifiers.of(account.id, home.rootId, locale);
  return { account: knownAs(account, home.rootId, identifiers), username: account.username, ...known };
}
