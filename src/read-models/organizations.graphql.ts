import { Arg, Args, Ctx, Field, ID, InputType, Query, registerEnumType, Resolver } from 'type-graphql';
import { dayAt } from '../kernel/deadline.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { STATUS_CODES, type MembershipStatusCode } from '../modules/memberships/index.ts';
import { Organization, organizationView } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { DirectoryOrder, readDirectory } from './directory.ts';
import {
  OrganizationAwaits,
  organizationConditions,
  ORGANIZATIONS,
  PrincipalState,
} from './find-organizations.ts';
import type { OrganizationRow } from './find-organizations.ts';
import { associationOfStaff } from './staff-list.ts';

registerEnumType(PrincipalState, {
  name: 'PrincipalState',
  description: 'Whether somebody speaks for an organization.',
  valuesConfig: {
    IN_FORCE: { description: 'It has a principal delegate with all rights.' },
    SUSPENDED: { description: 'Its principal delegate is of record, but the rights rest.' },
    NONE: { description: 'It has no principal delegate.' },
  },
});
registerEnumType(OrganizationAwaits, {
  name: 'OrganizationAwaits',
  description: 'What waits for an answer.',
  valuesConfig: {
    HANDOVER: { description: 'An offer of the place of principal delegate, accepted or not.' },
    HANDOVER_APPROVAL: {
      description: 'Such an offer that was accepted: the association approves or refuses it.',
    },
    JOIN_REQUEST: { description: 'Somebody asks to become a delegate. For whoever may decide.' },
    INVITATION: { description: 'Somebody is invited to act for it. For whoever may list invitations.' },
  },
});

@InputType({ description: 'Which organizations: those of which all that is said is true.' })
export class OrganizationFilter {
  @Field(() => ID, { description: 'Whose organizations; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How words of their public name start in French or in English, in any order, whatever accents, hyphens and case; at most 100 characters.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Only members of this class today.' })
  classCode?: string | null;

  @Field(() => STATUS_CODES, { nullable: true, description: 'Where their membership stands today.' })
  status?: MembershipStatusCode | null;

  @Field(() => String, { nullable: true, description: 'Only those in this section, on `sectionOn`.' })
  sectionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Today if left out; goes with `sectionCode`.' })
  sectionOn?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of their main address, as it is on file: in Canada the two-letter code of Canada Post.',
  })
  province?: string | null;

  @Field(() => PrincipalState, { nullable: true })
  principal?: PrincipalState | null;

  @Field(() => OrganizationAwaits, { nullable: true })
  awaits?: OrganizationAwaits | null;
}

export const OrganizationConnection = connectionOf<Organization>('Organization', () => Organization);

@Resolver()
export class OrganizationsResolver {
  @Policy('STAFF')
  @Query(() => OrganizationConnection, {
    description: 'The organizations of an association, for its staff; by public name in French.',
  })
  async organizations(
    @Ctx() context: Context,
    @Arg('filter', () => OrganizationFilter) filter: OrganizationFilter,
    @Arg('order', () => DirectoryOrder, { defaultValue: DirectoryOrder.NAME }) order: DirectoryOrder,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof OrganizationConnection>> {
    const { id, timeZone } = await associationOfStaff(context, filter.associationId, actionFor(filter));
    const now = context.clock.now();
    const today = dayAt(timeZone, now);
    const conditions = await organizationConditions(context, { id, now, today }, filter);
    const asked = { associationId: id, conditions, order, args };
    const { page } = await readDirectory<OrganizationRow>(context, ORGANIZATIONS, asked);
    return toConnection(
      OrganizationConnection,
      page(row => organizationView(context, row)),
    );
  }
}

/** Whoever could not see what an organization waits for does not learn it by a filter. */
function actionFor({ awaits }: OrganizationFilter): 'READ_RECORDS' | 'READ_INVITATIONS' | 'MANAGE_DELEGATES' {
  if (awaits === OrganizationAwaits.INVITATION) return 'READ_INVITATIONS';
  return awaits === OrganizationAwaits.JOIN_REQUEST ? 'MANAGE_DELEGATES' : 'READ_RECORDS';
}
