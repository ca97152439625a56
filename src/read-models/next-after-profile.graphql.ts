import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { toPublicId } from '../kernel/id.ts';
import { associationInReach } from '../modules/associations/index.ts';
import { membershipsOfPerson } from '../modules/memberships/index.ts';
import {
  delegationsOfPersons,
  mayReadOrganization,
  organizationById,
} from '../modules/organizations/index.ts';
import { UpdateProfileSuccess, type PersonFacts } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { NextStep, NextStepKind } from '../platform/graphql/next-step.ts';

/** What comes after a profile depends on what the person has beyond it, which the module of people cannot know. */
@Resolver(() => UpdateProfileSuccess)
export class NextAfterProfileResolver {
  @FieldResolver(() => NextStep, {
    description: 'The organization that they act for, else their membership, else nothing more.',
  })
  async next(@Root() { person }: UpdateProfileSuccess, @Ctx() context: Context): Promise<NextStep> {
    const organizationId = await organizationOf(context, person.facts);
    if (organizationId !== null) return new NextStep(NextStepKind.VIEW_ORGANIZATION, { organizationId });

    const isMember = await hasMembership(context, person.facts);
    return new NextStep(isMember ? NextStepKind.VIEW_MEMBERSHIP : NextStepKind.DONE);
  }
}

async function organizationOf(context: Context, { id }: PersonFacts): Promise<string | null> {
  for (const { organizationId } of await context.load(delegationsOfPersons, id)) {
    const organization = await context.load(organizationById, organizationId);
    if (organization && (await mayReadOrganization(context, organization))) {
      return toPublicId('Organization', organization.id);
    }
  }
  return null;
}

async function hasMembership(context: Context, { id }: PersonFacts): Promise<boolean> {
  const held = await context.load(membershipsOfPerson, id);
  const inReach = await Promise.all(
    held.map(({ associationId }) => associationInReach(context, associationId)),
  );
  return inReach.some(association => association !== null);
}
