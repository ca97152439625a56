import { In } from 'typeorm';
import type { StaffAssignmentId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { StaffAssignmentEntity } from './staff-assignment.entity.ts';

/** Whoever asks judges who may see it. */
export const staffAssignmentById: Loader<string, StaffAssignmentEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(StaffAssignmentEntity, {
      id: In(ids as StaffAssignmentId[]),
    });
    const byId = new Map<string, StaffAssignmentEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
