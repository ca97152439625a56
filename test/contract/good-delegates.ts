import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { newAddress } from '../invitations/operations.ts';
import { approving, perform } from '../organizations/delegate-operations.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for who acts for an organization. */
export function goodDelegates(
  portal: Portal,
  { association: { id: associationId }, siteKey: clientKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `une-seule-fois-${++intents}` } },
    asked,
  });

  const delegate = async (): Promise<{ person: Awaited<ReturnType<typeof givenPerson>>; asked: Asked }> => {
    const account = await givenAccount(portal, { associationIds: [associationId] });
    const person = await givenPerson(portal, { associationId, accountId: account.id });
    return {
      person,
      asked: { clientKey, token: (await sessionOf(portal, account, { clientKey })).accessToken },
    };
  };
  const house = async () => {
    const organization = await givenOrganization(portal, { associationId });
    const [principal, other] = [await delegate(), await delegate()];
    await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
    await givenDelegations(portal, organization, other.person, 'DUES');
    const organizationId = toPublicId('Organization', organization.id);
    return { organizationId, principal, other, personId: toPublicId('Person', other.person.id) };
  };
  const offered = async () => {
    const made = await house();
    const { organizationId, personId: toPersonId, principal } = made;
    const offer = { organizationId, toPersonId, remainingRoles: [] };
    const { organization } = await perform(portal, 'offerPrincipalHandover', offer, principal.asked);
    return { ...made, handoverId: organization!.principalHandover!.id };
  };

  const appointment = async (whom: object) => {
    const { organizationId, personId } = await house();
    const email = newAddress();
    return { organizationId, personId, email, locale: 'FR_CA', document: 'Lettre du 3 mai', ...whom };
  };

  const added = (organizationId: string): object => ({
    organizationId,
    givenName: 'Agnès',
    familyName: 'Ôté',
    email: newAddress(),
    locale: 'FR_CA',
    roles: ['CONTACT'],
  });

  return {
    appointPrincipal: [
      async () => input(await appointment({}), office.asked),
      async () =>
        input(
          { ...(await appointment({ givenName: 'Agnès', familyName: 'Ôté' })), personId: null },
          office.asked,
        ),
    ],
    reinstatePrincipal: [
      async () => {
        const appointed = await appointment({});
        await perform(portal, 'appointPrincipal', appointed, office.asked);
        return input({ organizationId: appointed.organizationId }, office.asked);
      },
    ],
    changeDelegateRoles: [
      async () => {
        const { organizationId, personId, principal } = await house();
        return input({ organizationId, personId, roles: ['CONTACT'] }, principal.asked);
      },
    ],
    removeDelegate: [
      async () => {
        const { organizationId, personId, principal } = await house();
        return input({ organizationId, personId }, principal.asked);
      },
    ],
    offerPrincipalHandover: [
      async () => {
        const { organizationId, personId: toPersonId, principal } = await house();
        return input({ organizationId, toPersonId, remainingRoles: ['CONTACT'] }, principal.asked);
      },
    ],
    acceptPrincipalHandover: [
      async () => {
        const { handoverId, other } = await offered();
        return input({ handoverId }, other.asked);
      },
    ],
    decidePrincipalHandover: [
      async () => {
        const { handoverId, other } = await offered();
        await approving(portal, associationId, () =>
          perform(portal, 'acceptPrincipalHandover', { handoverId }, other.asked),
        );
        return input({ handoverId, decision: 'REFUSE', reason: 'Procès-verbal manquant' }, office.asked);
      },
    ],
    addDelegate: [
      async () => {
        const { organizationId, principal } = await house();
        return input({ ...added(organizationId), roles: ['DUES'] }, principal.asked);
      },
      async () => {
        const { organizationId } = await house();
        const person = await givenPerson(portal, { associationId });
        const named = { personId: toPublicId('Person', person.id), givenName: null, familyName: null };
        return input({ ...added(organizationId), ...named, recordOnly: true }, office.asked);
      },
    ],
    cancelPrincipalHandover: [
      async () => {
        const { handoverId, principal } = await offered();
        return input({ handoverId }, principal.asked);
      },
    ],
  };
}
