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
import { setClientRedirectUris } from './set-client-redirect-uris.ts';

@InputType()
export class SetClientRedirectUrisInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => [String], {
    description:
      "All addresses to which people return after signing in on the realm's page, compared exactly; 50 at most.",
  })
  redirectUris!: string[];

  @Field(() => [String], { description: 'The same after signing out there.' })
  postLogoutRedirectUris!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Where the realm tells the client of sign-outs elsewhere; nowhere if left out.',
  })
  backchannelLogoutUri?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nobody is sent to other addresses from now on.' })
export class SetClientRedirectUrisSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientRedirectUrisResult = createUnionType({
  name: 'SetClientRedirectUrisResult',
  types: () =>
    [SetClientRedirectUrisSuccess, InvalidInput, SignInTooOld, ClientNotFound, ClientRevoked] as const,
});

@Resolver()
export class SetClientRedirectUrisResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientRedirectUrisResult, {
    description:
      "Says where people return to from the realm's own pages. Role ADMIN, signed in within ten minutes.",
  })
  @AnswerProblems()
  async setClientRedirectUris(
    @Ctx() context: Context,
    @Arg('input', () => SetClientRedirectUrisInput) input: SetClientRedirectUrisInput,
  ): Promise<typeof SetClientRedirectUrisResult> {
    const id = await setClientRedirectUris(context, input);
    return Object.assign(new SetClientRedirectUrisSuccess(), { client: await clientAfter(context, id) });
  }
}
