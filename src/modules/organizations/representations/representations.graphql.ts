import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Person } from '../../people/index.ts';
import { Organization } from '../organization.type.ts';
import {
  representationsOfOrganization,
  representationsOfPerson,
  type RepresentationFacts,
} from './representation.loaders.ts';
import { holdsOn } from './representation.policy.ts';
import { Representation } from './representation.type.ts';
import { todayAt } from './today-at.ts';

const ON_A_DAY = 'Who represents them on a day, the latest first.';
const ALL = 'The same with all that was and will be.';
const TODAY = {
  nullable: true,
  description: 'Today if left out, as the association counts its days.',
} as const;

@Resolver(() => Person)
export class PersonRepresentationsResolver {
  @FieldResolver(() => [Representation], { description: ON_A_DAY })
  async representations(
    @Root() person: Person,
    @Ctx() context: Context,
    @Arg('asOf', () => DateScalar, TODAY) asOf?: LocalDate | null,
  ): Promise<Representation[]> {
    return heldOn(context, await ofPerson(person, context), asOf);
  }

  @FieldResolver(() => [Representation], { description: ALL })
  async representationHistory(@Root() person: Person, @Ctx() context: Context): Promise<Representation[]> {
    return (await ofPerson(person, context)).map(facts => new Representation(facts));
  }
}

@Resolver(() => Organization)
export class OrganizationRepresentationsResolver {
  @FieldResolver(() => [Representation], { description: ON_A_DAY })
  async representations(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
    @Arg('asOf', () => DateScalar, TODAY) asOf?: LocalDate | null,
  ): Promise<Representation[]> {
    return heldOn(context, await context.load(representationsOfOrganization, facts.id), asOf);
  }

  @FieldResolver(() => [Representation], { description: ALL })
  async representationHistory(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
  ): Promise<Representation[]> {
    const all = await context.load(representationsOfOrganization, facts.id);
    return all.map(one => new Representation(one));
  }
}

const ofPerson = ({ facts }: Person, context: Context): Promise<readonly RepresentationFacts[]> =>
  context.load(representationsOfPerson, facts.id);

/** Those that hold on a day; each association counts its own. */
export async function heldOn(
  context: Context,
  all: readonly RepresentationFacts[],
  asOf: LocalDate | null | undefined,
): Promise<Representation[]> {
  const days = await Promise.all(
    all.map(async ({ associationId }) => asOf ?? (await todayAt(context, associationId))),
  );
  return all.flatMap((facts, i) => {
    const day = days[i];
    return day !== undefined && holdsOn(facts, day) ? [new Representation(facts)] : [];
  });
}
