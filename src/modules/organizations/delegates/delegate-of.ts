import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { personById, type PersonEntity } from '../../people/index.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../delegate-role.ts';
import { delegationsOfOrganization } from '../delegation.loaders.ts';
import { DelegateNotFound } from './delegate.problems.ts';

export interface DelegateFacts {
  readonly person: PersonEntity;
  /** Those of record, suspended ones included. */
  readonly roles: readonly DelegateRole[];
  /** Whether every role is suspended. */
  readonly suspended: boolean;
  /** Whether any is: the association has yet to decide. */
  readonly underReview: boolean;
}

/** A person as a delegate of an organization now; refuses with `DelegateNotFound` for anybody else. */
export async function delegateOf(
  context: Context,
  organizationId: string,
  publicPersonId: string,
): Promise<DelegateFacts> {
  const personId = fromPublicId('Person', publicPersonId);
  const delegations = await context.load(delegationsOfOrganization, organizationId);
  const own = delegations.filter(delegation => delegation.personId === personId);
  const person = personId && own.length > 0 ? await context.load(personById, personId) : null;
  if (!person) refuse(new DelegateNotFound());
  const roles = DELEGATE_ROLES.filter(role => own.some(delegation => delegation.role === role));
  const suspensions = own.map(({ suspendedAt }) => suspendedAt !== null);
  return { person, roles, suspended: suspensions.every(Boolean), underReview: suspensions.some(Boolean) };
}
