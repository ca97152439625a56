import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { recordReading } from '../../platform/audit/record-readings.ts';
import type { Context } from '../../platform/context.ts';
import { latestResetOfAccount, SecondFactorReset } from '../accounts/index.ts';
import { mayAsStaff } from '../associations/index.ts';
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
    if (!(await mayAsStaff(context, 'READ_FACTOR_RESETS', person.associationId))) return null;
    const asked = await context.load(latestResetOfAccount, person.accountId);
    if (asked === null) return null;
    await recordReading(context, {
      act: 'readPersonSecondFactorReset',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
    });
    return new SecondFactorReset(asked, context);
  }
}
