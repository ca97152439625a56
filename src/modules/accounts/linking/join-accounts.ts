import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { adoptMails } from '../../../platform/mail/index.ts';
import { takeOverRealmAdministration, takeOverStaffAssignments } from '../../associations/index.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { killOutstandingSecrets } from '../email-secrets.ts';
import { endOtherSessions } from '../end-session.ts';
import { holdOpenReplacement } from '../lost-address/open-replacement.ts';
import { tellStopped } from '../lost-address/replacement-news.ts';
import { endReplacement } from '../lost-address/stop-address-replacement.ts';
import { dropFactors } from '../second-factors/drop-factors.ts';
import { everyAddressOf, tellAddresses } from '../tell-every-address.ts';
import type { BothAccounts } from './hold-both.ts';
import { accountsLinked } from './link.mails.ts';
import { linkingPorts } from './linking.ports.ts';
import { moveBelongings } from './move-belongings.ts';

/**
 * Makes two accounts one, which both are held and proved. The signed-in one keeps its password and second factors and
 * gets everything else of the other, which is closed for good. Every address of both is told.
 */
export async function joinAccounts(context: Context, tx: Tx, both: BothAccounts): Promise<void> {
  const { associationId } = clientOf(context);
  const joined = { kept: both.kept.id, other: both.other.id };
  const mailboxes = await mailboxesOf(tx, both);
  await stopReplacement(context, tx, joined.other);
  for (const id of [joined.kept, joined.other]) await killOutstandingSecrets(context, tx, id);
  const sessionsEnded = await endSessions(context, tx, joined.other);
  await dropFactors(tx, joined.other);
  await moveBelongings(context, tx, joined);
  await adoptMails(tx, { from: joined.other, to: joined.kept });

  const found: Readonly<Record<string, number>>[] = [
    await takeOverStaffAssignments(tx, { from: joined.other, to: joined.kept }),
    await takeOverRealmAdministration(tx, { from: joined.other, to: joined.kept }),
  ];
  for (const takeOver of context.ports.of(linkingPorts).takeOver)
    found.push(await takeOver(context, tx, joined));

  await tellAddresses(
    context,
    tx,
    { associationId, mailboxes },
    { letter: accountsLinked, values: keptAs(both, mailboxes) },
  );
  const entry = { act: 'linkAccounts', subjectKind: 'Account', associationId };
  const moved = Object.assign({}, ...found) as object;
  await recordAudit(context, tx, {
    ...entry,
    subjectId: joined.kept,
    after: { linked: joined.other, sessionsEnded, ...moved },
  });
  await recordAudit(context, tx, { ...entry, subjectId: joined.other, after: { linkedInto: joined.kept } });
}

/** Both accounts' addresses, the kept one's first, as mailboxes of the kept one. */
async function mailboxesOf(tx: Tx, { kept, other }: BothAccounts) {
  const found = [...(await everyAddressOf(tx, kept.id)), ...(await everyAddressOf(tx, other.id))];
  return found.map(mailbox => ({ ...mailbox, isKept: mailbox.accountId === kept.id, accountId: kept.id }));
}

/** As whom the person knows the account whose password counts from here on. */
function keptAs(
  { kept }: BothAccounts,
  mailboxes: readonly { readonly address: string; readonly isKept: boolean }[],
): { readonly kept: string | null } {
  const own = mailboxes.find(({ isKept }) => isKept);
  return { kept: kept.username ?? (own ? maskEmailAddress(own.address) : null) };
}

/** Staff had asked for another address in the place of one that its account has no more. */
async function stopReplacement(context: Context, tx: Tx, accountId: string): Promise<void> {
  const open = await holdOpenReplacement(tx, accountId);
  if (!open) return;
  await endReplacement(context, tx, open.id, 'IMPOSSIBLE');
  await tellStopped(context, tx, open, { why: 'IMPOSSIBLE', by: null });
}

async function endSessions(context: Context, tx: Tx, otherId: string): Promise<number> {
  const why = 'ACCOUNTS_JOINED';
  return (
    (await endOtherSessions(context, tx, { ...actorOf(context), why })) +
    (await endOtherSessions(context, tx, { accountId: otherId, sessionId: null, why }))
  );
}
