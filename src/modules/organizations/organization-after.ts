import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { forgetLoaded } from '../../platform/database/loader.ts';
import { organizationById } from './organization.loaders.ts';
import { mayReadOrganization } from './organization-rights.ts';
import type { Organization } from './organization.type.ts';
import { organizationView } from './organization-view.ts';

/** The organization as it stands after an act; null for somebody who has given up the right to see it. */
export async function organizationAfter(context: Context, publicId: string): Promise<Organization | null> {
  forgetLoaded(context);
  const id = fromPublicId('Organization', publicId);
  const row = id && (await context.load(organizationById, id));
  return row && (await mayReadOrganization(context, row)) ? organizationView(context, row) : null;
}
