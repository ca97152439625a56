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
import { ClientNotFound, ClientRevoked, RealmAdministratorNeeded } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setClientOrigins } from './set-client-origins.ts';

@InputType()
export class SetClientOriginsInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => [String], {
    description:
      'All of them, each written as browsers send it, such as `https://www.example.org`; 50 at most.',
  })
  origins!: string[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Requests from other origins are refused from now on.' })
export class SetClientOriginsSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientOriginsResult = createUnionType({
  name: 'SetClientOriginsResult',
  types: () =>
    [
      SetClientOriginsSuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      RealmAdministratorNeeded,
    ] as const,
});

@Resolver()
export class SetClientOriginsResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientOriginsResult, {
    description:
      'Says from which origins the pages of a site call. Role ADMIN, signed in within ten minutes; for another origin of a `DIRECT` client a realm administrator.',
  })
  @AnswerProblems()
  async setClientOrigins(
    @Ctx() context: Context,
    @Arg('input', () => SetClientOriginsInput) input: SetClientOriginsInput,
  ): Promise<typeof SetClientOriginsResult> {
    const id = await setClientOrigins(context, input);
    return Object.assign(new SetClientOriginsSuccess(), { client: await clientAfter(context, id) });
  }
}
