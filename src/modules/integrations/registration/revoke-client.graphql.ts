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
import { ClientNotFound } from './client.problems.ts';
import { Client } from './client.type.ts';
import { revokeClient } from './revoke-client.ts';

@InputType()
export class RevokeClientInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'All its keys are refused, now or since an earlier click.',
})
export class RevokeClientSuccess {
  @Field(() => Client)
  client!: Client;
}

export const RevokeClientResult = createUnionType({
  name: 'RevokeClientResult',
  types: () => [RevokeClientSuccess, InvalidInput, SignInTooOld, ClientNotFound] as const,
});

@Resolver()
export class RevokeClientResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => RevokeClientResult, {
    description: 'Refuses a client for good. Role ADMIN, signed in within ten minutes.',
  })
  @AnswerProblems()
  async revokeClient(
    @Ctx() context: Context,
    @Arg('input', () => RevokeClientInput) input: RevokeClientInput,
  ): Promise<typeof RevokeClientResult> {
    const id = await revokeClient(context, input);
    return Object.assign(new RevokeClientSuccess(), { client: await clientAfter(context, id) });
  }
}
