import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../../platform/http/limits.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { refuse } from '../../../platform/problem.ts';
import { officeLanguage } from '../../associations/index.ts';
import { displayNameOf } from '../../people/index.ts';
import { contactSupport } from '../next-steps.ts';
import type { HeldCompletion } from './completion-link.ts';
import { completionBlocked } from './completion.mails.ts';
import { CompletionLinkBlocked, MemberNumberWrong } from './completion.problems.ts';
import { memberNumberKey, MOST_GUESSES } from './completion-rules.ts';

/** Of one visitor, over all links. Families and residences share an address, and right answers are given back. */
const PER_VISITOR: Budget = { name: 'completion-visitor', points: 30, seconds: 15 * 60 };

const count = statement<{ readonly guesses: number }>(
  'completion-guess',
  `update completion_link set guesses = guesses + 1
   where person_id = $1 and link_id = $2 and guesses < $3 returning guesses`,
);

const giveBack = statement(
  'completion-guess-back',
  'update completion_link set guesses = guesses - 1 where person_id = $1 and link_id = $2',
);

/**
 * Judges the second fact. Each guess is counted before it is judged, so that parallel ones cannot slip through; the
 * last wrong one kills the link, and the association's office is told.
 */
export async function guessMemberNumber(
  context: Context,
  held: HeldCompletion,
  typed: string,
): Promise<void> {
  const { db, limits, visitor } = context;
  const visit = await limits.spend(PER_VISITOR, visitor.address);
  if (!visit.allowed) refuse(new TooManyAttempts(visit.retryAfterSeconds));

  const support = contactSupport(context, held.association);
  const place = [held.personId, held.linkId] as const;
  const [counted] = await db.transaction(tx => within(tx, count, [...place, MOST_GUESSES]));
  if (!counted) refuse(new CompletionLinkBlocked(support));

  if (held.memberNumber !== null && memberNumberKey(typed) === memberNumberKey(held.memberNumber)) {
    await db.transaction(tx => within(tx, giveBack, place));
    await visit.giveBack();
    return;
  }
  if (counted.guesses < MOST_GUESSES) refuse(new MemberNumberWrong(MOST_GUESSES - counted.guesses, support));
  await db.transaction(tx => tellOffice(context, tx, held));
  refuse(new CompletionLinkBlocked(support));
}

async function tellOffice(
  context: Context,
  tx: Tx,
  { association, personId, givenName, familyName }: HeldCompletion,
): Promise<void> {
  await queueMail(context, tx, {
    letter: completionBlocked,
    to: association.supportEmail,
    locale: officeLanguage(association.languagePolicy),
    associationId: association.id,
    values: { person: displayNameOf({ givenName, familyName }) },
  });
  await recordAudit(context, tx, {
    act: 'blockCompletionLink',
    subjectKind: 'Person',
    subjectId: personId,
    associationId: association.id,
    after: { guesses: MOST_GUESSES },
  });
}
