import { toPublicId } from '../../src/kernel/id.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import { givenCode, givenOffice } from '../invitations/operations.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

export interface InvitedPrincipal {
  readonly organization: OrganizationEntity;
  readonly person: PersonEntity;
  readonly address: string;
  readonly code: string;
}

/** Somebody on file, invited to be the principal delegate of an organization; the mail is in the mailbox. */
export async function givenPrincipal(
  portal: Portal,
  locale: 'FR_CA' | 'EN_CA' = 'FR_CA',
): Promise<InvitedPrincipal> {
  const organization = await givenOrganization(portal);
  const person = await givenPerson(portal, { givenName: 'Jean', familyName: 'Tremblay' });
  const draft = {
    locale,
    personId: toPublicId('Person', person.id),
    organizationId: toPublicId('Organization', organization.id),
    roles: ['PRINCIPAL'],
  };
  const { address, code } = await givenCode(portal, await givenOffice(portal), draft);
  return { organization, person, address, code };
}

/** Who acts for an organization, whether suspended or not. */
export const delegatesOf = (
  { parts }: Portal,
  { id }: OrganizationEntity,
): Promise<{ readonly person_id: string; readonly suspended_at: Date | null }[]> =>
  parts.db.entities.query('select person_id, suspended_at from delegation where organization_id = $1', [id]);
