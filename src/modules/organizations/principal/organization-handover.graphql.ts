import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Organization } from '../organization.type.ts';
import { principalHandoverOf } from './principal-handover.rows.ts';
import { PrincipalHandover } from './principal-handover.type.ts';

@Resolver(() => Organization)
export class OrganizationHandoverResolver {
  @FieldResolver(() => PrincipalHandover, {
    nullable: true,
    description: 'The offer of the place of principal delegate that stands; null when there is none.',
  })
  async principalHandover(
    @Root() { facts: { id } }: Organization,
    @Ctx() context: Context,
  ): Promise<PrincipalHandover | null> {
    const facts = await context.load(principalHandoverOf, id);
    return facts && new PrincipalHandover(facts);
  }
}
