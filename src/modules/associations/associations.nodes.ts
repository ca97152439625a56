import type { SectionId } from '../../kernel/id.ts';
import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { associationView } from './association.type.ts';
import { associationInReach } from './find-association.ts';
import { SectionEntity } from './section.entity.ts';
import { Section } from './section.type.ts';
import { mayReadSharing, sharingAgreementById } from './sharing/sharing-agreement.rows.ts';
import { SharingAgreement } from './sharing/sharing-agreement.type.ts';
import { StaffAssignment } from './staff-assignment.type.ts';
import { staffAssignmentById } from './staff-assignment.loaders.ts';
import { assignmentsOfActor, mayAsStaff } from './staff-rights.ts';

export const associationsNodes: NodeSources = [
  nodeSource('Association', async (context, id) => {
    const row = await associationInReach(context, id);
    return row && associationView(row);
  }),
  nodeSource('Section', async (context, id) => {
    const row = await context.db.entities.findOneBy(SectionEntity, { id: id as SectionId });
    return row && (await associationInReach(context, row.associationId)) ? new Section(row) : null;
  }),
  nodeSource('SharingAgreement', async (context, id) => {
    const row = await context.load(sharingAgreementById, id);
    return row && (await mayReadSharing(context, row)) ? new SharingAgreement(row) : null;
  }),
  nodeSource('StaffAssignment', async (context, id) => {
    const own = (await assignmentsOfActor(context)).find(assignment => assignment.id === id);
    if (own) return new StaffAssignment(own);
    const row = await context.load(staffAssignmentById, id);
    return row && (await mayAsStaff(context, 'READ_STAFF', row.associationId))
      ? new StaffAssignment(row)
      : null;
  }),
];
