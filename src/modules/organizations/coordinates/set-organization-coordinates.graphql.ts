import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier, OptionalListSize } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import type { AddressKind, EmailKind, PhoneKind, WebsiteKind } from './coordinate-kinds.ts';
import { MOST_OF_EACH } from './coordinates.ts';
import {
  OrganizationAddressKind,
  OrganizationEmailKind,
  OrganizationPhoneKind,
  OrganizationWebsiteKind,
} from './coordinates.type.ts';
import { setOrganizationCoordinates } from './set-organization-coordinates.ts';

@InputType({
  description: 'A further address; one in which nothing is typed but kind and country is left out.',
})
export class OrganizationAddressInput {
  @Field(() => OrganizationAddressKind)
  kind!: AddressKind;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Unit, floor or building; at most 100 characters.' })
  street2?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a two-letter code of Canada Post; elsewhere at most 100 characters.',
  })
  province?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a Canadian code in any spelling; elsewhere at most 12 characters.',
  })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters; Canada if left out.' })
  country?: string | null;
}

@InputType({ description: 'A further telephone number; one without a number is left out.' })
export class OrganizationPhoneInput {
  @Field(() => OrganizationPhoneKind)
  kind!: PhoneKind;

  @Field(() => String, {
    nullable: true,
    description:
      'As people write it, Canadian unless it starts with `+`; an extension behind it is understood. At most 40 characters.',
  })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 7 digits.' })
  extension?: string | null;
}

@InputType({ description: 'A further e-mail address; one without an address is left out.' })
export class OrganizationEmailInput {
  @Field(() => OrganizationEmailKind)
  kind!: EmailKind;

  @Field(() => String, { nullable: true, description: 'At most 254 characters.' })
  address?: string | null;
}

@InputType({ description: 'A further web address; one without an address is left out.' })
export class OrganizationWebsiteInput {
  @Field(() => OrganizationWebsiteKind)
  kind!: WebsiteKind;

  @Field(() => String, {
    nullable: true,
    description: 'Starts with `http://` or `https://`; at most 200 characters.',
  })
  url?: string | null;
}

const LIST = `At most ${String(MOST_OF_EACH)}, in the order in which they are shown.`;

@InputType({
  description:
    'Whole lists: a list that is left out stays as it is, an empty one is cleared. Where the organization has no main one, the first of the list becomes it; a fax never does.',
})
export class SetOrganizationCoordinatesInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => [OrganizationAddressInput], { nullable: true, description: LIST })
  @OptionalListSize(0, MOST_OF_EACH)
  addresses?: OrganizationAddressInput[] | null;

  @Field(() => [OrganizationPhoneInput], { nullable: true, description: LIST })
  @OptionalListSize(0, MOST_OF_EACH)
  phones?: OrganizationPhoneInput[] | null;

  @Field(() => [OrganizationEmailInput], { nullable: true, description: LIST })
  @OptionalListSize(0, MOST_OF_EACH)
  emails?: OrganizationEmailInput[] | null;

  @Field(() => [OrganizationWebsiteInput], { nullable: true, description: LIST })
  @OptionalListSize(0, MOST_OF_EACH)
  websites?: OrganizationWebsiteInput[] | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The lists were put in the place of those on file.' })
export class SetOrganizationCoordinatesSuccess {
  @Field(() => Organization)
  organization!: Organization;
}

export const SetOrganizationCoordinatesResult = createUnionType({
  name: 'SetOrganizationCoordinatesResult',
  types: () => [SetOrganizationCoordinatesSuccess, InvalidInput, OrganizationNotFound] as const,
});

@Resolver()
export class SetOrganizationCoordinatesResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => SetOrganizationCoordinatesResult, {
    description:
      'Changes the addresses, telephone numbers, e-mail and web addresses of an organization beside its main ones, which `updateOrganizationProfile` changes: its principal and contact delegates, and staff through an internal tool.',
  })
  @AnswerProblems()
  async setOrganizationCoordinates(
    @Ctx() context: Context,
    @Arg('input', () => SetOrganizationCoordinatesInput) input: SetOrganizationCoordinatesInput,
  ): Promise<typeof SetOrganizationCoordinatesResult> {
    await setOrganizationCoordinates(context, input);
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new SetOrganizationCoordinatesSuccess(), { organization });
  }
}
