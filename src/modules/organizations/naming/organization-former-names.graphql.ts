import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Organization } from '../organization.type.ts';
import { FormerLegalName } from './former-legal-name.type.ts';
import { formerNamesOf } from './former-names.loaders.ts';

@Resolver(() => Organization)
export class OrganizationFormerNamesResolver {
  @FieldResolver(() => [FormerLegalName], {
    description: 'The legal names that it had before, the latest first.',
  })
  async formerLegalNames(
    @Root() { facts: { id, associationId } }: Organization,
    @Ctx() context: Context,
  ): Promise<FormerLegalName[]> {
    const rows = await context.load(formerNamesOf, id);
    return rows.map(row => new FormerLegalName(row, associationId));
  }
}
