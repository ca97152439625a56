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
import { SignInMode } from './client.enums.ts';
import { ClientNotFound, ClientRevoked, RealmAdministratorNeeded } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setClientSignInMode } from './set-client-sign-in-mode.ts';

@InputType()
export class SetClientSignInModeInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => SignInMode)
  signInMode!: SignInMode;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'It holds from the next request on.' })
export class SetClientSignInModeSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientSignInModeResult = createUnionType({
  name: 'SetClientSignInModeResult',
  types: () =>
    [
      SetClientSignInModeSuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      RealmAdministratorNeeded,
    ] as const,
});

@Resolver()
export class SetClientSignInModeResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientSignInModeResult, {
    description:
      'Says where people who come from a client type their password. `DIRECT` is granted by a realm administrator alone; role ADMIN takes it back. Signed in within ten minutes.',
  })
  @AnswerProblems()
  async setClientSignInMode(
    @Ctx() context: Context,
    @Arg('input', () => SetClientSignInModeInput) input: SetClientSignInModeInput,
  ): Promise<typeof SetClientSignInModeResult> {
    const id = await setClientSignInMode(context, input);
    return Object.assign(new SetClientSignInModeSuccess(), { client: await clientAfter(context, id) });
  }
}
