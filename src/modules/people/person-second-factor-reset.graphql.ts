import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { latestResetOfAccount, SecondFactorReset } from '../accounts/index.ts';
import { mayActAsStaff, StaffRole } from '../associations/index.ts';
import { personById } from './person.loaders.ts';
import { Person } from './person.type.ts';

@Resolver(() => Person)
export class PersonSecondFactorResetResolver {
  @FieldResolver(() => SecondFactorReset, {
    nullable: true,
    description:
      'For staff with role ADMIN: the latest request to remove this person’s second factors, by `resetSecondFactors`. Null for anybody else.',
  })
  async secondFactorReset(
    @Root() { facts }: Person,
    @Ctx() context: Context,
  ): Promise<SecondFactorReset | null> {
    const person = await context.load(personById, facts.id);
    if (!person?.accountId) return null;
    if (!(await mayActAsStaff(context, person.associationId, [StaffRole.ADMIN]))) return null;
    const asked = await context.load(latestResetOfAccount, person.accountId);
    return asked && new SecondFactorReset(asked, context);
  }
}
