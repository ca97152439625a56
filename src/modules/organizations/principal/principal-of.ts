import type { PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { delegationsOfOrganization } from '../delegation.loaders.ts';

/** Who is principal now, with or without rights; null for an organization that has not had one yet. */
export async function principalOf(context: Context, organizationId: string): Promise<PersonId | null> {
  const delegations = await context.load(delegationsOfOrganization, organizationId);
  return delegations.find(({ role }) => role === 'PRINCIPAL')?.personId ?? null;
}
