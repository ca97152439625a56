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
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { PersonNotFound } from '../../people/index.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { LONGEST_DOCUMENT } from './longest.ts';
import { recordRepresentation } from './record-representation.ts';
import { representationAfter } from './representation-after.ts';
import { RepresentationKind } from './representation.enums.ts';
import { OwnRepresentation, RepresentationStands } from './representation.problems.ts';
import { Representation } from './representation.type.ts';

@InputType()
export class RecordRepresentationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who is represented: a person on file, such as one who died, or else `organizationId`.',
  })
  @Identifier()
  personId?: string | null;

  @Field(() => ID, { nullable: true })
  @Identifier()
  organizationId?: string | null;

  @Field(() => RepresentationKind)
  kind!: RepresentationKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Who represents: somebody on file at the same association, or else a name.',
  })
  @Identifier()
  representativePersonId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With `familyName`: somebody who is not on file. At most 100 characters.',
  })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  familyName?: string | null;

  @Field(() => DateScalar, { description: 'The first day, as the document says; it may lie in the past.' })
  from!: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; with no end in sight if left out.',
  })
  to?: LocalDate | null;

  @Field(() => String, {
    description:
      'What you have on file for it, for the record: which document, of what date, and where it is kept. At most 500 characters.',
  })
  @PlainText(LONGEST_DOCUMENT)
  document!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The document itself, which you have sent by `createUpload` for the same association. Its staff can read it from then on.',
  })
  @Identifier()
  uploadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The representative was told by mail where they can be, and so was whoever is represented, at every address of their account.',
})
export class RecordRepresentationSuccess {
  @Field(() => Representation)
  representation!: Representation;
}

export const RecordRepresentationResult = createUnionType({
  name: 'RecordRepresentationResult',
  types: () =>
    [
      RecordRepresentationSuccess,
      InvalidInput,
      PersonNotFound,
      OrganizationNotFound,
      OwnRepresentation,
      RepresentationStands,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RecordRepresentationResolver {
  @Policy('STAFF')
  @Mutation(() => RecordRepresentationResult, {
    description:
      'Records who represents an estate, a trust, a company or a protected person. On those days the representative’s names serve where recovery asks for names. Roles ADMIN and MEMBERSHIP there, a sign-in of the last ten minutes; never of one’s own record, nor for oneself.',
  })
  @AnswerProblems()
  async recordRepresentation(
    @Ctx() context: Context,
    @Arg('input', () => RecordRepresentationInput) { idempotencyKey, ...input }: RecordRepresentationInput,
  ): Promise<typeof RecordRepresentationResult> {
    const id = await recordRepresentation(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const representation = await representationAfter(context, id);
    return Object.assign(new RecordRepresentationSuccess(), { representation });
  }
}
