import { toPublicId } from '../../src/kernel/id.ts';
import type { DelegateRole, OrganizationEntity } from '../../src/modules/organizations/index.ts';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import {
  givenDelegations,
  givenOrganization,
  givenSomebodySignedIn,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface HandoverShown {
  readonly id: string;
  readonly from: { readonly displayName: string };
  readonly to: { readonly displayName: string };
  readonly remainingRoles: readonly string[];
  readonly expiresAt: string;
  readonly viewerCanAccept: boolean;
  readonly acceptedAt: string | null;
  readonly viewerCanDecide: boolean;
}

export interface OrganizationShown {
  readonly delegations: readonly {
    readonly role: DelegateRole;
    readonly from: string;
    readonly person: { readonly id: string; readonly displayName: string };
  }[];
  readonly principalHandover: HandoverShown | null;
  readonly delegateLimit: { readonly limit: number | null; readonly used: number } | null;
  readonly pendingInvitations: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly email: string; readonly state: string }[];
  } | null;
  readonly viewerCan: { readonly manageDelegates: boolean; readonly handOver: boolean };
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly organization: OrganizationShown | null;
  readonly expiresAt: string;
  readonly awaitingApproval: boolean;
  readonly limit: number;
  readonly next: { readonly kind: string } | null;
  readonly invitation: { readonly id: string; readonly state: string } | null;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const ORGANIZATION = `{
  delegations { role from person { id displayName } }
  principalHandover { id from { displayName } to { displayName } remainingRoles expiresAt acceptedAt viewerCanAccept viewerCanDecide }
  delegateLimit { limit used }
  pendingInvitations(first: 5) { totalCount nodes { id email state } }
  viewerCan { manageDelegates handOver }
}`;
const success = (name: string): string => `... on ${name}Success { organization ${ORGANIZATION} }`;

export const { send, perform } = mutationsOf<
  | 'changeDelegateRoles'
  | 'removeDelegate'
  | 'offerPrincipalHandover'
  | 'acceptPrincipalHandover'
  | 'cancelPrincipalHandover'
  | 'decidePrincipalHandover'
  | 'addDelegate'
  | 'appointPrincipal'
  | 'reinstatePrincipal',
  Result
>(
  {
    changeDelegateRoles: `${success('ChangeDelegateRoles')} ... on DelegateSuspended { next { kind } }`,
    removeDelegate: `${success('RemoveDelegate')} ... on DelegateSuspended { next { kind } }`,
    offerPrincipalHandover: `${success('OfferPrincipalHandover')} ... on PrincipalHandoverOpen { expiresAt }`,
    acceptPrincipalHandover: `${success('AcceptPrincipalHandover')}
      ... on AcceptPrincipalHandoverSuccess { awaitingApproval }`,
    decidePrincipalHandover: success('DecidePrincipalHandover'),
    addDelegate: `${success('AddDelegate')} ... on AddDelegateSuccess { invitation { id state } }
      ... on DelegateLimitReached { limit next { kind } }`,
    cancelPrincipalHandover: success('CancelPrincipalHandover'),
    appointPrincipal: '... on AppointPrincipalSuccess { invitation { id state } }',
    reinstatePrincipal: success('ReinstatePrincipal'),
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

export const personId = ({ person }: { readonly person: PersonEntity }): string =>
  toPublicId('Person', person.id);

/** An organization with its principal and another delegate, both signed in at AQPM's site. */
export interface TwoDelegates {
  readonly organization: OrganizationEntity;
  readonly organizationId: string;
  readonly principal: SignedIn;
  readonly other: SignedIn;
}

export async function givenTwoDelegates(
  portal: Portal,
  ...roles: readonly DelegateRole[]
): Promise<TwoDelegates> {
  const organization = await givenOrganization(portal);
  const principal = await givenSomebodySignedIn(portal, { givenName: 'Ève', familyName: 'Lacroix' });
  const other = await givenSomebodySignedIn(portal, { givenName: 'Noël', familyName: 'D’Amours' });
  await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
  await givenDelegations(
    portal,
    organization,
    other.person,
    ...(roles.length > 0 ? roles : ['DUES' as const]),
  );
  return { organization, organizationId: toPublicId('Organization', organization.id), principal, other };
}

export async function shown(
  portal: Portal,
  organizationId: string,
  asked: Asked,
): Promise<OrganizationShown | null> {
  const query = `query ($id: ID!) { organization(id: $id) ${ORGANIZATION} }`;
  const { data } = await portal.graphql<{ organization: OrganizationShown | null }>(
    query,
    { id: organizationId },
    asked,
  );
  return data.organization;
}

export const rolesBy = (organization: OrganizationShown | null): readonly string[] =>
  (organization?.delegations ?? []).map(({ role, person }) => `${person.displayName}: ${role}`);

/** Where the mails of an account go. */
export async function addressOf({ parts }: Portal, accountId: string): Promise<string> {
  const [row] = await parts.db.entities.query<{ address: string }[]>(
    'select address from account_address where account_id = $1',
    [accountId],
  );
  return row!.address;
}

/** While the policy of an association is to approve hand-overs. */
export async function approving<T>(
  { parts }: Portal,
  associationId: string,
  act: () => Promise<T>,
): Promise<T> {
  const set = (policy: string): Promise<unknown> =>
    parts.db.entities.query('update association set handover_approval = $2 where id = $1', [
      associationId,
      policy,
    ]);
  await set('ASSOCIATION');
  try {
    return await act();
  } finally {
    await set('NONE');
  }
}

/** What people do with the place of principal, in few words. */
export const handoversOf = (portal: () => Portal) => {
  const offer = ({ organizationId, principal, other }: TwoDelegates, more: object = {}): Promise<Result> =>
    perform(
      portal(),
      'offerPrincipalHandover',
      { organizationId, toPersonId: personId(other), remainingRoles: ['CONTACT'], ...more },
      principal,
    );
  return {
    offer,
    offered: async (house: TwoDelegates, more: object = {}): Promise<string> => {
      const { organization } = await offer(house, more);
      return organization!.principalHandover!.id;
    },
    accept: (handoverId: string, { token }: { token: string }): Promise<Result> =>
      perform(portal(), 'acceptPrincipalHandover', { handoverId }, { token }),
    cancel: (handoverId: string, asked: Asked): Promise<Result> =>
      perform(portal(), 'cancelPrincipalHandover', { handoverId }, asked),
  };
};
