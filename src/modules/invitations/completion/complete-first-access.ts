import type { AccountId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { oneAtATime } from '../../../platform/database/one-at-a-time.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { claimSecret, readSecret } from '../../../platform/secrets/one-time-secret.ts';
import {
  acceptDocuments,
  hasIdentifier,
  openAccount,
  startSession,
  type AccountKind,
  type Session,
} from '../../accounts/index.ts';
import { documentsInForce, type AssociationDocumentEntity } from '../../associations/index.ts';
import { giveRecord, standingOf, type Standing } from '../give-record.ts';
import { languagesToOffer } from '../invitation.policy.ts';
import { kindOfAccountFor } from '../kind-of-account.ts';
import { judgeDocuments, judgeLanguage } from '../judge-choices.ts';
import { refuseIf } from '../why-unusable.ts';
import { LONGEST_MEMBER_NUMBER } from './completion-form.ts';
import { COMPLETION, holdingCompletion, whyNoCompletion, type HeldCompletion } from './completion-link.ts';
import { CompletionLinkUsed } from './completion.problems.ts';
import { guessMemberNumber } from './guess-member-number.ts';
import { associationsOfCompleter } from './preview-completion.ts';

export interface CompleteFirstAccess {
  readonly token: string;
  readonly memberNumber: string;
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

interface Prepared {
  readonly held: HeldCompletion;
  readonly standing: readonly Standing[];
  readonly associationIds: readonly string[];
  readonly documents: readonly AssociationDocumentEntity[];
  readonly kind: AccountKind;
  readonly passwordHash: string;
}

/**
 * Opens the account of somebody without an e-mail address, and signs it in: by a link on paper and by what they know
 * besides. No address is verified, because none was read at. The link is claimed first: of many at once one wins, and
 * any refusal that follows gives it back.
 */
export async function completeFirstAccess(
  context: Context,
  { idempotencyKey: key, ...input }: CompleteFirstAccess,
): Promise<Opened> {
  const known = await readSecret(context, COMPLETION, input.token);
  const repeatable = { operation: 'completeFirstAccess', key, input };
  const complete = (): Promise<Opened> =>
    onceAfter<Prepared, Opened>(
      context,
      () => prepare(context, input),
      repeatable,
      (tx, prepared) => open(context, tx, input, prepared),
    );
  // Those who use one link at the same moment wait here, where waiting holds no connection.
  if (known.state === 'UNKNOWN') return complete();
  return oneAtATime(context.db)(`completion ${known.subjectId}`, complete);
}

async function prepare(
  context: Context,
  { token, memberNumber, password }: Omit<CompleteFirstAccess, 'idempotencyKey'>,
): Promise<Prepared> {
  const issues = new InputIssues(context.wording);
  const typed = issues.requiredLine('memberNumber', memberNumber, LONGEST_MEMBER_NUMBER);
  issues.refuseIfAny();
  const held = await holdingCompletion(context, token);
  await guessMemberNumber(context, held, typed);
  const [standing, associationIds, documents, kind] = await Promise.all([
    standingOf(context, held.personId),
    associationsOfCompleter(context, held),
    documentsInForce(context, held.associationId),
    kindOfAccountFor(context, { id: held.personId, associationId: held.associationId }),
  ]);
  const passwordHash = await context.passwords.hash(password);
  return { held, standing, associationIds, documents, kind, passwordHash };
}

async function open(
  context: Context,
  tx: Tx,
  input: Omit<CompleteFirstAccess, 'idempotencyKey'>,
  { held, standing, associationIds, documents, kind, passwordHash }: Prepared,
): Promise<Opened> {
  const { association, personId } = held;
  const claimed = await claimSecret(context, tx, COMPLETION, input.token);
  if (claimed.state === 'UNKNOWN') throw new Error('a link that was held is gone');
  refuseIf(whyNoCompletion(context, claimed.state, association));
  const languages = languagesToOffer(association.languagePolicy, context.locale);
  judgeLanguage(context, languages, input.locale);
  judgeDocuments(context, documents, { acceptedIds: input.acceptedDocuments, languages });

  const account = await openAccount(context, tx, {
    kind,
    username: input.username,
    password: input.password,
    passwordHash,
    address: null,
    associationIds,
    locale: input.locale,
    personal: [held.givenName, held.familyName],
  });
  await acceptDocuments(context, tx, {
    accountId: account.id,
    associationId: association.id,
    documentIds: documents.map(document => document.id),
    shownLocale: languages.find(language => language === context.locale) ?? languages[0],
    chosen: input.locale,
    firstShown: languages[0],
  });
  const attachment = await giveRecord(context, tx, { personId, accountId: account.id, standing });
  if (attachment === 'HELD_BY_ANOTHER') refuse(new CompletionLinkUsed(new NextStep(NextStepKind.SIGN_IN)));
  if (!(await hasIdentifier(tx, account.id))) askForUsername(context);
  await recordAudit(context, tx, {
    act: 'completeFirstAccess',
    subjectKind: 'Person',
    subjectId: personId,
    associationId: association.id,
    after: { accountId: account.id, fact: 'MEMBER_NUMBER' },
  });
  const session = await startSession(context, tx, account, {
    associationId: association.id,
    deviceToken: null,
  });
  return { accountId: account.id, session };
}

/** Where the member number signs in to somebody else's account, nothing else would sign in to this one. */
function askForUsername({ wording }: Context): void {
  const issues = new InputIssues(wording);
  issues.add('username', InputIssueCode.REQUIRED);
  issues.refuseIfAny();
}
