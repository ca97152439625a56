import { Field, ObjectType } from 'type-graphql';
import { maskEmailAddress } from '../../kernel/email-address.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { EmailAddressScalar } from '../../platform/graphql/scalars.ts';

export interface AccountAddressFacts {
  readonly address: string;
  readonly primary: boolean;
  readonly verified: boolean;
  /** In clear: the view masks it. */
  readonly pendingAddress: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'An e-mail address of an account.' })
export class AccountAddress {
  @Field(() => EmailAddressScalar)
  readonly address: string;

  @Field(() => Boolean, { description: 'Mails go to the primary one.' })
  readonly primary: boolean;

  @Field(() => Boolean, { description: 'Whether a mail to it was answered. Only verified ones sign in.' })
  readonly verified: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The new address, masked, that will take its place once it is confirmed. On the primary one only.',
  })
  readonly pendingChange: string | null;

  constructor({ address, primary, verified, pendingAddress }: AccountAddressFacts) {
    this.address = address;
    this.primary = primary;
    this.verified = verified;
    this.pendingChange = pendingAddress === null ? null : maskEmailAddress(pendingAddress);
  }
}
