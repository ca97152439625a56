import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationKind, StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice } from '../invitations/operations.ts';
import { givenColleague, perform } from '../people/staff-operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { addBody, plain } from '../support/world.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** Of all bodies: codes are taken once. */
let independent = 0;

/** As `goodArguments`, for who is on the staff and what independent bodies share. */
export function goodStaff(
  portal: Portal,
  { association, ids, mark, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `personnel-${++intents}` } },
    asked,
  });
  const wanted = async (role = 'READER') => {
    const { personId } = await givenColleague(portal, association);
    return { associationId: ids.Association, personId, role, reach: 'NODE_AND_BELOW' };
  };
  /** Of an independent body below, with an administrator of its own. */
  const agreement = async () => {
    const code = `part${++independent}-${mark.toLowerCase()}`;
    const below = await portal.parts.db.transaction(tx =>
      addBody(portal.parts, tx, {
        ...plain(code, `Corps ${code}`),
        parent: association,
        kind: AssociationKind.INSTITUTE,
        independent: true,
      }),
    );
    const { asked, associationId } = await givenOffice(portal, { body: below, role: StaffRole.ADMIN });
    const fields = {
      associationId,
      toAssociationId: toPublicId('Association', association.id),
      kinds: ['MEMBERS', 'CONTACT'],
      purposeFr: 'Liste nationale',
      purposeEn: 'National list',
    };
    return { asked, fields };
  };
  const soon = (day: number): string =>
    new Date(portal.clock.now().getTime() + day * 86_400_000).toISOString();

  return {
    assignStaff: [
      async () => input(await wanted(), office.asked),
      async () => input({ ...(await wanted()), from: soon(1), to: soon(2) }, office.asked),
    ],
    endStaffAssignment: [
      async () => {
        const { assignment } = await perform(portal, 'assignStaff', await wanted(), office.asked);
        return input({ staffAssignmentId: assignment.id }, office.asked);
      },
      async () => {
        const { assignment } = await perform(portal, 'assignStaff', await wanted(), office.asked);
        return input({ staffAssignmentId: assignment.id, at: soon(1) }, office.asked);
      },
    ],
    recordSharingAgreement: [
      async () => {
        const { fields, asked } = await agreement();
        return input(fields, asked);
      },
      async () => {
        const { fields, asked } = await agreement();
        return input({ ...fields, from: soon(1), to: soon(2) }, asked);
      },
    ],
    endSharingAgreement: [
      async () => {
        const { fields, asked } = await agreement();
        const made = await perform(portal, 'recordSharingAgreement', fields, asked);
        return input({ sharingAgreementId: made.agreement.id }, asked);
      },
      async () => {
        const { fields, asked } = await agreement();
        const made = await perform(portal, 'recordSharingAgreement', fields, asked);
        return input({ sharingAgreementId: made.agreement.id, at: soon(1) }, asked);
      },
    ],
    sharedMembers: [
      async () => {
        const { fields, asked } = await agreement();
        await perform(portal, 'recordSharingAgreement', fields, asked);
        const filter = { associationId: fields.associationId, search: 'a' };
        return { variables: { filter, first: 5 }, asked: office.asked };
      },
    ],
  };
}
