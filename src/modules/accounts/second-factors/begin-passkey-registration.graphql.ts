import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { beginPasskeyRegistration } from './begin-passkey-registration.ts';
import { passkeyForm } from './second-factor-forms.ts';
import { PasskeysUnavailable } from './second-factor.problems.ts';

@InputType()
export class BeginPasskeyRegistrationInput {
  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the browser makes a passkey of, within five minutes.',
})
export class BeginPasskeyRegistrationSuccess {
  @Field(() => String, { description: 'JSON for `PublicKeyCredential.parseCreationOptionsFromJSON`.' })
  options!: string;

  @Field(() => Form, { description: 'For `registerPasskey`; the page adds what the browser answers.' })
  form!: Form;
}

export const BeginPasskeyRegistrationResult = createUnionType({
  name: 'BeginPasskeyRegistrationResult',
  types: () =>
    [
      BeginPasskeyRegistrationSuccess,
      InvalidInput,
      SignInTooOld,
      PasskeysUnavailable,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class BeginPasskeyRegistrationResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => BeginPasskeyRegistrationResult, {
    description:
      'Begins to add a passkey to the account of the signed-in person. It works on the website that asks, and nowhere else.',
  })
  @AnswerProblems()
  async beginPasskeyRegistration(
    @Ctx() context: Context,
    @Arg('input', () => BeginPasskeyRegistrationInput) { idempotencyKey }: BeginPasskeyRegistrationInput,
  ): Promise<typeof BeginPasskeyRegistrationResult> {
    const options = await beginPasskeyRegistration(context, { idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new BeginPasskeyRegistrationSuccess(), {
      options,
      form: passkeyForm(context.wording),
    });
  }
}
