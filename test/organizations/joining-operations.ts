import { toPublicId } from '../../src/kernel/id.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface RequestShown {
  readonly id: string;
  readonly state: string;
  readonly message: string | null;
  readonly email: string | null;
  readonly reason: string | null;
  readonly organizationName: string;
  readonly person: { readonly displayName: string };
  readonly viewerCanDecide: boolean;
  readonly viewerCanWithdraw: boolean;
}

interface JoiningShown {
  readonly acceptsRequests: boolean;
  readonly acceptsDomains: boolean;
  readonly domains: readonly { readonly domain: string; readonly document: string }[];
  readonly code: { readonly createdAt: string; readonly expiresAt: string; readonly uses: number } | null;
  readonly viewerCanVerifyDomains: boolean;
}

interface OrganizationShown {
  readonly id: string;
  readonly delegations: readonly {
    readonly role: string;
    readonly person: { readonly displayName: string };
  }[];
  readonly joining: JoiningShown | null;
  readonly joinRequests: { readonly totalCount: number; readonly nodes: readonly RequestShown[] } | null;
}

interface Next {
  readonly kind: string;
  readonly organizationId: string | null;
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly joinRequest: RequestShown;
  readonly organization: OrganizationShown | null;
  readonly code: string;
  readonly state: string;
  readonly limit: number;
  readonly expiredAt: string;
  readonly next: Next;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const REQUEST = `id state message email reason organizationName person { displayName } viewerCanDecide viewerCanWithdraw`;
const JOINING = `joining {
  acceptsRequests acceptsDomains domains { domain document } code { createdAt expiresAt uses } viewerCanVerifyDomains
}`;
const ORGANIZATION = `id delegations { role person { displayName } } ${JOINING}`;
const next = 'next { kind organizationId }';
const request = (name: string): string => `... on ${name}Success { joinRequest { ${REQUEST} } }`;
const organization = (name: string): string => `... on ${name}Success { organization { ${ORGANIZATION} } }`;
type Act =
  | 'requestToJoinOrganization'
  | 'withdrawJoinRequest'
  | 'decideJoinRequest'
  | 'joinOrganization'
  | 'setOrganizationJoining'
  | 'verifyOrganizationDomain'
  | 'endOrganizationDomain'
  | 'rotateOrganizationCode'
  | 'turnOffOrganizationCode';

const nexts = (...problems: readonly string[]): string =>
  problems.map(name => `... on ${name} { ${next} }`).join(' ');
const OVER = `... on JoinRequestOver { state ${next} }`;
const LIMIT = '... on DelegateLimitReached { limit }';
const CODES = nexts('OrganizationCodeUnknown', 'OrganizationCodeReplaced', 'OrganizationCodeTurnedOff');

const fields: Record<Act, string> = {
  requestToJoinOrganization: `${request('RequestToJoinOrganization')} ${nexts('OrganizationNotJoinable', 'AlreadyDelegate')}`,
  withdrawJoinRequest: `${request('WithdrawJoinRequest')} ${OVER}`,
  decideJoinRequest: `${request('DecideJoinRequest')} ${OVER} ${LIMIT}`,
  joinOrganization: `${organization('JoinOrganization')} ... on JoinOrganizationSuccess { ${next} } ${CODES} ${LIMIT}
    ... on OrganizationCodeExpired { expiredAt ${next} }
    ${nexts('OrganizationNotJoinable', 'AlreadyDelegate', 'FormerDelegate')}`,
  setOrganizationJoining: organization('SetOrganizationJoining'),
  verifyOrganizationDomain: organization('VerifyOrganizationDomain'),
  endOrganizationDomain: organization('EndOrganizationDomain'),
  rotateOrganizationCode: `${organization('RotateOrganizationCode')} ... on RotateOrganizationCodeSuccess { code }`,
  turnOffOrganizationCode: organization('TurnOffOrganizationCode'),
};

export const { send, perform } = mutationsOf<Act, Result>(
  fields,
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

/** The organization as somebody sees it. */
export async function shown(portal: Portal, id: string, asked: Asked): Promise<OrganizationShown | null> {
  const { data } = await portal.graphql<{ organization: OrganizationShown | null }>(
    `query ($id: ID!) { organization(id: $id) {
      ${ORGANIZATION} joinRequests { totalCount nodes { ${REQUEST} } }
    } }`,
    { id },
    asked,
  );
  return data.organization;
}

export const rolesOf = (organization: OrganizationShown | null): readonly string[] =>
  (organization?.delegations ?? []).map(({ role, person }) => `${person.displayName}: ${role}`);

/** What can be joined, and how. */
export async function joinable(
  portal: Portal,
  asked: Asked,
  search?: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly ways: readonly string[] }[]> {
  const filter = { associationId: toPublicId('Association', portal.world.aqpm.association.id), search };
  const { data, errors } = await portal.graphql<{
    joinableOrganizations: { nodes: readonly { id: string; name: string; ways: readonly string[] }[] };
  }>(
    `query ($filter: JoinableOrganizationFilter!) {
      joinableOrganizations(filter: $filter) { nodes { id name ways } totalCount }
    }`,
    { filter },
    asked,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.joinableOrganizations.nodes;
}

/** The person's own requests, as the site or another client shows them. */
export async function ownRequests(portal: Portal, asked: Asked): Promise<readonly RequestShown[]> {
  const { data } = await portal.graphql<{ viewer: { joinRequests: { nodes: readonly RequestShown[] } } }>(
    `{ viewer { joinRequests { totalCount nodes { ${REQUEST} } } } }`,
    {},
    asked,
  );
  return data.viewer.joinRequests.nodes;
}
