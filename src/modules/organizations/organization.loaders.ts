import { In, IsNull } from 'typeorm';
import type { OrganizationId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import type { SectionEntity } from '../associations/index.ts';
import { OrganizationEntity } from './organization.entity.ts';

/** One that was merged into another is absent. */
export const organizationById: Loader<string, OrganizationEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(OrganizationEntity, {
      id: In(ids as OrganizationId[]),
      mergedIntoId: IsNull(),
    });
    const byId = new Map<string, OrganizationEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** A stay of an organization in a section, with the section. */
export type SectionStay = Pick<SectionEntity, 'id' | 'code' | 'nameFr' | 'nameEn'> & {
  readonly organizationId: OrganizationId;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
};

const readStays = statement<SectionStay>(
  'sections-of-organizations',
  `select os.organization_id as "organizationId", s.id, s.code, s.name_fr as "nameFr", s.name_en as "nameEn",
     os.from_on::text as "from", os.to_on::text as "to"
   from organization_section os join section s on s.id = os.section_id
   where os.organization_id = any ($1::uuid[])
   order by s.code, os.from_on`,
);

/** Every stay, past ones included: which of them hold today depends on the association's zone. */
export const sectionStaysOf: Loader<string, readonly SectionStay[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(readStays, [ids]);
    return ids.map(id => rows.filter(row => row.organizationId === id));
  },
);
