import { In } from 'typeorm';
import type { OrganizationId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { OrganizationFormerNameEntity } from './organization-former-name.entity.ts';

/** The names that organizations had before themselves, the latest first. */
export const formerNamesOf: Loader<string, readonly OrganizationFormerNameEntity[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.find(OrganizationFormerNameEntity, {
      where: { organizationId: In(ids as OrganizationId[]), ofMerged: false },
      order: { untilOn: 'DESC', id: 'DESC' },
    });
    return ids.map(id => rows.filter(row => row.organizationId === id));
  },
);
