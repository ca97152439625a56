import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { accountById, addressesOfAccount } from '../accounts/index.ts';
import { mayActAsStaff, StaffRole } from '../associations/index.ts';
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
    if (!(await mayActAsStaff(context, person.associationId, [StaffRole.ADMIN, StaffRole.MEMBERSHIP])))
      return null;
    const [account, addresses] = await Promise.all([
      context.load(accountById, person.accountId),
      context.load(addressesOfAccount, person.accountId),
    ]);
    return account && new PersonLogin(account, addresses);
  }
}
