import { Field, ObjectType } from 'type-graphql';
import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { OpenReplacement } from './open-replacement.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Staff asked for another primary address of an account whose person has lost their mailbox.',
})
export class AddressReplacement {
  @Field(() => String, { description: 'Masked.' })
  readonly newAddress: string;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it takes effect, unless somebody stops it before.' })
  readonly effectiveAt: Date;

  @Field(() => Boolean, {
    description:
      'Whether the signed-in administrator asked. If not, their asking for the same is the approval.',
  })
  readonly askedByViewer: boolean;

  constructor({ newAddress, askedAt, effectiveAt, askedBy }: OpenReplacement, viewerId: string | null) {
    this.newAddress = maskEmailAddress(newAddress);
    this.askedAt = askedAt;
    this.effectiveAt = effectiveAt;
    this.askedByViewer = askedBy === viewerId;
  }
}
