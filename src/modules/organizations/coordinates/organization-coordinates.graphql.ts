import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Organization } from '../organization.type.ts';
import { coordinatesForm } from './coordinates-form.ts';
import { coordinatesOf } from './coordinates.rows.ts';
import { OrganizationCoordinates } from './coordinates.type.ts';

@Resolver(() => Organization)
export class OrganizationCoordinatesResolver {
  @FieldResolver(() => OrganizationCoordinates, {
    description:
      'Further addresses, telephone numbers, e-mail and web addresses; the main ones are fields of the organization itself.',
  })
  async coordinates(
    @Root() { facts: { id } }: Organization,
    @Ctx() context: Context,
  ): Promise<OrganizationCoordinates> {
    return new OrganizationCoordinates(await context.load(coordinatesOf, id));
  }

  @FieldResolver(() => Form, {
    description:
      'What may be changed with `setOrganizationCoordinates`, ready to draw: a row for each that is on file, and an empty one where there is room. Rows that stay empty may be sent as they are.',
  })
  async coordinatesForm(@Root() organization: Organization, @Ctx() context: Context): Promise<Form> {
    const [coordinates, { updateProfile }] = await Promise.all([
      context.load(coordinatesOf, organization.facts.id),
      organization.viewerCan(context),
    ]);
    const readOnly = updateProfile ? null : context.wording.of('organizations.profile.readOnly');
    return coordinatesForm(context.wording, coordinates, readOnly);
  }
}
