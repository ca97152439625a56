import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform, signedIn } from '../accounts/operations.ts';
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

/** Arguments with which an operation does what it is for, and who may ask for it. */
export interface Good {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asked: Asked;
}

/** Makes them afresh, because some work only once. */
export type MakeGood = () => Promise<Good>;

/** Every operation of the API; where some arguments exclude others there is more than one way to call it. */
export function goodArguments(
  portal: Portal,
  body: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { ids, office, member } = body;
  const atSite: Asked = { clientKey: body.siteKey };
  const good = (variables: object, asked: Asked = atSite): Promise<Good> =>
    Promise.resolve({ variables: variables as Good['variables'], asked });
  const code = async (): Promise<string> => (await givenCode(portal, office)).code;
  const idempotencyKey = 'une-seule-fois';

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

  const fresh = async (): Promise<Asked & { address: string }> => {
    const account = await givenAccount(portal, { associationIds: [body.association.id] });
    const { accessToken } = await signedIn(portal, account.address, atSite);
    return { ...atSite, token: accessToken, address: account.address };
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
  const newMembership = async (): Promise<string> => {
    const { id: associationId } = body.association;
    const person = await givenPerson(portal, { associationId });
    const memberNumber = newAddress();
    const ofClass = await givenClass(portal, { associationId, code: memberNumber });
    const holder = { personId: person.id };
    return toPublicId('Membership', (await givenMembership(portal, ofClass, holder, { memberNumber })).id);
  };
  const newOrganization = async (): Promise<string> =>
    toPublicId('Organization', (await givenOrganization(portal, { associationId: body.association.id })).id);
  const newPerson = async (): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId: body.association.id })).id);
  const invitationId = async (): Promise<string> => (await givenCode(portal, office)).id;
  const input = (fields: object, asked?: Asked): Promise<Good> => good({ input: fields }, asked);

  return {
    association: [() => good({ code: body.association.code })],
    associations: pages('associations', {}, atSite),
    invitationPreview: [async () => good({ code: await code() })],
    invitations: pages('invitations', { filter: ofOwnAssociation, order: 'ISSUED_AT_ASC' }, office.asked),
    labels: [() => good({ enum: 'NextStepKind' })],
    membership: [() => good({ id: ids.Membership }, member)],
    membershipClasses: pages('membershipClasses', ofOwnAssociation, atSite),
    memberships: pages('memberships', { filter: ofOwnAssociation }, office.asked),
    node: [() => good({ id: ids.Organization }, member)],
    organization: [() => good({ id: ids.Organization }, member)],
    organizations: pages('organizations', { filter: ofOwnAssociation }, office.asked),
    passwordPolicy: [async () => good({ invitationCode: await code() })],
    realm: [() => good({})],
    sections: pages('sections', ofOwnAssociation, atSite),
    viewer: [() => good({}, member)],

    acceptInvitation: [async () => input({ code: await code(), idempotencyKey }, await fresh())],
    acceptInvitationWithNewAccount: [
      async () => input(newAccountInput(portal, await code(), { idempotencyKey })),
    ],
    changePassword: [
      async () => input({ currentPassword: PASSWORD, newPassword: 'Au revoir!2027' }, await fresh()),
    ],
    confirmEmail: [async () => input({ token: await emailToken() })],
    confirmInvitationAddress: [async () => input({ token: await addressToken() })],
    declineInvitation: [async () => input({ code: await code() })],
    disputeInvitation: [async () => input({ token: await disputeToken() })],
    issueInvitations: [
      async () =>
        issuing(
          draft({ personId: await newPerson(), organizationId: await newOrganization(), roles: ['DUES'] }),
        ),
      async () => issuing(draft({ membershipId: await newMembership() })),
      () => issuing(draft({ givenName: 'Luc', familyName: 'Essai', staffRole: 'READER' })),
    ],
    refreshSession: [
      async () =>
        input({ refreshToken: (await signedIn(portal, (await fresh()).address, atSite)).refreshToken }),
    ],
    reissueExpiredInvitation: [async () => input({ code: await expiredCode(), idempotencyKey })],
    requestEmailChange: [
      async () =>
        input({ newAddress: newAddress(), currentPassword: PASSWORD, idempotencyKey }, await fresh()),
    ],
    requestEmailConfirmation: [async () => input({ idempotencyKey }, await unconfirmed())],
    resendInvitation: [
      async () => input({ invitationId: await invitationId(), idempotencyKey }, office.asked),
    ],
    revokeInvitation: [async () => input({ invitationId: await invitationId() }, office.asked)],
    setLocale: [() => input({ locale: 'EN_CA' }, member)],
    signIn: [async () => input({ identifier: (await fresh()).address, password: PASSWORD })],
    signOut: [
      async () =>
        input({ refreshToken: (await signedIn(portal, (await fresh()).address, atSite)).refreshToken }),
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
