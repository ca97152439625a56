import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { isOwnPerson } from '../person-in-care.ts';
import type { PersonEntity } from '../person.entity.ts';
import { personById } from '../person.loaders.ts';
import { Person } from '../person.type.ts';
import { addressesOfPerson, bornOnOfPerson } from './person-address.rows.ts';
import { PersonAddress } from './person-address.type.ts';

@Resolver(() => Person)
export class PersonAddressesResolver {
  @FieldResolver(() => [PersonAddress], {
    description:
      'The main one first. For the person, and for staff with role ADMIN or MEMBERSHIP; empty for anybody else.',
  })
  async addresses(@Root() { facts }: Person, @Ctx() context: Context): Promise<PersonAddress[]> {
    const person = await readable(context, facts.id);
    if (person === null) return [];
    return (await context.load(addressesOfPerson, person.id)).map(row => new PersonAddress(row));
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'Where prices go by age. For the person, and for staff with role ADMIN or MEMBERSHIP; null for anybody else.',
  })
  async bornOn(@Root() { facts }: Person, @Ctx() context: Context): Promise<LocalDate | null> {
    const person = await readable(context, facts.id);
    return person && context.load(bornOnOfPerson, person.id);
  }
}

async function readable(context: Context, id: string): Promise<PersonEntity | null> {
  const person = await context.load(personById, id);
  if (person === null) return null;
  if (isOwnPerson(context, person)) return person;
  return (await mayAsStaff(context, 'READ_PEOPLE', person.associationId)) ? person : null;
}
