import type { SectionId } from '../../kernel/id.ts';
import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { associationView } from './association.type.ts';
import { associationInReach } from './find-association.ts';
import { SectionEntity } from './section.entity.ts';
import { Section } from './section.type.ts';
import { StaffAssignment } from './staff-assignment.type.ts';
import { assignmentsOfActor } from './staff-rights.ts';

export const associationsNodes: NodeSources = [
  nodeSource('Association', async (context, id) => {
    const row = await associationInReach(context, id);
    return row && associationView(row);
  }),
  nodeSource('Section', async (context, id) => {
    const row = await context.db.entities.findOneBy(SectionEntity, { id: id as SectionId });
    return row && (await associationInReach(context, row.associationId)) ? new Section(row) : null;
  }),
  nodeSource('StaffAssignment', async (context, id) => {
    const own = (await assignmentsOfActor(context)).find(assignment => assignment.id === id);
    return own ? new StaffAssignment(own) : null;
  }),
];
