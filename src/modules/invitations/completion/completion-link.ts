import type { AccountId, AssociationId, PersonId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse, type Problem } from '../../../platform/problem.ts';
import { readSecret, type SecretState } from '../../../platform/secrets/one-time-secret.ts';
import { associationById, type AssociationEntity } from '../../associations/index.ts';
import { contactSupport, contactSupportOfClient } from '../next-steps.ts';
import { refuseIf } from '../why-unusable.ts';
import { MOST_GUESSES } from './completion-rules.ts';
import {
  CompletionLinkBlocked,
  CompletionLinkExpired,
  CompletionLinkReplaced,
  CompletionLinkUnknown,
  CompletionLinkUsed,
} from './completion.problems.ts';

/** The purpose of its one-time secret, whose subject is the person. */
export const COMPLETION = 'COMPLETION';

export const LONGEST_COMPLETION_TOKEN = 256;

/** What holds of a link on paper. */
export interface CompletionFacts {
  /** The tree whose page it leads to: the clients of others do not know it. */
  readonly rootId: string;
}

interface Completer {
  readonly personId: PersonId;
  readonly associationId: AssociationId;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: Locale;
  readonly accountId: AccountId | null;
  readonly memberNumber: string | null;
  readonly linkId: string;
  readonly guesses: number;
}

/** A link that somebody presents, which can be used. */
export interface HeldCompletion extends Completer {
  readonly association: AssociationEntity;
  readonly expiresAt: Date;
}

const completer = statement<Completer>(
  'completion-completer',
  `select p.id as "personId", p.association_id as "associationId", p.given_name as "givenName",
     p.family_name as "familyName", p.locale, p.account_id as "accountId", m.member_number as "memberNumber",
     l.link_id as "linkId", l.guesses
   from completion_link l
     join person p on p.id = l.person_id
     left join membership m on m.person_id = p.id and m.association_id = p.association_id
   where p.id = $1`,
);

/** Looks a link up without using it. Refuses one that does not work, with the way on. */
export async function holdingCompletion(context: Context, token: string): Promise<HeldCompletion> {
  const found = await readSecret<CompletionFacts>(context, COMPLETION, token);
  if (found.state === 'UNKNOWN' || found.facts.rootId !== context.client?.rootId)
    return refuse(new CompletionLinkUnknown(await contactSupportOfClient(context)));

  const [person] = await context.db.read(completer, [found.subjectId]);
  const association = person && (await context.load(associationById, person.associationId));
  if (!association) throw new Error('a completion link names a person who is gone');
  // By which way the account was opened does not matter.
  refuseIf(whyNoCompletion(context, person.accountId === null ? found.state : 'USED', association));
  if (person.guesses >= MOST_GUESSES || person.memberNumber === null)
    return refuse(new CompletionLinkBlocked(contactSupport(context, association)));
  return { ...person, association, expiresAt: found.expiresAt };
}

/** Why a link that was good once cannot be used, with the way on; null where it can. */
export function whyNoCompletion(
  context: Context,
  state: Exclude<SecretState['state'], 'UNKNOWN'>,
  association: AssociationEntity,
): Problem | null {
  switch (state) {
    case 'USABLE':
      return null;
    case 'USED':
      return new CompletionLinkUsed(new NextStep(NextStepKind.SIGN_IN));
    case 'REPLACED':
      return new CompletionLinkReplaced(contactSupport(context, association));
    case 'EXPIRED':
      return new CompletionLinkExpired(contactSupport(context, association));
  }
}
