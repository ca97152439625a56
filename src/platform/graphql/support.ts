import { Field, ObjectType } from 'type-graphql';
import { Policy } from './policy.ts';
import { EmailAddressScalar, PhoneNumberScalar } from './scalars.ts';

@Policy('HOLDER')
@ObjectType({ description: 'Whom a person can ask for help.' })
export class Support {
  @Field(() => EmailAddressScalar)
  readonly email: string;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'E.164.' })
  readonly phone: string | null;

  @Field(() => String, { description: 'Web address in the language of the request.' })
  readonly website: string;

  @Field(() => String, { description: 'One sentence with name, e-mail and telephone, ready to show.' })
  readonly text: string;

  constructor(facts: { email: string; phone: string | null; website: string; text: string }) {
    this.email = facts.email;
    this.phone = facts.phone;
    this.website = facts.website;
    this.text = facts.text;
  }
}
