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
import { Identifier, Secret } from '../../../platform/graphql/validators.ts';
import { clientAfter } from './client-after.ts';
import {
  ClientNotFound,
  ClientRevoked,
  RealmAdministratorNeeded,
  ScopesBeyondOwn,
} from './client.problems.ts';
import { Client } from './client.type.ts';
import { LONGEST_KEY_SET, setClientPublicKeys } from './set-client-public-keys.ts';

@InputType()
export class SetClientPublicKeysInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => String, {
    description:
      'A JSON Web Key Set with the public halves alone, each with its `kid`: P-256, P-384, Ed25519, or RSA from 2048 bits on. `{"keys":[]}` removes all. 5 keys and at most 10000 characters.',
  })
  @Secret(LONGEST_KEY_SET)
  jwks!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Other key pairs are refused from now on.' })
export class SetClientPublicKeysSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientPublicKeysResult = createUnionType({
  name: 'SetClientPublicKeysResult',
  types: () =>
    [
      SetClientPublicKeysSuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      ScopesBeyondOwn,
      RealmAdministratorNeeded,
    ] as const,
});

@Resolver()
export class SetClientPublicKeysResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientPublicKeysResult, {
    description:
      'Says by which key pairs a tool may prove itself instead of by its secret key. Role ADMIN, signed in within ten minutes; for another key pair of a `DIRECT` tool a realm administrator.',
  })
  @AnswerProblems()
  async setClientPublicKeys(
    @Ctx() context: Context,
    @Arg('input', () => SetClientPublicKeysInput) input: SetClientPublicKeysInput,
  ): Promise<typeof SetClientPublicKeysResult> {
    const id = await setClientPublicKeys(context, input);
    return Object.assign(new SetClientPublicKeysSuccess(), { client: await clientAfter(context, id) });
  }
}
