import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import type { Context, Parts } from '../../../platform/context.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import type { ProviderClient } from '../../integrations/index.ts';
import { ADDRESSES, signInPath } from '../addresses.ts';
import { associationOfPage, pageContext } from '../context-of.ts';
import { findProviderClient } from '../provider/sign-on-client.ts';
import type { Look } from './draw-page.ts';
import { inLocale, localeOfPage } from './page-locale.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** A sign-in under way: for which site, in which language, and what it was asked with. */
export interface SigningIn {
  readonly provider: Provider;
  readonly interaction: Interaction;
  readonly client: ProviderClient;
  readonly association: AssociationEntity;
  readonly context: Context;
  readonly look: Look;
  /** The page itself, in the language in which it is shown. */
  readonly address: string;
  /** What the forms of the page carry, so that no other page can send them. */
  readonly proof: string;
}

/** What a request for a page of a sign-in comes to. */
export type Found =
  | { readonly state: 'UNDER_WAY'; readonly signingIn: SigningIn }
  /** Another tab has begun since, or the browser lost its cookie: the same is begun again. */
  | { readonly state: 'BEGIN_AGAIN'; readonly address: string }
  | { readonly state: 'OVER' };

/** Finds the sign-in that an address names, in the browser in which it was begun. */
export async function findSigningIn(
  parts: Parts,
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Found> {
  const { uid } = request.params as { readonly uid: string };
  const known = await provider.Interaction.find(uid);
  if (!known) return { state: 'OVER' };
  const interaction = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
  if (interaction?.uid !== uid) return { state: 'BEGIN_AGAIN', address: beginningOf(known) };

  const { client_id: clientId, ui_locales: locales } = interaction.params;
  const client = typeof clientId === 'string' ? await findProviderClient(parts, clientId) : null;
  if (client === null) return { state: 'OVER' };
  const association = await associationOfPage(pageContext(parts, request, client, 'fr-CA'));
  const locale = localeOfPage(request, association, locales);
  const path = signInPath(uid);
  const context = pageContext(parts, request, client, locale);
  return {
    state: 'UNDER_WAY',
    signingIn: {
      provider,
      interaction,
      client,
      association,
      context,
      look: { wording: context.wording, association, addressIn: other => inLocale(pathOf(request), other) },
      address: inLocale(path, locale),
      proof: proofOf(parts, uid),
    },
  };
}

/** The other pages of a sign-in, in the language of this one. */
export type Step = 'leave' | 'factor' | 'passkey' | 'password' | 'username';

export const addressOfStep = ({ address }: Pick<SigningIn, 'address'>, step: Step): string =>
  address.replace('?', `/${step}?`);

/** Whether a form was drawn by us for this sign-in. */
export function provesItself(
  { proof }: Pick<SigningIn, 'proof'>,
  body: ReadonlyMap<string, string>,
): boolean {
  return timingSafeEqual(digest(proof), digest(body.get('proof') ?? ''));
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? url;

const proofOf = ({ vault }: Pick<Parts, 'vault'>, uid: string): string =>
  vault.derive(uid, 'sign-in-form').toString('base64url');

function beginningOf({ params }: Interaction): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value));
  return `${ADDRESSES.authorization}?${query.toString()}`;
}
