import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { StaffAssignment } from '../../associations/index.ts';
import { endStaffAssignment } from './end-staff-assignment.ts';
import { staffAssignmentAfter } from './staff-assignment-after.ts';
import {
  LastAdministrator,
  StaffAssignmentEnded,
  StaffAssignmentNotFound,
  StaffReachBeyondOwn,
} from './staff.problems.ts';

@InputType()
export class EndStaffAssignmentInput {
  @Field(() => ID, { description: 'From `Association.staffAssignments`.' })
  @Identifier()
  staffAssignmentId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now if left out; never before.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Rights are read on each request: they end with it. The person was told by mail.',
})
export class EndStaffAssignmentSuccess {
  @Field(() => StaffAssignment)
  assignment!: StaffAssignment;
}

export const EndStaffAssignmentResult = createUnionType({
  name: 'EndStaffAssignmentResult',
  types: () =>
    [
      EndStaffAssignmentSuccess,
      InvalidInput,
      StaffAssignmentNotFound,
      StaffAssignmentEnded,
      StaffReachBeyondOwn,
      LastAdministrator,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class EndStaffAssignmentResolver {
  @Policy('STAFF')
  @Mutation(() => EndStaffAssignmentResult, {
    description:
      'Ends what somebody is on the staff, now or later; one that has not begun never does. What was stays on record. Role ADMIN there and a sign-in of the last ten minutes; it may be one’s own, while somebody else administers.',
  })
  @AnswerProblems()
  async endStaffAssignment(
    @Ctx() context: Context,
    @Arg('input', () => EndStaffAssignmentInput) { at, idempotencyKey, ...input }: EndStaffAssignmentInput,
  ): Promise<typeof EndStaffAssignmentResult> {
    const id = await endStaffAssignment(context, {
      ...input,
      at: at ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new EndStaffAssignmentSuccess(), {
      assignment: await staffAssignmentAfter(context, id),
    });
  }
}
