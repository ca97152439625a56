import type { AccountId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { once } from '../../platform/database/idempotency.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import {
  acceptDocuments,
  AddressHasAccount,
  addressHasAccount,
  openAccount,
  startSession,
  type Session,
} from '../accounts/index.ts';
import { documentsInForce } from '../associations/index.ts';
import { acceptAs } from './accept-as.ts';
import { claimInvitation } from './claim-invitation.ts';
import type { HeldInvitation } from './find-invitation.ts';
import { languagesToOffer } from './invitation.policy.ts';
import { judgeDocuments, judgeLanguage } from './judge-choices.ts';
import { prepareAcceptance } from './prepare-acceptance.ts';
import { inTurn, whileHolding } from './while-holding.ts';
import { refuseIf, whyUnusable } from './why-unusable.ts';

export interface AcceptInvitationWithNewAccount {
  readonly code: string;
  readonly username: string | null;
  readonly password: string;
  /** The language that the person chose expressly. */
  readonly locale: Locale;
  readonly acceptedDocuments: readonly string[];
  readonly idempotencyKey?: string | undefined;
}

/** JSON, because a repeated request is answered with it again. */
interface Opened {
  readonly accountId: AccountId;
  readonly session: Omit<Session, 'accessTokenExpiresAt'> & { readonly accessTokenExpiresAt: string | Date };
}

/**
 * Opens an account with an invitation, and signs it in. The mailed code proves the invited address and nothing else,
 * so the address is never asked for. The invitation is claimed first: of many at once one wins, and any refusal
 * that follows gives it back.
 */
export function acceptInvitationWithNewAccount(
  context: Context,
  input: AcceptInvitationWithNewAccount,
): Promise<Opened> {
  return whileHolding(context, input.code, held => inTurn(context, held, () => accept(context, input, held)));
}

async function accept(
  context: Context,
  { idempotencyKey: key, ...input }: AcceptInvitationWithNewAccount,
  held: HeldInvitation,
): Promise<Opened> {
  const { row, association } = held;
  const [problem, acceptance, documents, taken] = await Promise.all([
    whyUnusable(context, held),
    prepareAcceptance(context, held, 'acceptInvitationWithNewAccount'),
    documentsInForce(context, association.id),
    addressHasAccount(context, row.emailNormalized),
  ]);
  const passwordHash = problem || taken ? undefined : await context.passwords.hash(input.password);

  return once<Opened>(context, { operation: 'acceptInvitationWithNewAccount', key, input }, async tx => {
    refuseIf(problem);
    await claimInvitation(context, tx, held);
    if (taken) refuse(new AddressHasAccount(new NextStep(NextStepKind.SIGN_IN)));
    const languages = languagesToOffer(association.languagePolicy, context.locale);
    judgeLanguage(context, languages, input.locale);
    judgeDocuments(context, documents, { acceptedIds: input.acceptedDocuments, languages });

    const account = await openAccount(context, tx, {
      kind: acceptance.kind,
      username: input.username,
      password: input.password,
      passwordHash,
      address: row.email,
      associationIds: [association.id],
      locale: input.locale,
      personal: [acceptance.named.givenName, acceptance.named.familyName],
    });
    await acceptDocuments(context, tx, {
      accountId: account.id,
      associationId: association.id,
      documentIds: documents.map(document => document.id),
      // Where French alone is served, the text is French on any page.
      shownLocale: languages.find(language => language === context.locale) ?? languages[0],
      chosen: input.locale,
      firstShown: languages[0],
    });
    await acceptAs(context, tx, held, account.id, acceptance);
    const session = await startSession(context, tx, account, {
      associationId: association.id,
      deviceToken: null,
    });
    return { accountId: account.id, session };
  });
}
