import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform } from '../organizations/joining-operations.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for people who become delegates by themselves. */
export function goodJoining(
  portal: Portal,
  { association: { id: associationId }, siteKey: clientKey, office, ids, member }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const keyed = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `une-seule-entree-${++intents}` } },
    asked,
  });
  const plain = (fields: object, asked: Asked): Good => ({ variables: { input: fields }, asked });

  const somebody = async (address?: string) => {
    const account = await givenAccount(portal, {
      associationIds: [associationId],
      ...(address && { address }),
    });
    const person = await givenPerson(portal, { associationId, accountId: account.id });
    const { accessToken: token } = await sessionOf(portal, account, { clientKey });
    return { person, personId: toPublicId('Person', person.id), asked: { clientKey, token } };
  };
  const house = async () => {
    const organization = await givenOrganization(portal, { associationId });
    const principal = await somebody();
    await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
    return { organizationId: toPublicId('Organization', organization.id), principal: principal.asked };
  };
  const taking = async () => {
    const made = await house();
    const { organizationId } = made;
    const ways = { organizationId, acceptsRequests: true, acceptsDomains: false };
    await perform(portal, 'setOrganizationJoining', ways, made.principal);
    return made;
  };
  const asking = async () => {
    const made = await taking();
    const asker = await somebody();
    const { organizationId } = made;
    const { joinRequest } = await perform(
      portal,
      'requestToJoinOrganization',
      { organizationId },
      asker.asked,
    );
    return { ...made, asker, requestId: joinRequest.id };
  };
  const verified = async () => {
    const made = await house();
    const { organizationId, principal } = made;
    const domain = `maison${++intents}.example`;
    const document = 'Courriel du 3 mai';
    await perform(portal, 'verifyOrganizationDomain', { organizationId, domain, document }, office.asked);
    const ways = { organizationId, acceptsRequests: false, acceptsDomains: true };
    await perform(portal, 'setOrganizationJoining', ways, principal);
    return { ...made, domain };
  };

  return {
    joinableOrganizations: [
      async () => {
        await taking();
        const filter = { associationId: ids.Association, search: 'productions' };
        return { variables: { filter, first: 2 }, asked: member };
      },
      async () => {
        await taking();
        return { variables: { filter: { associationId: ids.Association }, last: 2 }, asked: member };
      },
    ],
    requestToJoinOrganization: [
      async () => {
        const [{ organizationId }, { asked, personId }] = [await taking(), await somebody()];
        return keyed({ organizationId, personId, message: 'Je travaille au montage.' }, asked);
      },
    ],
    withdrawJoinRequest: [
      async () => {
        const { requestId, asker } = await asking();
        return keyed({ requestId }, asker.asked);
      },
    ],
    decideJoinRequest: [
      async () => {
        const { requestId, principal } = await asking();
        return keyed({ requestId, decision: 'APPROVE', roles: ['CONTACT'] }, principal);
      },
      async () => {
        const { requestId, principal } = await asking();
        return keyed({ requestId, decision: 'REFUSE', reason: 'Contrat terminé' }, principal);
      },
    ],
    joinOrganization: [
      async () => {
        const { organizationId, domain } = await verified();
        const { asked, personId } = await somebody(`zoe@${domain}`);
        return keyed({ organizationId, personId }, asked);
      },
      async () => {
        const { organizationId, principal } = await house();
        const { code } = await perform(portal, 'rotateOrganizationCode', { organizationId }, principal);
        return keyed({ organizationCode: code }, (await somebody()).asked);
      },
    ],
    setOrganizationJoining: [
      async () => {
        const { organizationId, principal } = await house();
        return plain({ organizationId, acceptsRequests: true, acceptsDomains: false }, principal);
      },
    ],
    verifyOrganizationDomain: [
      async () => {
        const { organizationId } = await house();
        const domain = `autre${++intents}.example`;
        return keyed({ organizationId, domain, document: 'Courriel du 3 mai' }, office.asked);
      },
    ],
    endOrganizationDomain: [
      async () => {
        const { organizationId, domain, principal } = await verified();
        return keyed({ organizationId, domain }, principal);
      },
    ],
    rotateOrganizationCode: [
      async () => {
        const { organizationId, principal } = await house();
        return keyed({ organizationId }, principal);
      },
    ],
    turnOffOrganizationCode: [
      async () => {
        const { organizationId, principal } = await house();
        await perform(portal, 'rotateOrganizationCode', { organizationId }, principal);
        return plain({ organizationId }, principal);
      },
    ],
  };
}
