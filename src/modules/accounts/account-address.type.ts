import { Field, ID, ObjectType } from 'type-graphql';
import { maskEmailAddress } from '../../kernel/email-address.ts';
import { toPublicId, type AccountAddressId } from '../../kernel/id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';

export interface AccountAddressFacts {
  readonly id: AccountAddressId;
  readonly address: string;
  readonly primary: boolean;
  /** Out of JSON it is text. */
  readonly verifiedAt: Date | string | null;
  readonly pending: boolean;
  /** In clear: the view masks it. */
  readonly pendingAddress: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'An e-mail address of an account.' })
export class AccountAddress {
  @Field(() => ID, { description: 'For `removeEmailAddress` and `makeAddressPrimary`.' })
  readonly id: string;

  @Field(() => EmailAddressScalar)
  readonly address: string;

  @Field(() => Boolean, { description: 'Mails go to the primary one.' })
  readonly primary: boolean;

  @Field(() => Boolean, {
    description:
      'Whether a mail to it was answered. Others do not sign in, but for those that an association imported as verified elsewhere.',
  })
  readonly verified: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that was. Null while it is not verified.',
  })
  readonly verifiedAt: Date | string | null;

  @Field(() => Boolean, {
    description:
      'Whether it waits to be added: a mail went to it that was not answered yet. It neither signs in nor recovers, and goes away after 24 hours.',
  })
  readonly pending: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The new address, masked, that will take its place once it is confirmed. On the primary one only.',
  })
  readonly pendingChange: string | null;

  constructor(facts: AccountAddressFacts) {
    this.id = toPublicId('AccountAddress', facts.id);
    this.address = facts.address;
    this.primary = facts.primary;
    this.verified = facts.verifiedAt !== null;
    this.verifiedAt = facts.verifiedAt;
    this.pending = facts.pending;
    this.pendingChange = facts.pendingAddress === null ? null : maskEmailAddress(facts.pendingAddress);
  }
}
