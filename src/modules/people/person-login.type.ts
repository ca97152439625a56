import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import { maskEmailAddress } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AccountAddress, AccountEntity } from '../accounts/index.ts';

export enum LoginState {
  OPEN = 'OPEN',
  WITHOUT_PASSWORD = 'WITHOUT_PASSWORD',
  DISABLED = 'DISABLED',
}
registerEnumType(LoginState, {
  name: 'LoginState',
  description: 'Whether somebody can sign in.',
  valuesConfig: {
    OPEN: { description: 'With a password.' },
    WITHOUT_PASSWORD: { description: 'No password was chosen yet: first access does it.' },
    DISABLED: { description: 'Nobody signs in to it.' },
  },
});

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'An address of somebody’s account, as staff see it.' })
export class LoginAddress {
  @Field(() => String)
  readonly maskedAddress: string;

  @Field(() => Boolean, { description: 'Mails go to the primary one.' })
  readonly primary: boolean;

  @Field(() => Boolean, {
    description:
      'Whether a mail to it was answered. Others do not sign in, but for those that an association imported as verified elsewhere.',
  })
  readonly verified: boolean;

  constructor({ address, primary, verified }: AccountAddress) {
    this.maskedAddress = maskEmailAddress(address);
    this.primary = primary;
    this.verified = verified;
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The account of a person on file, as staff who help them see it. The account may serve other associations too: its addresses are masked.',
})
export class PersonLogin {
  @Field(() => LoginState)
  readonly state: LoginState;

  @Field(() => [LoginAddress], { description: 'The primary one first.' })
  readonly addresses: readonly LoginAddress[];

  constructor(
    { disabledAt, passwordHash }: Pick<AccountEntity, 'disabledAt' | 'passwordHash'>,
    addresses: readonly AccountAddress[],
  ) {
    this.state = disabledAt
      ? LoginState.DISABLED
      : passwordHash === null
        ? LoginState.WITHOUT_PASSWORD
        : LoginState.OPEN;
    this.addresses = addresses.map(one => new LoginAddress(one));
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { wording }: Context): string {
    return wording.of(`LoginState.${this.state}`);
  }
}
