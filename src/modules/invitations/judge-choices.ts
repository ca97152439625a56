import { fromPublicId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { ShownDocument, type AssociationDocumentEntity } from '../associations/index.ts';
import { DocumentsNotAccepted } from './invitation.problems.ts';

/** The language of a new account is one that was offered. */
export function judgeLanguage({ wording }: Context, offered: readonly Locale[], chosen: Locale): void {
  if (offered.includes(chosen)) return;
  const issues = new InputIssues(wording);
  issues.add('locale', InputIssueCode.NOT_ALLOWED);
  issues.refuseIfAny();
}

/** Whoever opens an account has accepted every document in force. */
export function judgeDocuments(
  context: Context,
  inForce: readonly AssociationDocumentEntity[],
  {
    acceptedIds,
    languages,
  }: { readonly acceptedIds: readonly string[]; readonly languages: readonly [Locale, ...Locale[]] },
): void {
  const accepted = new Set(acceptedIds.map(id => fromPublicId('AssociationDocument', id)));
  if (inForce.every(document => accepted.has(document.id))) return;
  refuse(new DocumentsNotAccepted(inForce.map(document => new ShownDocument(document, context, languages))));
}
