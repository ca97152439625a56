import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface MembershipShown {
  readonly id: string;
  readonly memberNumber: string;
  readonly class: { readonly code: string } | null;
  readonly status: { readonly code: string };
  readonly affiliations: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly reason: string;
    readonly note: string | null;
  }[];
  readonly holds: readonly { readonly id: string; readonly kind: string; readonly to: string | null }[];
}

export interface Result {
  readonly __typename: string;
  readonly why?: string;
  readonly message?: string;
  readonly issues?: readonly { readonly path: readonly string[] }[];
  readonly membershipId?: string;
  readonly effect?: { readonly total: { readonly cents: number } };
  readonly membership: MembershipShown;
}

const MEMBERSHIP = `membership { id memberNumber class { code } status { code }
  affiliations { from to reason note } holds { id kind to } }`;
const success = (name: string): string =>
  `... on ${name.charAt(0).toUpperCase()}${name.slice(1)}Success { ${MEMBERSHIP} }`;

export type Act =
  | 'reclassifyMembership'
  | 'placeOnHold'
  | 'endHold'
  | 'resignMembership'
  | 'withdrawResignation'
  | 'reinstateMembership';

const PROBLEMS = `... on Problem { message } ... on InvalidInput { issues { path } }
  ... on MoneyEffectChanged { effect { total { cents } } }`;

/** For staff: makes somebody on file a member. */
export const admissions = mutationsOf<'admitMember', Result>(
  { admitMember: `${success('admitMember')} ... on AlreadyMember { membershipId }` },
  PROBLEMS,
);

export const { perform } = mutationsOf<Act, Result>(
  {
    reclassifyMembership: success('reclassifyMembership'),
    placeOnHold: success('placeOnHold'),
    endHold: success('endHold'),
    resignMembership: success('resignMembership'),
    withdrawResignation: success('withdrawResignation'),
    reinstateMembership: success('reinstateMembership'),
  },
  `${PROBLEMS} ... on MembershipChangeNotPossible { why }`,
);

export interface Preview {
  readonly effectiveOn: string;
  readonly classAfter: { readonly code: string } | null;
  readonly statusAfter: { readonly code: string };
  readonly moneyEffect: { readonly total: { readonly cents: number; readonly formatted: string } };
}

export async function preview(portal: Portal, input: object, asked: Asked): Promise<Preview> {
  const { data, errors } = await portal.graphql<{ membershipChange: { readonly preview: Preview } }>(
    `query ($input: MembershipChangeInput!) { membershipChange(input: $input) { __typename
       ... on Problem { message } ... on MembershipChangeNotPossible { why }
       ... on MembershipChangeSuccess { preview { effectiveOn classAfter { code } statusAfter { code }
         moneyEffect { total { cents formatted } } consequences { code } } } } }`,
    { input },
    asked,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.membershipChange.preview;
}
