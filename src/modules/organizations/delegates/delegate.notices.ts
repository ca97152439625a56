import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { DelegateRole } from '../delegate-role.ts';
import type { PersonEntity } from '../../people/index.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';
import { delegateRolesChanged } from './delegate.mails.ts';

interface News {
  readonly organization: OrganizationEntity;
  readonly person: PersonEntity;
  readonly roles: readonly DelegateRole[];
}

/** Tells a delegate what they are for the organization from now on. */
export const tellDelegate = async (
  context: Context,
  tx: Tx,
  { organization, person: { id: personId }, roles }: News,
): Promise<void> => {
  await tellPerson(context, tx, {
    personId,
    associationId: organization.associationId,
    letter: delegateRolesChanged,
    values: locale => ({ organization: nameOf(organization, locale), roles }),
  });
};
