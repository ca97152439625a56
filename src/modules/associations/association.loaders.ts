import { In } from 'typeorm';
import type { AssociationId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { AssociationEntity } from './association.entity.ts';
import { SectionEntity } from './section.entity.ts';

export const associationById: Loader<string, AssociationEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(AssociationEntity, { id: In(ids as AssociationId[]) });
    const byId = new Map<string, AssociationEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

export const childrenOf: Loader<string, readonly AssociationEntity[]> = defineLoader(
  async (context, parentIds: readonly string[]) => {
    const rows = await context.db.entities.find(AssociationEntity, {
      where: { parentId: In(parentIds as AssociationId[]) },
      order: { code: 'ASC' },
    });
    return parentIds.map(id => rows.filter(row => row.parentId === id));
  },
);

/** Its sections, by code. */
export const sectionsOfAssociation: Loader<string, readonly SectionEntity[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.find(SectionEntity, {
      where: { associationId: In(ids as AssociationId[]) },
      order: { code: 'ASC' },
    });
    return ids.map(id => rows.filter(row => row.associationId === id));
  },
);
