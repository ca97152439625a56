import { dayAt, endOfDay } from '../../../kernel/deadline.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { refuse } from '../../../platform/problem.ts';
import { officeLanguage, type AssociationEntity } from '../../associations/index.ts';
import { displayNameOf } from '../../people/index.ts';
import { nameOf } from '../name-of.ts';
import { tellPerson } from '../tell-person.ts';
import type { Handover } from './pass-on.ts';
import { handoverAwaiting, handoverToApprove } from './handover-approval.mails.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { STANDS } from './principal-handover.rows.ts';

/** An accepted offer waits for the association through the last instant of its last day. */
export const APPROVAL_DAYS = 30;

const accept = statement<{ id: string }>(
  'principal-handover-accept',
  `update principal_handover h set accepted_at = $2, expires_at = $3
   where h.id = $1 and h.accepted_at is null and ${STANDS} returning h.id`,
);

/** The offer is accepted and waits; nothing changes for either until staff have decided, whom a mail asks to. */
export async function askForApproval(
  context: Context,
  tx: Tx,
  { handover, organization, from, to, association }: Handover & { readonly association: AssociationEntity },
): Promise<void> {
  const now = context.clock.now();
  const { id: associationId, timeZone, languagePolicy, supportEmail } = association;
  const expiresAt = endOfDay(addDays(dayAt(timeZone, now), APPROVAL_DAYS), timeZone);
  const accepted = await within(tx, accept, [handover.id, now, expiresAt]);
  if (accepted.length === 0) refuse(new PrincipalHandoverNotFound());

  const lastDay = dayAt(timeZone, expiresAt);
  const names = { from: displayNameOf(from), to: displayNameOf(to) };
  for (const { id: personId } of [from, to])
    await tellPerson(context, tx, {
      personId,
      associationId,
      letter: handoverAwaiting,
      values: locale => ({ organization: nameOf(organization, locale), ...names, lastDay }),
    });
  const locale = officeLanguage(languagePolicy);
  await queueMail(context, tx, {
    letter: handoverToApprove,
    to: supportEmail,
    locale,
    associationId,
    values: { organization: nameOf(organization, locale), ...names, lastDay },
  });
}
