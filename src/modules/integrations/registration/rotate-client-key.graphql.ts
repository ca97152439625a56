import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { clientAfter } from './client-after.ts';
import {
  ClientKeyJustRotated,
  ClientNotFound,
  ClientRevoked,
  RealmAdministratorNeeded,
  ScopesBeyondOwn,
} from './client.problems.ts';
import { Client } from './client.type.ts';
import { rotateClientKey } from './rotate-client-key.ts';

const DEFAULT_OVERLAP_HOURS = 24;

@InputType()
export class RotateClientKeyInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long the present key lives on, 0 to 72; 24 if left out. 0 ends it and every earlier one at once: a key leaked.',
  })
  overlapHours?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The new key works now; until when the earlier ones do stands in `client.keys`.',
})
export class RotateClientKeySuccess {
  @Field(() => Client)
  client!: Client;

  @Field(() => String, { description: 'The key. Where it is secret it is shown here and never again.' })
  key!: string;
}

export const RotateClientKeyResult = createUnionType({
  name: 'RotateClientKeyResult',
  types: () =>
    [
      RotateClientKeySuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      ScopesBeyondOwn,
      RealmAdministratorNeeded,
      ClientKeyJustRotated,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RotateClientKeyResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => RotateClientKeyResult, {
    description:
      'Makes a new key for a client, which is shown this once. Role ADMIN, signed in within ten minutes; of a `DIRECT` tool a realm administrator.',
  })
  @AnswerProblems()
  async rotateClientKey(
    @Ctx() context: Context,
    @Arg('input', () => RotateClientKeyInput) input: RotateClientKeyInput,
  ): Promise<typeof RotateClientKeyResult> {
    const { id, key } = await rotateClientKey(context, {
      clientId: input.clientId,
      overlapHours: input.overlapHours ?? DEFAULT_OVERLAP_HOURS,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return Object.assign(new RotateClientKeySuccess(), { client: await clientAfter(context, id), key });
  }
}
