import { toPublicId } from '../../src/kernel/id.ts';
import type { AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { addBody, plain, type Body } from '../support/world.ts';

export interface AssignmentShown {
  readonly id: string;
  readonly role: string;
  readonly reach: string;
  readonly from: string;
  readonly to: string | null;
  readonly person: { readonly displayName: string } | null;
  readonly viewerCan: { readonly end: boolean };
}

interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly assignment: AssignmentShown;
  readonly agreement: { readonly id: string; readonly kinds: readonly string[]; readonly to: string | null };
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const ASSIGNMENT = '{ id role reach from to person { displayName } viewerCan { end } }';
const AGREEMENT = '{ id kinds to }';

export const { send, perform } = mutationsOf<
  'assignStaff' | 'endStaffAssignment' | 'recordSharingAgreement' | 'endSharingAgreement',
  Result
>(
  {
    assignStaff: `... on AssignStaffSuccess { assignment ${ASSIGNMENT} }`,
    endStaffAssignment: `... on EndStaffAssignmentSuccess { assignment ${ASSIGNMENT} }`,
    recordSharingAgreement: `... on RecordSharingAgreementSuccess { agreement ${AGREEMENT} }`,
    endSharingAgreement: `... on EndSharingAgreementSuccess { agreement ${AGREEMENT} }`,
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

export interface Colleague {
  readonly account: GivenAccount;
  readonly personId: string;
}

/** Somebody on file with an account of their own. */
export async function givenColleague(portal: Portal, association: AssociationEntity): Promise<Colleague> {
  const account = await givenAccount(portal, { associationIds: [association.id] });
  const person = await givenPerson(portal, {
    associationId: association.id,
    givenName: 'Noël',
    familyName: 'D’Amours',
    accountId: account.id,
  });
  return { account, personId: toPublicId('Person', person.id) };
}

let bodies = 0;

/** A tree of its own, whose staff nobody else has a part in. */
export const givenTree = ({ parts }: Portal): Promise<Body> =>
  parts.db.transaction(tx => addBody(parts, tx, plain(`corps${++bodies}`, `Corps ${bodies}`)));

/** Who is on the staff; null for somebody who may not know. */
export async function staffOf(
  portal: Portal,
  associationId: string,
  asked: Asked,
  filter: object = {},
): Promise<{ readonly totalCount: number; readonly nodes: readonly AssignmentShown[] } | null> {
  const { data } = await portal.graphql<{ node: { staffAssignments: never } }>(
    `query ($id: ID!, $filter: StaffAssignmentFilter) { node(id: $id) { ... on Association {
       staffAssignments(filter: $filter) { totalCount nodes ${ASSIGNMENT} } } } }`,
    { id: associationId, filter },
    asked,
  );
  return data.node.staffAssignments;
}
