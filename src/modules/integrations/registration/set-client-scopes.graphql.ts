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
import { ClientNotFound, ClientRevoked, ScopesBeyondOwn } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setClientScopes } from './set-client-scopes.ts';

@InputType()
export class SetClientScopesInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => [ClientScope], {
    description: 'All of them. What is new is at most what the calling tool may be used for.',
  })
  scopes!: ClientScope[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'They hold from the next request on.' })
export class SetClientScopesSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientScopesResult = createUnionType({
  name: 'SetClientScopesResult',
  types: () =>
    [
      SetClientScopesSuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      ScopesBeyondOwn,
    ] as const,
});

@Resolver()
export class SetClientScopesResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientScopesResult, {
    description: 'Says what a tool may be used for. Role ADMIN, signed in within ten minutes.',
  })
  @AnswerProblems()
  async setClientScopes(
    @Ctx() context: Context,
    @Arg('input', () => SetClientScopesInput) input: SetClientScopesInput,
  ): Promise<typeof SetClientScopesResult> {
    const id = await setClientScopes(context, input);
    return Object.assign(new SetClientScopesSuccess(), { client: await clientAfter(context, id) });
  }
}
