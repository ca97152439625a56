import { Field, ObjectType } from 'type-graphql';
import { FlowStep, Form } from '../../platform/graphql/form.ts';
import { ApiLocale } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import { Association, ShownDocument } from '../associations/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the holder of a code that can be used may see of the invitation.',
})
export class InvitationPreview {
  @Field(() => Association)
  readonly association!: Association;

  @Field(() => InvitationTargetKind)
  readonly targetKind!: InvitationTargetKind;

  @Field(() => String, { description: 'What it leads to, in the language of the request.' })
  readonly targetLabel!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In the language of the request; null unless it leads to an organization.',
  })
  readonly organizationName!: string | null;

  @Field(() => [String], {
    description: 'The roles that it gives, in the language of the request; may be empty.',
  })
  readonly roleLabels!: readonly string[];

  @Field(() => String, { description: 'The name of the invited person.' })
  readonly inviteeName!: string;

  @Field(() => EmailAddressScalar, { description: 'The address that received the invitation.' })
  readonly email!: string;

  @Field(() => ApiLocale, { description: 'The language of the invitation mail.' })
  readonly locale!: ApiLocale;

  @Field(() => DateTimeScalar, { description: 'The last instant at which it can be used.' })
  readonly expiresAt!: Date;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The steps from a code to a profile, and the forms of the current one, ready to draw.',
})
export class InvitationFlow {
  @Field(() => [FlowStep])
  readonly steps!: readonly FlowStep[];

  @Field(() => [Form], {
    description:
      'The ways on: `acceptInvitationWithNewAccount` and `signIn` where the calling client may take passwords, and `acceptInvitation` for whoever is signed in.',
  })
  readonly forms!: readonly Form[];

  @Field(() => [ShownDocument], { description: 'To be accepted by whoever opens an account.' })
  readonly documents!: readonly ShownDocument[];
}
