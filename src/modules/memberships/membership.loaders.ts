import { In } from 'typeorm';
import type { MembershipClassId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';
import {
  readMembershipsById,
  readMembershipsOfOrganizations,
  readMembershipsOfPersons,
  type MembershipFacts,
} from './membership-facts.ts';

export const membershipById: Loader<string, MembershipFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(readMembershipsById, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

/** The memberships of a person, in whatever associations have them on file. */
export const membershipsOfPerson: Loader<string, readonly MembershipFacts[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(readMembershipsOfPersons, [ids]);
    return ids.map(id => rows.filter(row => row.personId === id));
  },
);

export const membershipsOfOrganization: Loader<string, readonly MembershipFacts[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(readMembershipsOfOrganizations, [ids]);
    return ids.map(id => rows.filter(row => row.organizationId === id));
  },
);

export const membershipClassById: Loader<string, MembershipClassEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(MembershipClassEntity, {
      id: In(ids as MembershipClassId[]),
    });
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);
