import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, type AssociationEntity } from '../../associations/index.ts';
import { clientFactsById, type ClientFacts } from './client-facts.ts';
import { mayGrantDirectSignIn, mayManageClients } from './client.policy.ts';
import { ClientNotFound, ClientRevoked } from './client.problems.ts';

/** An association whose clients the signed-in person looks after; absent and elsewhere are the same fault. */
export async function associationInCare(context: Context, publicId: string): Promise<AssociationEntity> {
  const id = fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (!association || !(await mayManageClients(context, association.id))) throw new Forbidden('STAFF');
  return association;
}

/** A client that the signed-in person looks after; absent and somebody else's are the same refusal. */
export async function clientInCare(context: Context, publicId: string): Promise<ClientFacts> {
  const client = await findClient(context, publicId);
  if (!client || !(await mayManageClients(context, client.associationId))) refuse(new ClientNotFound());
  return client;
}

/** The same, or any client of the tree for a realm administrator, whom independent bodies have as well. */
export async function clientForMode(
  context: Context,
  publicId: string,
): Promise<{ readonly client: ClientFacts; readonly byRealmAdministrator: boolean }> {
  const client = await findClient(context, publicId);
  const byRealmAdministrator = client !== null && (await mayGrantDirectSignIn(context));
  if (!client || !(byRealmAdministrator || (await mayManageClients(context, client.associationId))))
    refuse(new ClientNotFound());
  return { client, byRealmAdministrator };
}

/** A client to change something about, by somebody who has just signed in. */
export async function clientToChange(context: Context, publicId: string): Promise<ClientFacts> {
  demandFreshSignIn(context);
  const client = await clientInCare(context, publicId);
  if (client.revokedAt !== null) refuse(new ClientRevoked());
  return client;
}

async function findClient(context: Context, publicId: string): Promise<ClientFacts | null> {
  const id = fromPublicId('Client', publicId);
  const client = id && (await context.load(clientFactsById, id));
  return client !== null && client.rootId === context.client?.rootId ? client : null;
}
