import { In } from 'typeorm';
import type { InvitationId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { InvitationEntity } from './invitation.entity.ts';

/** Never to be shown without asking who is asking. */
export const invitationById: Loader<string, InvitationEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(InvitationEntity, { id: In(ids as InvitationId[]) });
    const byId = new Map<string, InvitationEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
