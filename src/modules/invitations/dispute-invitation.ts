import { IsNull } from 'typeorm';
import type { InvitationId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { contextWithin } from '../../platform/database/context-within.ts';
import { once } from '../../platform/database/idempotency.ts';
import type { NextStep } from '../../platform/graphql/next-step.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { claimSecret, readSecret } from '../../platform/secrets/one-time-secret.ts';
import { officeLanguage } from '../associations/index.ts';
import { displayNameOf, type PersonEntity } from '../people/index.ts';
import { DISPUTE } from './acceptance-news.ts';
import { findInvitation, type FoundInvitation } from './find-invitation.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { disputedLetter } from './invitation.mails.ts';
import { contactSupport } from './next-steps.ts';
import { whoMayHaveIt } from './prepare-acceptance.ts';
import { refuseUnusableToken, unknownToken } from './refuse-token.ts';
import { holdInvitation } from './rotate-code.ts';
import { suspendTarget } from './suspend-target.ts';
import { targetWords } from './target-words.ts';

/** « Ce n'est pas moi »: what the invitation gave is suspended, and the association looks into it. */
export async function disputeInvitation(
  context: Context,
  { token, idempotencyKey: key }: { readonly token: string; readonly idempotencyKey: string | undefined },
): Promise<NextStep> {
  const known = await readSecret(context, DISPUTE, token);
  if (known.state === 'UNKNOWN') return unknownToken(context);
  const found = await findInvitation(context, known.subjectId as InvitationId);
  if (!found) return unknownToken(context);

  const target = await targetWords(context, found.row, officeLanguage(found.association.languagePolicy));
  await once(context, { operation: 'disputeInvitation', key, input: { token } }, async tx => {
    await holdInvitation(tx, found.row);
    const claimed = await claimSecret(context, tx, DISPUTE, token);
    refuseUnusableToken(context, claimed.state, found);
    const persons = await whoMayHaveIt(contextWithin(context, tx), found);
    const { id, associationId } = found.row;
    await tx.update(InvitationEntity, { id, disputedAt: IsNull() }, { disputedAt: context.clock.now() });
    const personIds = persons.map(person => person.id);
    const suspended = await suspendTarget(context, tx, found.row, personIds);
    await alertOffice(context, tx, found, { target, suspended, person: persons[0] });
    await recordAudit(context, tx, {
      act: 'disputeInvitation',
      subjectKind: 'Invitation',
      subjectId: id,
      associationId,
      after: { suspended, personIds },
    });
  });
  return contactSupport(context, found.association);
}

async function alertOffice(
  context: Context,
  tx: Tx,
  { row, association }: FoundInvitation,
  facts: {
    readonly target: Awaited<ReturnType<typeof targetWords>>;
    readonly suspended: boolean;
    readonly person: PersonEntity;
  },
): Promise<void> {
  const { target, suspended, person } = facts;
  await queueMail(context, tx, {
    letter: disputedLetter,
    to: association.supportEmail,
    locale: officeLanguage(association.languagePolicy),
    associationId: association.id,
    values: { address: row.email, accepter: displayNameOf(person), target, suspended },
  });
}
