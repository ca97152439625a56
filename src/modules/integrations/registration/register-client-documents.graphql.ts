import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier, ListSize } from '../../../platform/graphql/validators.ts';
import { clientAfter } from './client-after.ts';
import { ClientNotFound, ClientRevoked } from './client.problems.ts';
import { Client } from './client.type.ts';
import { MOST_DOCUMENTS, registerClientDocuments } from './register-client-documents.ts';

@InputType()
export class RegisterClientDocumentsInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => [String], {
    description: 'The texts, exactly as the pages send them: 1 to 100, of 16,000 characters each.',
  })
  @ListSize(1, MOST_DOCUMENTS)
  documents!: string[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The documents may be sent, as text or by their SHA-256.' })
export class RegisterClientDocumentsSuccess {
  @Field(() => Client)
  client!: Client;

  @Field(() => [String], {
    description: 'The SHA-256 of each, in hexadecimal digits and in the order of the list.',
  })
  sha256!: readonly string[];

  @Field(() => [String], { description: 'Those of them that were not registered before.' })
  added!: readonly string[];
}

export const RegisterClientDocumentsResult = createUnionType({
  name: 'RegisterClientDocumentsResult',
  types: () =>
    [RegisterClientDocumentsSuccess, InvalidInput, SignInTooOld, ClientNotFound, ClientRevoked] as const,
});

@Resolver()
export class RegisterClientDocumentsResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => RegisterClientDocumentsResult, {
    description:
      'Lets the publishable key of a site run GraphQL documents of its own in a live realm, beside those of the SDK, for good. Role ADMIN, signed in within ten minutes.',
  })
  @AnswerProblems()
  async registerClientDocuments(
    @Ctx() context: Context,
    @Arg('input', () => RegisterClientDocumentsInput) input: RegisterClientDocumentsInput,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<typeof RegisterClientDocumentsResult> {
    const { id, sha256, added } = await registerClientDocuments(context, schema, input);
    return Object.assign(new RegisterClientDocumentsSuccess(), {
      client: await clientAfter(context, id),
      sha256,
      added,
    });
  }
}
