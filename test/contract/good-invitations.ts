import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenCode, newAccountInput, newAddress, perform, tokenMailedTo } from '../invitations/operations.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for invitations; `fresh` signs somebody new in. */
export function goodInvitations(
  portal: Portal,
  body: FurnishedBody,
  fresh: () => Promise<Asked & { address: string }>,
  pages: (name: string, variables: object, asked: Asked) => MakeGood[],
): Readonly<Record<string, readonly MakeGood[]>> {
  const { office } = body;
  const ofOwnAssociation = { associationId: body.ids.Association };
  const idempotencyKey = 'une-seule-fois';
  const atSite: Asked = { clientKey: body.siteKey };
  const atTool: Asked = { clientKey: body.toolKey };
  const input = (fields: object, asked: Asked = atSite): Promise<Good> =>
    Promise.resolve({ variables: { input: fields }, asked });
  const code = async (): Promise<string> => (await givenCode(portal, office)).code;
  const accepting = async (): Promise<{ address: string; accept: () => Promise<unknown> }> => {
    const { id } = body.association;
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id }, { invitationMismatch: 'VERIFY' }),
    );
    const invited = await givenCode(portal, office);
    const { address: _, ...asked } = await fresh();
    const accept = (): Promise<unknown> => perform(portal, 'acceptInvitation', { code: invited.code }, asked);
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
    await perform(portal, 'confirmInvitationAddress', { token }, atSite);
    return tokenMailedTo(portal, address, 'dispute');
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
    input({ ...ofOwnAssociation, invitations: [draft] }, office.asked);
  const testing = (invitation: object): Promise<Good> => input({ ...ofOwnAssociation, invitation }, atTool);
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

  return {
    invitationPreview: [async () => ({ variables: { code: await code() }, asked: atSite })],
    invitations: pages('invitations', { filter: ofOwnAssociation, order: 'ISSUED_AT_ASC' }, office.asked),
    acceptInvitation: [async () => input({ code: await code(), idempotencyKey }, await fresh())],
    acceptInvitationWithNewAccount: [
      async () => input(newAccountInput(portal, await code(), { idempotencyKey })),
    ],
    confirmInvitationAddress: [async () => input({ token: await addressToken(), idempotencyKey })],
    declineInvitation: [async () => input({ code: await code() })],
    disputeInvitation: [async () => input({ token: await disputeToken(), idempotencyKey })],
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
    reissueExpiredInvitation: [async () => input({ code: await expiredCode(), idempotencyKey })],
    resendInvitation: [
      async () => input({ invitationId: await invitationId(), idempotencyKey }, office.asked),
    ],
    revokeInvitation: [async () => input({ invitationId: await invitationId() }, office.asked)],
  };
}
