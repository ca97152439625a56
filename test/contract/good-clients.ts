import { generateKeyPairSync } from 'node:crypto';
import { givenClient, givenRealmAdministrator } from '../integrations/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

const PUBLIC_KEY = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  kid: '2026-11',
};

/** As `goodArguments`, for clients. */
export function goodClients(
  portal: Portal,
  body: FurnishedBody,
  pages: (name: string, variables: object, asked: Asked) => MakeGood[],
): Readonly<Record<string, readonly MakeGood[]>> {
  const { office } = body;
  const ofOwnAssociation = { associationId: body.ids.Association };
  const idempotencyKey = 'une-seule-fois';
  const input = (fields: object, asked: Asked): Promise<Good> =>
    Promise.resolve({ variables: { input: fields }, asked });
  let clients = 0;
  const site = async (): Promise<string> => (await givenClient(portal, body.association)).id;
  const tool = async (): Promise<string> =>
    (await givenClient(portal, body.association, { kind: 'SECRET' })).id;
  const clientPages = [{ page: 'INVITATION', locale: 'FR_CA', url: `${body.siteOrigin}/fr/invitation` }];

  return {
    clients: pages('clients', { filter: ofOwnAssociation }, office.asked),
    registerClient: [
      () =>
        input(
          {
            ...ofOwnAssociation,
            name: `Site ${++clients}`,
            kind: 'PUBLISHABLE',
            origins: [body.siteOrigin],
            pages: clientPages,
            redirectUris: [`${body.siteOrigin}/retour`],
            idempotencyKey,
          },
          office.asked,
        ),
      () =>
        input(
          { ...ofOwnAssociation, name: `Outil ${++clients}`, kind: 'SECRET', scopes: ['MEMBERS_READ'] },
          office.asked,
        ),
    ],
    registerClientDocuments: [
      async () => input({ clientId: await site(), documents: ['{ realm { mode } }'] }, office.asked),
    ],
    revokeClient: [async () => input({ clientId: await site() }, office.asked)],
    rotateClientKey: [
      async () => input({ clientId: await tool(), overlapHours: 12, idempotencyKey }, office.asked),
    ],
    setAssociationPagesClient: [
      async () => input({ ...ofOwnAssociation, clientId: await site() }, office.asked),
    ],
    setClientDisplayName: [
      async () =>
        input(
          { clientId: await site(), displayNameFr: 'Bibliothèque', displayNameEn: 'Library' },
          office.asked,
        ),
    ],
    setClientOrigins: [
      async () => input({ clientId: await site(), origins: [body.siteOrigin] }, office.asked),
    ],
    setClientPages: [async () => input({ clientId: await site(), pages: clientPages }, office.asked)],
    setClientPublicKeys: [
      async () =>
        input({ clientId: await tool(), jwks: JSON.stringify({ keys: [PUBLIC_KEY] }) }, office.asked),
    ],
    setClientRedirectUris: [
      async () =>
        input(
          {
            clientId: await site(),
            redirectUris: [`${body.siteOrigin}/retour`],
            postLogoutRedirectUris: [`${body.siteOrigin}/au-revoir`],
            backchannelLogoutUri: `${body.siteOrigin}/deconnexion`,
          },
          office.asked,
        ),
    ],
    setClientScopes: [async () => input({ clientId: await tool(), scopes: ['MEMBERS_READ'] }, office.asked)],
    setClientSignInMode: [
      async () => {
        await givenRealmAdministrator(portal, office);
        return input({ clientId: await site(), signInMode: 'DIRECT' }, office.asked);
      },
    ],
  };
}
