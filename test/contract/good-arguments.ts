import { fromPublicId, type AccountId } from '../../src/kernel/id.ts';
import { issueResetToken } from '../../src/modules/accounts/recovery/reset-token.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import { givenCode, newAddress } from '../invitations/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { goodLostAddress } from './good-lost-address.ts';
import { goodAddresses } from './good-addresses.ts';
import { goodCards } from './good-cards.ts';
import { goodClients } from './good-clients.ts';
import { goodCompletion } from './good-completion.ts';
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
import { goodSettings } from './good-settings.ts';
import { goodPrivacy } from './good-privacy.ts';
import { goodSecondFactors } from './good-second-factors.ts';
import { goodUploads } from './good-uploads.ts';
import { goodImports } from './good-imports.ts';
import { goodInvitations } from './good-invitations.ts';
import { goodInvitationRuns } from './good-invitation-runs.ts';
import { sessionOf } from './session-of.ts';
import { withoutPost } from './without-post.ts';

export type { Good, MakeGood };

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
  const input = (fields: object, asked?: Asked): Promise<Good> => good({ input: fields }, asked);

  return {
    association: [() => good({ code: body.association.code })],
    associations: pages('associations', {}, atSite),
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
    changePassword: [
      async () =>
        input(
          { currentPassword: PASSWORD, newPassword: `Au revoir, maison!${++passwords}`, idempotencyKey },
          await fresh(),
        ),
    ],
    confirmEmail: [async () => input({ token: await emailToken(), idempotencyKey })],
    refreshSession: [
      async () => input({ refreshToken: (await sessionOf(portal, await fresh(), atSite)).refreshToken }),
    ],
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
    ...goodClients(portal, body, pages),
    ...goodCompletion(portal, body),
    ...goodSettings(portal, body),
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
    ...goodInvitations(portal, body, fresh, pages),
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
