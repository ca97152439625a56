import type { PersonId, PrincipalHandoverId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { DelegateRole } from '../delegate-role.ts';

/** An offer that stands, with the names of both. */
export interface PrincipalHandoverFacts {
  readonly id: PrincipalHandoverId;
  readonly organizationId: string;
  readonly fromPersonId: PersonId;
  readonly fromGivenName: string;
  readonly fromFamilyName: string;
  readonly toPersonId: PersonId;
  readonly toGivenName: string;
  readonly toFamilyName: string;
  readonly remainingRoles: readonly DelegateRole[];
  readonly offeredAt: Date;
  /** Set while the association has yet to approve. */
  readonly acceptedAt: Date | null;
  readonly expiresAt: Date;
}

const isAt = (now: string, d: string, person: string): string => `
  ${d}.organization_id = h.organization_id and ${d}.person_id = ${person} and ${d}.suspended_at is null
  and ${d}.from_at <= ${now} and (${d}.to_at is null or ${d}.to_at > ${now})`;

/**
 * Whether an offer `h` stands at an instant: it was not answered, its days are not over, the principal who made it still is
 * one with rights, and whoever may accept it is still a delegate with rights.
 */
export const handoverStandsAt = (now: string): string => `
  h.ended_at is null and h.expires_at >= ${now}
  and exists (select from delegation f where ${isAt(now, 'f', 'h.from_person_id')} and f.role = 'PRINCIPAL')
  and exists (select from delegation t where ${isAt(now, 't', 'h.to_person_id')})`;
export const STANDS = handoverStandsAt('$2');

const STANDING = `
  select h.id, h.organization_id as "organizationId", h.from_person_id as "fromPersonId",
    f.given_name as "fromGivenName", f.family_name as "fromFamilyName", h.to_person_id as "toPersonId",
    t.given_name as "toGivenName", t.family_name as "toFamilyName", h.remaining_roles as "remainingRoles",
    h.offered_at as "offeredAt",
    h.accepted_at as "acceptedAt", h.expires_at as "expiresAt"
  from principal_handover h
  join person f on f.id = h.from_person_id
  join person t on t.id = h.to_person_id
  where ${STANDS}`;

const standingById = statement<PrincipalHandoverFacts>(
  'principal-handovers-by-id',
  `${STANDING} and h.id = any ($1::uuid[])`,
);
const standingOfOrganizations = statement<PrincipalHandoverFacts>(
  'principal-handovers-of-organizations',
  `${STANDING} and h.organization_id = any ($1::uuid[])`,
);

/** An offer that stands now; null for one that is over. */
export const principalHandoverById: Loader<string, PrincipalHandoverFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(standingById, [ids, context.clock.now()]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

/** The same by its organization. */
export const principalHandoverOf: Loader<string, PrincipalHandoverFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(standingOfOrganizations, [ids, context.clock.now()]);
    return ids.map(id => rows.find(row => row.organizationId === id) ?? null);
  },
);
