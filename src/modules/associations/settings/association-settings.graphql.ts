import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import type { AssociationEntity } from '../association.entity.ts';
import { associationById } from '../association.loaders.ts';
import { Association } from '../association.type.ts';
import { mayAsStaff } from '../staff-rights.ts';
import { factorRolesOfRealm, settingsOf } from './association-settings.ts';
import { mayChangeSettings } from './association-settings.policy.ts';
import { AssociationSettings } from './association-settings.type.ts';

@Resolver(() => Association)
export class AssociationSettingsResolver {
  @FieldResolver(() => AssociationSettings, {
    nullable: true,
    description: 'For its staff, through an internal tool; null for anybody else.',
  })
  async settings(
    @Root() { row: { id } }: Association,
    @Ctx() context: Context,
  ): Promise<AssociationSettings | null> {
    if (!(await mayAsStaff(context, 'READ_RECORDS', id))) return null;
    // Some reads bring an association along without what only its staff see.
    const row = await context.load(associationById, id);
    return row && viewSettings(context, row);
  }
}

/** The settings as the signed-in person sees them. */
export async function viewSettings(context: Context, row: AssociationEntity): Promise<AssociationSettings> {
  return new AssociationSettings(settingsOf(row), {
    ofRealm: factorRolesOfRealm(context.settings.realmMode),
    mayChange: await mayChangeSettings(context, row.id),
  });
}
