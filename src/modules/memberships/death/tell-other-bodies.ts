import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { queueMail, type Letter } from '../../../platform/mail/index.ts';
import { associationById, inLanguage, officeLanguage } from '../../associations/index.ts';
import type { MembershipFacts } from '../membership-facts.ts';
import type { DeathValues } from './death.mails.ts';

interface News {
  readonly letter: Letter<DeathValues>;
  readonly memberships: readonly MembershipFacts[];
  readonly recordedBy: string;
  readonly day: LocalDate;
}

/** Writes to the office of each body that has the person as a member and decides for itself. */
export async function tellOtherBodies(
  context: Context,
  tx: Tx,
  { letter, memberships, recordedBy, day }: News,
): Promise<void> {
  const by = await context.load(associationById, recordedBy);
  for (const { associationId, memberNumber, holderNameFr, holderNameEn } of memberships) {
    const body = await context.load(associationById, associationId);
    if (!body || !by) throw new Error('a membership names a body that is gone');
    const locale = officeLanguage(body.languagePolicy);
    await queueMail(context, tx, {
      letter,
      to: body.supportEmail,
      locale,
      associationId,
      values: {
        member: inLanguage(locale, holderNameFr, holderNameEn),
        memberNumber,
        recordedBy: inLanguage(locale, by.nameFr, by.nameEn),
        day,
      },
    });
  }
}
