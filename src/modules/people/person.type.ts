import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type PersonId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Form } from '../../platform/graphql/form.ts';
import { ApiLocale, apiLocaleOf } from '../../platform/graphql/locale-enum.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { EmailAddressScalar, PhoneNumberScalar } from '../../platform/graphql/scalars.ts';
import { formatPhone } from '../../platform/phone.ts';
import { addressesThatSignIn } from '../accounts/index.ts';
import type { PersonEntity } from './person.entity.ts';
import { displayNameOf } from './person.ts';
import { profileForm } from './profile-form.ts';

/** What a view of a person is made from. */
export type PersonFacts = Pick<
  PersonEntity,
  | 'id'
  | 'accountId'
  | 'givenName'
  | 'familyName'
  | 'locale'
  | 'contactEmail'
  | 'workPhone'
  | 'workPhoneExtension'
>;

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A person on file, as they see themselves and as staff of their association sees them.',
})
export class Person extends Node {
  @Field(() => String)
  readonly givenName: string;

  @Field(() => String)
  readonly familyName: string;

  @Field(() => String, { description: 'Given and family name, ready to show.' })
  readonly displayName: string;

  @Field(() => ApiLocale, { description: 'The language of mail and documents.' })
  readonly locale: ApiLocale;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Where the association writes to. People sign in with the addresses of their account.',
  })
  readonly contactEmail: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'E.164, without extension.' })
  readonly workPhone: string | null;

  @Field(() => String, { nullable: true, description: 'Digits only.' })
  readonly workPhoneExtension: string | null;

  constructor(readonly facts: PersonFacts) {
    super({ kind: 'Person', id: facts.id });
    this.givenName = facts.givenName;
    this.familyName = facts.familyName;
    this.displayName = displayNameOf(facts);
    this.locale = apiLocaleOf(facts.locale);
    this.contactEmail = facts.contactEmail;
    this.workPhone = facts.workPhone;
    this.workPhoneExtension = facts.workPhoneExtension;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The work phone with its extension, as the language of the request writes it.',
  })
  workPhoneFormatted(@Ctx() { locale }: Context): string | null {
    return this.workPhone && formatPhone(this.workPhone, this.workPhoneExtension, locale);
  }

  @Field(() => Form, { description: 'What the person may change with `updateProfile`, ready to draw.' })
  async profileForm(@Ctx() context: Context): Promise<Form> {
    const { accountId, contactEmail } = this.facts;
    const isOwn = accountId !== null && accountId === context.actor?.accountId;
    const [primary] = isOwn ? await addressesThatSignIn(context, accountId) : [];
    return profileForm(context.wording, { ...this.facts, email: primary?.address ?? contactEmail });
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Somebody who acts for an organization or is invited to: a name without contact details.',
})
export class Delegate {
  @Field(() => ID, { description: 'The id of the `Person`.' })
  readonly id: string;

  @Field(() => String)
  readonly givenName: string;

  @Field(() => String)
  readonly familyName: string;

  @Field(() => String, { description: 'Given and family name, ready to show.' })
  readonly displayName: string;

  constructor(facts: { readonly id: PersonId; readonly givenName: string; readonly familyName: string }) {
    this.id = toPublicId('Person', facts.id);
    this.givenName = facts.givenName;
    this.familyName = facts.familyName;
    this.displayName = displayNameOf(facts);
  }
}
