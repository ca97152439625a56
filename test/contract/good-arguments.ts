import { generateKeyPairSync } from 'node:crypto';
import { fromPublicId, toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { issueResetToken } from '../../src/modules/accounts/recovery/reset-token.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import { perform as performCompletion, rowsOf, tokenIn } from '../completion/operations.ts';
import { givenClient, givenRealmAdministrator } from '../integrations/operations.ts';
import {
  givenCode,
  newAccountInput,
  newAddress,
  perform as performInvitation,
  tokenMailedTo,
} from '../invitations/operations.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { goodLostAddress } from './good-lost-address.ts';
import { goodAddresses } from './good-addresses.ts';
import { goodCards } from './good-cards.ts';
import { goodDelegates } from './good-delegates.ts';
import { goodInvoices } from './good-invoices.ts';
import { goodJoining } from './good-joining.ts';
import { goodLedger } from './good-ledger.ts';
import { goodPayments } from './good-payments.ts';
import { goodLeaving } from './good-leaving.ts';
import { goodMembershipChanges } from './good-membership-changes.ts';
import { goodMerging } from './good-merging.ts';
import { goodOrganizationPages } from './good-organization-pages.ts';
import { goodPrices } from './good-prices.ts';
import { goodRepresentations } from './good-representations.ts';
import { goodStaff } from './good-staff.ts';
import { goodPrivacy } from './good-privacy.ts';
import { goodSecondFactors } from './good-second-factors.ts';
import { goodUploads } from './good-uploads.ts';
import { goodImports } from './good-imports.ts';
import { goodInvitationRuns } from './good-invitation-runs.ts';
import { sessionOf } from './session-of.ts';
import { withoutPost } from './without-post.ts';

export type { Good, MakeGood };

const PUBLIC_KEY = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  kid: '2026-11',
};

const SETTINGS = `query ($code: String!) { association(code: $code) { settings {
  version factorRolesOfRealm recoveryPolicy passwordProfile oldPasswords resetLinkMinutes invitationDays
  invitationMismatch handoverApproval transferAcceptance websites { fr en } viewerCan { change } } } }`;

