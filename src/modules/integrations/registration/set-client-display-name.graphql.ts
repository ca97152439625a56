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
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { clientAfter } from './client-after.ts';
import { ClientNotFound, ClientRevoked } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setClientDisplayName } from './set-client-display-name.ts';

@InputType()
export class SetClientDisplayNameInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At most 100 characters. Blank in both languages, people read the name of the association.',
  })
  displayNameFr?: string | null;

  @Field(() => String, { nullable: true })
  displayNameEn?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'People read it from now on.' })
export class SetClientDisplayNameSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientDisplayNameResult = createUnionType({
  name: 'SetClientDisplayNameResult',
  types: () =>
    [SetClientDisplayNameSuccess, InvalidInput, SignInTooOld, ClientNotFound, ClientRevoked] as const,
});

@Resolver()
export class SetClientDisplayNameResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientDisplayNameResult, {
    description:
      'Says what people read of a client where they sign in and in the list of their sessions. Role ADMIN, signed in within ten minutes.',
  })
  @AnswerProblems()
  async setClientDisplayName(
    @Ctx() context: Context,
    @Arg('input', () => SetClientDisplayNameInput) input: SetClientDisplayNameInput,
  ): Promise<typeof SetClientDisplayNameResult> {
    const id = await setClientDisplayName(context, input);
    return Object.assign(new SetClientDisplayNameSuccess(), { client: await clientAfter(context, id) });
  }
}
