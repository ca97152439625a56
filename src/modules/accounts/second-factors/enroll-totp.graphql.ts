import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { enrollTotp } from './enroll-totp.ts';
import { confirmTotpForm } from './second-factor-forms.ts';

@InputType()
export class EnrollTotpInput {
  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The secret for an authenticator app. It counts once its first code is typed, within an hour.',
})
export class EnrollTotpSuccess {
  @Field(() => String, { description: 'To type into an app that cannot see the picture: base32.' })
  secret!: string;

  @Field(() => String, { description: 'For a link that opens the app on the same device: `otpauth://…`.' })
  uri!: string;

  @Field(() => String, { description: 'The same as a QR code to scan: an SVG document, black on white.' })
  qrCode!: string;

  @Field(() => Form, { description: 'For `confirmTotp`.' })
  form!: Form;
}

export const EnrollTotpResult = createUnionType({
  name: 'EnrollTotpResult',
  types: () => [EnrollTotpSuccess, InvalidInput, SignInTooOld, IdempotencyKeyReused] as const,
});

@Resolver()
export class EnrollTotpResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => EnrollTotpResult, {
    description:
      'Begins to add an authenticator app to the account of the signed-in person. It replaces one that is there.',
  })
  @AnswerProblems()
  async enrollTotp(
    @Ctx() context: Context,
    @Arg('input', () => EnrollTotpInput) { idempotencyKey }: EnrollTotpInput,
  ): Promise<typeof EnrollTotpResult> {
    const enrolment = await enrollTotp(context, { idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new EnrollTotpSuccess(), enrolment, { form: confirmTotpForm(context.wording) });
  }
}
