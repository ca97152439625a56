import { fromPublicId, toPublicId, type ClientId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationById, usePagesOf, type AssociationEntity } from '../../associations/index.ts';
import { clientFactsById, type ClientFacts } from './client-facts.ts';
import { ClientNotFound, ClientRevoked } from './client.problems.ts';
import { associationInCare } from './clients-in-care.ts';

export interface SetAssociationPagesClient {
  readonly associationId: string;
  /** Null leaves it to the nearest body above that has one. */
  readonly clientId: string | null;
}

/** Says whose pages the links in an association's mails open: those of a site of its own, or of a body above it. */
export async function setAssociationPagesClient(
  context: Context,
  input: SetAssociationPagesClient,
): Promise<{ readonly association: AssociationEntity; readonly clientId: ClientId | null }> {
  demandFreshSignIn(context);
  const association = await associationInCare(context, input.associationId);
  const client = input.clientId === null ? null : await siteFor(context, association, input.clientId);
  const { id: associationId, pagesClientId } = association;
  const clientId = client?.id ?? null;

  await context.db.transaction(async tx => {
    await usePagesOf(tx, associationId, clientId);
    const named = (id: ClientId | null): object => ({ pagesClientId: id && toPublicId('Client', id) });
    await recordAudit(context, tx, {
      act: 'setAssociationPagesClient',
      subjectKind: 'Association',
      subjectId: associationId,
      associationId,
      before: named(pagesClientId),
      after: named(clientId),
    });
  });
  return { association, clientId };
}

async function siteFor(
  context: Context,
  association: AssociationEntity,
  publicId: string,
): Promise<ClientFacts> {
  const id = fromPublicId('Client', publicId);
  const client = id && (await context.load(clientFactsById, id));
  if (!client || !(await isAtOrAbove(context, association, client.associationId)))
    refuse(new ClientNotFound());
  if (client.revokedAt !== null) refuse(new ClientRevoked());
  if (client.kind === 'SECRET') {
    const issues = new InputIssues(context.wording);
    issues.add('clientId', InputIssueCode.NOT_ALLOWED, 'integrations.issue.pagesOfTool');
    issues.refuseIfAny();
  }
  return client;
}

async function isAtOrAbove(context: Context, from: AssociationEntity, wanted: string): Promise<boolean> {
  let here: AssociationEntity | null = from;
  while (here !== null && here.id !== wanted)
    here = here.parentId && (await context.load(associationById, here.parentId));
  return here !== null;
}
