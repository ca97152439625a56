import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SecondFactorKind } from './second-factor.enums.ts';
import { codeForm, recoveryCodeForm } from './second-factor-forms.ts';

/** By which mutation the factor is given. */
export type OwedTo = 'verifySecondFactor' | 'confirmAccountLink';

export interface OwedFactorFacts {
  readonly challenge: string;
  readonly expiresAt: Date;
  readonly methods: readonly SecondFactorKind[];
  readonly passkeyOptions: string | null;
  readonly to?: OwedTo;
}

@Policy('HOLDER')
@ObjectType({
  description:
    'The password is right, and nothing was done yet: the person proves one more thing, by `verifySecondFactor` to be signed in, by `confirmAccountLink` to join two accounts.',
})
export class OwedSecondFactor {
  @Field(() => String, { description: 'Given back with the proof. Works once, through this client only.' })
  readonly challenge: string;

  @Field(() => DateTimeScalar)
  readonly expiresAt: Date;

  @Field(() => [SecondFactorKind], {
    description: 'What this account has that works here, the easiest first. Empty: only support can help.',
  })
  readonly methods: readonly SecondFactorKind[];

  @Field(() => String, {
    nullable: true,
    description: 'For `PASSKEY`: JSON for `PublicKeyCredential.parseRequestOptionsFromJSON`.',
  })
  readonly passkeyOptions: string | null;

  private readonly to: OwedTo;

  constructor(facts: OwedFactorFacts) {
    this.challenge = facts.challenge;
    this.expiresAt = facts.expiresAt;
    this.methods = facts.methods;
    this.passkeyOptions = facts.passkeyOptions;
    this.to = facts.to ?? 'verifySecondFactor';
  }

  @Field(() => [Form], {
    description:
      'To type a code: of the app first, then a recovery code. The page adds the challenge to what is typed.',
  })
  forms(@Ctx() { wording }: Context): readonly Form[] {
    return [
      ...(this.methods.includes(SecondFactorKind.TOTP) ? [codeForm(wording, this.to)] : []),
      ...(this.methods.includes(SecondFactorKind.RECOVERY_CODE) ? [recoveryCodeForm(wording, this.to)] : []),
    ];
  }
}
