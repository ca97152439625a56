import { newId, type AssociationId, type OrganizationId } from '../../src/kernel/id.ts';
import { digest } from '../../src/platform/secrets/digest.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

interface Joinable {
  readonly id: OrganizationId;
  readonly associationId: AssociationId;
}

/** A request that waits, a domain and a code; no way to join is turned on, so that nobody finds the organization. */
export async function furnishJoining(
  portal: Portal,
  { id: organizationId, associationId }: Joinable,
  mark: string,
): Promise<void> {
  const { clock, random } = portal.parts;
  const person = await givenPerson(portal, {
    associationId,
    givenName: 'Ulysse',
    familyName: `Venu-${mark}`,
  });
  const now = clock.now();
  const later = new Date(now.getTime() + 30 * 86_400_000);
  const own = () => newId(clock, random);
  await portal.parts.db.transaction(async tx => {
    await tx.query(
      `insert into join_request (id, organization_id, person_id, message, asked_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [own(), organizationId, person.id, `Mot ${mark}`, now, later],
    );
    await tx.query(
      `insert into organization_domain (id, organization_id, domain, document, verified_at)
       values ($1, $2, $3, $4, $5)`,
      [own(), organizationId, `${mark.toLowerCase()}.example`, `Preuve ${mark}`, now],
    );
    await tx.query(
      `insert into organization_code (id, organization_id, digest, created_at, expires_at, uses)
       values ($1, $2, $3, $4, $5, 0)`,
      [own(), organizationId, digest(mark), now, later],
    );
  });
}
