import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { recordReading } from '../../platform/audit/record-readings.ts';
import type { Context } from '../../platform/context.ts';
import { accountById, addressesOfAccount } from '../accounts/index.ts';
import { mayAsStaff } from '../associations/index.ts';
import { PersonLogin } from './person-login.type.ts';
import { personById } from './person.loaders.ts';
import { Person } from './person.type.ts';

@Resolver(() => Person)
export class PersonLoginResolver {
  @FieldResolver(() => PersonLogin, {
    nullable: true,
    description:
      'For staff with role ADMIN or MEMBERSHIP: the account of this person. Null when they have none, and for anybody else.',
  })
  async login(@Root() { facts }: Person, @Ctx() context: Context): Promise<PersonLogin | null> {
    const person = await context.load(personById, facts.id);
    if (!person?.accountId) return null;
    if (!(await mayAsStaff(context, 'READ_PEOPLE', person.associationId))) return null;
    await recordReading(context, {
      act: 'readPersonLogin',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
    });
    const [account, addresses] = await Promise.all([
      context.load(accountById, person.accountId),
      context.load(addressesOfAccount, person.accountId),
    ]);
    return account && new PersonLogin(account, addresses);
  }
}
