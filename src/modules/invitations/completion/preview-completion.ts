import type { Context } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { PasswordPolicy, passwordPolicyFor, rulesInWords, takesPasswords } from '../../accounts/index.ts';
import { documentsInForce, ShownDocument, type AssociationEntity } from '../../associations/index.ts';
import { standingOf } from '../give-record.ts';
import { languagesToOffer } from '../invitation.policy.ts';
import { completionForm } from './completion-form.ts';
import { holdingCompletion, type HeldCompletion } from './completion-link.ts';

export interface CompletionPreview {
  readonly association: AssociationEntity;
  readonly expiresAt: Date;
  readonly greeting: string;
  readonly form: Form | null;
  readonly documents: readonly ShownDocument[];
  readonly passwordPolicy: PasswordPolicy;
}

/**
 * What a link leads to. Opening it changes nothing. It greets by the given name alone: whoever found the letter learns
 * no more than the envelope says.
 */
export async function previewCompletion(context: Context, token: string): Promise<CompletionPreview> {
  const { wording, locale } = context;
  const held = await holdingCompletion(context, token);
  const { association, givenName, expiresAt } = held;
  const [inForce, rules] = await Promise.all([
    documentsInForce(context, association.id),
    passwordPolicyFor(context, { associationIds: await associationsOfCompleter(context, held) }),
  ]);
  const languages = languagesToOffer(association.languagePolicy, locale);
  const documents = inForce.map(document => new ShownDocument(document, context, languages));
  const form = completionForm(wording, {
    identifierPolicy: association.identifierPolicy,
    usernameCase: association.usernameCase,
    languages,
    passwordRules: rulesInWords(context, rules),
    documents,
  });
  return {
    association,
    expiresAt,
    greeting: wording.of('invitations.completion.greeting', { givenName }),
    form: takesPasswords(context) ? form : null,
    documents,
    passwordPolicy: new PasswordPolicy(rules),
  };
}

/** Where the account will hold something: the rules of all of them apply together. */
export async function associationsOfCompleter(
  context: Context,
  { personId, associationId }: Pick<HeldCompletion, 'personId' | 'associationId'>,
): Promise<readonly [string, ...string[]]> {
  const standing = await standingOf(context, personId);
  const others = new Set(standing.map(one => one.associationId));
  others.delete(associationId);
  return [associationId, ...others];
}