/** Every operation of the API; where some arguments exclude others there is more than one way to call it. */
export function goodArguments(
  opened: Portal,
  body: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const portal = withoutPost(opened, body);
  const { ids, office, member } = body;
  const atSite: Asked = { clientKey: body.siteKey };
  const good = (variables: object, asked: Asked = atSite): Promise<Good> =>
    Promise.resolve({ variables: variables as Good['variables'], asked });
  const code = async (): Promise<string> => (await givenCode(portal, office)).code;
  const idempotencyKey = 'une-seule-fois';
  let passwords = 2027;
  let steps = 0;
  const atTool: Asked = { clientKey: body.toolKey };

  const pages = (name: string, variables: object, asked: Asked): MakeGood[] => {
    const cursor = async (): Promise<string> => {
      const types = {
        associationId: 'ID!',
        filter: `${name.charAt(0).toUpperCase()}${name.slice(1, -1)}Filter!`,
      };
      const names = Object.keys(variables).filter(key => key in types) as (keyof typeof types)[];
      const declared = names.map(key => `$${key}: ${types[key]}`).join(', ');
      const passed = names.map(key => `${key}: $${key}, `).join('');
      const { data, errors } = await portal.graphql<Record<string, { pageInfo: { endCursor: string } }>>(
        `query ${declared && `(${declared})`} { ${name}(${passed}first: 1) { pageInfo { endCursor } } }`,
        variables,
        asked,
      );
      if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      return data[name]!.pageInfo.endCursor;
    };
    return [
      async () => good({ ...variables, first: 5, after: await cursor() }, asked),
      async () => good({ ...variables, last: 5, before: await cursor() }, asked),
    ];
  };
  const ofOwnAssociation = { associationId: ids.Association };

  const fresh = async (): Promise<Asked & { id: AccountId; address: string }> => {
    const account = await givenAccount(portal, { associationIds: [body.association.id] });
    const { accessToken } = await sessionOf(portal, account, atSite);
    return { ...atSite, token: accessToken, id: account.id, address: account.address };
  };
  const unconfirmed = async (): Promise<Asked> => {
    const { address, ...asked } = await fresh();
    await portal.parts.db.transaction(tx =>
      tx.query('update account_address set verified_at = null where normalized = $1', [address]),
    );
    return asked;
  };
  const accepting = async (): Promise<{ address: string; accept: () => Promise<unknown> }> => {
    const { id } = body.association;
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id }, { invitationMismatch: 'VERIFY' }),
    );
    const invited = await givenCode(portal, office);
    const { address: _, ...asked } = await fresh();
    const accept = (): Promise<unknown> =>
      performInvitation(portal, 'acceptInvitation', { code: invited.code }, asked);
    return { address: invited.address, accept };
  };
  const addressToken = async (): Promise<string> => {
    const { address, accept } = await accepting();
    await accept();
    return tokenMailedTo(portal, address, 'confirmation');
  };
  const disputeToken = async (): Promise<string> => {
    const { address, accept } = await accepting();
    await accept();
    const token = await tokenMailedTo(portal, address, 'confirmation');
    await performInvitation(portal, 'confirmInvitationAddress', { token }, atSite);
    return tokenMailedTo(portal, address, 'dispute');
  };
  const emailToken = async (): Promise<string> => {
    const { address: _, ...asked } = await fresh();
    const newAddressOfTheirs = newAddress();
    await perform(
      portal,
      'requestEmailChange',
      { newAddress: newAddressOfTheirs, currentPassword: PASSWORD },
      asked,
    );
    await portal.runDue();
    return /#token=([\w-]+)/.exec(portal.mailbox.lastTo(newAddressOfTheirs).text)![1]!;
  };
  const resetToken = async (): Promise<string> => {
    const { id, address } = await givenAccount(portal, { associationIds: [body.association.id] });
    const facts = { address, rootId: body.association.rootId };
    const { secret } = await portal.parts.db.transaction(tx =>
      issueResetToken(portal.parts, tx, id, facts, 60),
    );
    return secret;
  };
  const expiredCode = async (): Promise<string> => {
    const invited = await givenCode(portal, office);
    await portal.parts.db.transaction(tx =>
      tx.query('update invitation set expires_at = $2 where email_normalized = $1', [
        invited.address,
        new Date(portal.clock.now().getTime() - 86_400_000),
      ]),
    );
    return invited.code;
  };
  const draft = (more: object): object => ({ email: newAddress(), locale: 'FR_CA', ...more });
  const issuing = (draft: object): Promise<Good> =>
    good({ input: { ...ofOwnAssociation, invitations: [draft] } }, office.asked);
  const testing = (invitation: object): Promise<Good> =>
    good({ input: { ...ofOwnAssociation, invitation } }, atTool);
  const newMembership = async (): Promise<string> => {
    const { id: associationId } = body.association;
    const person = await givenPerson(portal, { associationId });
    const memberNumber = newAddress();
    const ofClass = await givenClass(portal, { associationId, code: memberNumber });
    const holder = { personId: person.id };
    return toPublicId('Membership', (await givenMembership(portal, ofClass, holder, { memberNumber })).id);
  };
  const paperMember = async (): Promise<{ id: string; memberNumber: string }> => {
    const { id: associationId } = body.association;
    const { id: personId } = await givenPerson(portal, { associationId });
    const memberNumber = newAddress();
    const ofClass = await givenClass(portal, { associationId, code: memberNumber });
    await givenMembership(portal, ofClass, { personId }, { memberNumber });
    return { id: toPublicId('Person', personId), memberNumber };
  };
  const completing = async (): Promise<{ token: string; memberNumber: string }> => {
    const { id, memberNumber } = await paperMember();
    const listing = { ...ofOwnAssociation, personIds: [id] };
    const { csv } = await performCompletion(portal, 'exportCompletionLinks', listing, office.asked);
    return { token: tokenIn(rowsOf(csv)[0]?.['lien']), memberNumber };
  };
  const newOrganization = async (): Promise<string> =>
    toPublicId('Organization', (await givenOrganization(portal, { associationId: body.association.id })).id);
  const newPerson = async (): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId: body.association.id })).id);
  let clients = 0;
  const site = async (): Promise<string> => (await givenClient(portal, body.association)).id;
  const tool = async (): Promise<string> =>
    (await givenClient(portal, body.association, { kind: 'SECRET' })).id;
  const clientPages = [{ page: 'INVITATION', locale: 'FR_CA', url: `${body.siteOrigin}/fr/invitation` }];
  const invitationId = async (): Promise<string> => (await givenCode(portal, office)).id;
  const input = (fields: object, asked?: Asked): Promise<Good> => good({ input: fields }, asked);

  return {
    association: [() => good({ code: body.association.code })],
    associations: pages('associations', {}, atSite),
    clients: pages('clients', { filter: ofOwnAssociation }, office.asked),
    invitationPreview: [async () => good({ code: await code() })],
    invitations: pages('invitations', { filter: ofOwnAssociation, order: 'ISSUED_AT_ASC' }, office.asked),
    completionLink: [async () => good({ token: (await completing()).token })],
    labels: [() => good({ enum: 'NextStepKind' })],
    membership: [() => good({ id: ids.Membership }, member)],
    membershipClasses: pages('membershipClasses', ofOwnAssociation, atSite),
    memberships: pages('memberships', { filter: ofOwnAssociation, order: 'NAME' }, office.asked),
    node: [() => good({ id: ids.Organization }, member)],
    organization: [() => good({ id: ids.Organization }, member)],
    organizations: [
      ...pages('organizations', { filter: ofOwnAssociation, order: 'NAME' }, office.asked),
      () => {
        const filter = { ...ofOwnAssociation, sectionCode: 'aucune', sectionOn: '2026-11-22' };
        return Promise.resolve({ variables: { filter, order: 'NAME' }, asked: office.asked });
      },
    ],
    passwordPolicy: [
      async () => good({ invitationCode: await code() }),
      async () => good({ resetToken: await resetToken() }),
    ],
    passwordReset: [async () => good({ token: await resetToken() })],
    persons: pages('persons', { filter: ofOwnAssociation, order: 'NAME' }, office.asked),
    realm: [() => good({})],
    sections: pages('sections', ofOwnAssociation, atSite),
    viewer: [() => good({}, member)],

    advanceClock: [
      () => input({ by: { seconds: ++steps } }, atTool),
      () => input({ to: new Date(portal.parts.clock.now().getTime() + ++steps * 60_000) }, atTool),
    ],
    acceptInvitation: [async () => input({ code: await code(), idempotencyKey }, await fresh())],
    acceptInvitationWithNewAccount: [
      async () => input(newAccountInput(portal, await code(), { idempotencyKey })),
    ],
    changePassword: [
      async () =>
        input(
          { currentPassword: PASSWORD, newPassword: `Au revoir, maison!${++passwords}`, idempotencyKey },
          await fresh(),
        ),
    ],
    completeFirstAccess: [
      async () => {
        const { code: _, ...account } = newAccountInput(portal, '', { idempotencyKey }) as { code: string };
        return input({ ...account, ...(await completing()) });
      },
    ],
    confirmEmail: [async () => input({ token: await emailToken(), idempotencyKey })],
    confirmInvitationAddress: [async () => input({ token: await addressToken(), idempotencyKey })],
    declineInvitation: [async () => input({ code: await code() })],
    disputeInvitation: [async () => input({ token: await disputeToken(), idempotencyKey })],
    exportCompletionLinks: [
      async () => input({ ...ofOwnAssociation, personIds: [(await paperMember()).id] }, office.asked),
      async () => {
        await paperMember();
        return input({ ...ofOwnAssociation, replaceLiveLinks: true }, office.asked);
      },
    ],
    issueTestInvitation: [
      async () =>
        testing(
          draft({ personId: await newPerson(), organizationId: await newOrganization(), roles: ['DUES'] }),
        ),
      async () => testing(draft({ membershipId: await newMembership() })),
      () => testing(draft({ givenName: 'Luc', familyName: 'Essai', staffRole: 'READER' })),
    ],
    issueInvitations: [
      async () =>
        issuing(
          draft({ personId: await newPerson(), organizationId: await newOrganization(), roles: ['DUES'] }),
        ),
      async () => issuing(draft({ membershipId: await newMembership() })),
      () => issuing(draft({ givenName: 'Luc', familyName: 'Essai', staffRole: 'READER' })),
    ],
    refreshSession: [
      async () => input({ refreshToken: (await sessionOf(portal, await fresh(), atSite)).refreshToken }),
    ],
    reissueExpiredInvitation: [async () => input({ code: await expiredCode(), idempotencyKey })],
    requestEmailChange: [
      async () =>
        input({ newAddress: newAddress(), currentPassword: PASSWORD, idempotencyKey }, await fresh()),
    ],
    requestEmailConfirmation: [async () => input({ idempotencyKey }, await unconfirmed())],
    // Where there is no demonstration nothing is reset, and the other operations keep their world.
    resetTestData: [
      async () => ({ ...(await input({ everything: true }, atTool)), answer: 'NothingToReset' }),
    ],
    requestPasswordReset: [
      async () =>
        input({
          identifier: (await fresh()).address,
          givenName: 'Zoé',
          familyName: 'Écuyer',
          idempotencyKey,
        }),
    ],
    requestUsernameReminder: [
      async () =>
        input({ address: (await fresh()).address, givenName: 'Zoé', familyName: 'Écuyer', idempotencyKey }),
    ],
    resetPassword: [
      async () =>
        input({ token: await resetToken(), newPassword: `Au revoir, maison!${++passwords}`, idempotencyKey }),
    ],
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
    resendInvitation: [
      async () => input({ invitationId: await invitationId(), idempotencyKey }, office.asked),
    ],
    resendMail: [
      async () => {
        const asked = await unconfirmed();
        await perform(portal, 'requestEmailConfirmation', {}, asked);
        const { data } = await portal.graphql<{ viewer: { mails: { nodes: readonly { id: string }[] } } }>(
          '{ viewer { mails { nodes { id } } } }',
          {},
          asked,
        );
        const mailId = data.viewer.mails.nodes[0]?.id ?? '';
        await portal.parts.db.transaction(tx =>
          tx.query("update mail set queued_at = queued_at - interval '1 hour' where id = $1", [
            fromPublicId('Mail', mailId),
          ]),
        );
        return input({ mailId, idempotencyKey }, asked);
      },
    ],
    revokeAllSessions: [async () => input({ exceptCurrent: true }, await fresh())],
    revokeSession: [
      async () => {
        const { id, address: _, ...asked } = await fresh();
        await sessionOf(portal, { id }, atSite);
        const { data } = await portal.graphql<{
          viewer: { sessions: { nodes: readonly { id: string; current: boolean }[] } };
        }>('{ viewer { sessions { nodes { id current } } } }', {}, asked);
        const other = data.viewer.sessions.nodes.find(({ current }) => !current);
        return input({ sessionId: other?.id }, asked);
      },
    ],
    revokeClient: [async () => input({ clientId: await site() }, office.asked)],
    revokeInvitation: [async () => input({ invitationId: await invitationId() }, office.asked)],
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
    setLocale: [() => input({ locale: 'EN_CA' }, member)],
    signIn: [async () => input({ identifier: (await fresh()).address, password: PASSWORD })],
    signOut: [
      async () => input({ refreshToken: (await sessionOf(portal, await fresh(), atSite)).refreshToken }),
    ],
    updateOrganizationProfile: [
      () =>
        input(
          {
            organizationId: ids.Organization,
            publicNameFr: 'Maison',
            publicNameEn: 'House',
            phone: '514 397-7610',
            phoneExtension: '12',
            province: 'QC',
            postalCode: 'H3A 2E6',
            country: 'CA',
          },
          member,
        ),
    ],
    updateAssociationSettings: [
      async () => {
        const { code } = body.association;
        const { data } = await portal.graphql<{
          association: {
            settings: {
              websites: { fr: string; en: string };
              viewerCan: unknown;
              factorRolesOfRealm: unknown;
              version: string;
            };
          };
        }>(SETTINGS, { code }, office.asked);
        const { websites, viewerCan: _, factorRolesOfRealm: __, ...settings } = data.association.settings;
        const changed = {
          websiteFr: websites.fr,
          websiteEn: websites.en,
          brandLogoUrl: `${websites.fr}logo.svg`,
          secondPersonAbove: 40,
          approvalAboveCents: 50_000,
          intentDays: 45,
          changeDueDays: 14,
          changesBilledTo: 'TERM_PAYER',
          homeProvince: 'QC',
          nsfFeeCents: 4_500,
        };
        return input(
          { ...ofOwnAssociation, ...settings, factorRoles: ['FINANCE'], ...changed },
          office.asked,
        );
      },
    ],
    ...goodLostAddress(portal, body),
    ...goodAddresses(portal, body),
    ...goodCards(portal, body),
    ...goodPayments(portal, body),
    ...goodLedger(portal, body),
    ...goodDelegates(portal, body),
    ...goodInvoices(portal, body),
    ...goodJoining(portal, body),
    ...goodLeaving(portal, body),
    ...goodMembershipChanges(portal, body),
    ...goodMerging(portal, body),
    ...goodOrganizationPages(portal, body),
    ...goodPrices(portal, body),
    ...goodSecondFactors(portal, body),
    ...goodRepresentations(portal, body),
    ...goodStaff(portal, body),
    ...goodUploads(body),
    ...goodPrivacy(portal, body),
    ...goodImports(portal, body, pages),
    ...goodInvitationRuns(portal, body, pages),
    updateProfile: [
      () =>
        input(
          {
            personId: ids.Person,
            givenName: 'Zoé',
            familyName: 'Écuyer',
            workPhone: '514 622-6483',
            workPhoneExtension: '3',
          },
          member,
        ),
    ],
  };
}
