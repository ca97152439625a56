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
import { StaffAssignment, StaffReach, StaffRole } from '../../associations/index.ts';
import { PersonNotFound } from '../person.problems.ts';
import { assignStaff } from './assign-staff.ts';
import { staffAssignmentAfter } from './staff-assignment-after.ts';
import { OwnStaffRole, StaffNeedsOwnAccount, StaffReachBeyondOwn, StaffRoleHeld } from './staff.problems.ts';

@InputType()
export class AssignStaffInput {
  @Field(() => ID, { description: 'Whose staff.' })
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    description: 'Somebody on file where you read people, with an account of their own.',
  })
  @Identifier()
  personId!: string;

  @Field(() => StaffRole)
  role!: StaffRole;

  @Field(() => StaffReach, { description: 'No further than your own.' })
  reach!: StaffReach;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now if left out; never before.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It does not hold at this instant any more; with no end in sight if left out.',
  })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person was told by mail.' })
export class AssignStaffSuccess {
  @Field(() => StaffAssignment)
  assignment!: StaffAssignment;
}

export const AssignStaffResult = createUnionType({
  name: 'AssignStaffResult',
  types: () =>
    [
      AssignStaffSuccess,
      InvalidInput,
      PersonNotFound,
      OwnStaffRole,
      StaffNeedsOwnAccount,
      StaffReachBeyondOwn,
      StaffRoleHeld,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AssignStaffResolver {
  @Policy('STAFF')
  @Mutation(() => AssignStaffResult, {
    description:
      'Puts somebody on the staff of an association. Somebody without an account is invited to the role by `issueInvitations`. Role ADMIN there, a sign-in of the last ten minutes, and never for oneself.',
  })
  @AnswerProblems()
  async assignStaff(
    @Ctx() context: Context,
    @Arg('input', () => AssignStaffInput) { from, to, idempotencyKey, ...input }: AssignStaffInput,
  ): Promise<typeof AssignStaffResult> {
    const id = await assignStaff(context, {
      ...input,
      from: from ?? undefined,
      to: to ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new AssignStaffSuccess(), { assignment: await staffAssignmentAfter(context, id) });
  }
}
