import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ConnectionArgs, toConnection } from '../../../platform/graphql/connection.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { AuditEntryConnection } from './audit-entry.type.ts';
import { readAuditTrail } from './read-audit-trail.ts';

@InputType({ description: 'Which lines of the audit trail: those that fit all of what is said.' })
export class AuditTrailFilter {
  @Field(() => ID, { description: 'Where it was done; not in the bodies below it.' })
  associationId!: string;

  @Field(() => String, { nullable: true, description: 'The act in the words of the API.' })
  act?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it was done with, whatever its kind.' })
  subjectId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who did it: an `Account`, or a `Person` by their account today.',
  })
  actorId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From then on.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before then.' })
  to?: Date | null;
}

@Resolver()
export class AuditTrailResolver {
  @Policy('STAFF')
  @Query(() => AuditEntryConnection, {
    description:
      'Who did what in an association, when and through which client, the newest first; also who read what is sensitive, this list included. Role ADMIN there. `totalCount` counts no further than 10,000.',
  })
  async auditTrail(
    @Ctx() context: Context,
    @Arg('filter', () => AuditTrailFilter) filter: AuditTrailFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const { associationId, act = null, subjectId = null, actorId = null, from = null, to = null } = filter;
    const wanted = { associationId, act, subjectId, actorId, from, to };
    return toConnection(AuditEntryConnection, await readAuditTrail(context, wanted, args));
  }
}
