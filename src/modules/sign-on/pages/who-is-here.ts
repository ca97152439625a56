import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import {
  fromPublicId,
  type AccountId,
  type AssociationId,
  type ClientId,
  type SessionId,
} from '../../../kernel/id.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { clientForProvider, clientOfTree } from '../../integrations/index.ts';
import { pageContext } from '../context-of.ts';
import { loginIdOf } from '../enter-site.ts';
import { bodyOf } from './form-body.ts';
import { lookOfRealm } from './over-page.ts';

/** Whoever is signed in in this browser. */
export interface Here {
  readonly accountId: AccountId;
  readonly loginId: SessionId;
}

interface Login {
  readonly clientId: ClientId;
  readonly rootId: AssociationId;
  readonly authenticatedAt: Date;
  readonly factorAt: Date | null;
}

const readLogin = statement<Login>(
  'account-page-login',
  `select s.client_id as "clientId", b.root_id as "rootId", s.authenticated_at as "authenticatedAt",
     s.factor_at as "factorAt"
   from session s join client c on c.id = s.client_id join association b on b.id = c.association_id
   where s.id = $1`,
);

export async function whoIsHere(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Here | null> {
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw));
  const loginId = loginIdOf(session.acr);
  const accountId = session.accountId === undefined ? null : fromPublicId('Account', session.accountId);
  return accountId === null || loginId === null ? null : { accountId, loginId };
}

/** What the person may do here: as themselves, in the session in which they signed in, for the site that they came by. */
export async function contextOf(parts: Parts, request: FastifyRequest, here: Here): Promise<Context> {
  const [login] = await parts.db.read(readLogin, [here.loginId]);
  if (!login) throw new Error('somebody is signed in without a session');
  const { clientId, rootId, authenticatedAt, factorAt } = login;
  const client = (await clientForProvider(parts, clientId)) ?? (await clientOfTree(parts, rootId));
  const context = pageContext(parts, request, client, lookOfRealm(parts, request).wording.locale);
  const { accountId, loginId: sessionId } = here;
  return { ...context, actor: { accountId, sessionId, authenticatedAt, factorAt } };
}

/** What the forms of the account page carry, so that no other page can send them. */
export const proofOf = ({ vault }: Pick<Parts, 'vault'>, { loginId }: Here): string =>
  vault.derive(loginId, 'account-form').toString('base64url');

export const isOwnForm = (parts: Pick<Parts, 'vault'>, request: FastifyRequest, here: Here): boolean =>
  timingSafeEqual(digest(proofOf(parts, here)), digest(bodyOf(request).get('proof') ?? ''));
