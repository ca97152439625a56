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
import { Association, associationView } from '../../associations/index.ts';
import { clientAfter } from './client-after.ts';
import { ClientNotFound, ClientRevoked } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setAssociationPagesClient } from './set-association-pages-client.ts';

@InputType()
export class SetAssociationPagesClientInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A site of the association or of a body above it; null leaves it to the nearest one above.',
  })
  @Identifier()
  clientId?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Mails that are written from now on lead there.' })
export class SetAssociationPagesClientSuccess {
  @Field(() => Association)
  association!: Association;

  @Field(() => Client, { nullable: true, description: 'Null where it is left to the bodies above.' })
  client!: Client | null;
}

export const SetAssociationPagesClientResult = createUnionType({
  name: 'SetAssociationPagesClientResult',
  types: () =>
    [SetAssociationPagesClientSuccess, InvalidInput, SignInTooOld, ClientNotFound, ClientRevoked] as const,
});

@Resolver()
export class SetAssociationPagesClientResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetAssociationPagesClientResult, {
    description:
      "Says whose pages the links in an association's mails open. Role ADMIN there, signed in within ten minutes.",
  })
  @AnswerProblems()
  async setAssociationPagesClient(
    @Ctx() context: Context,
    @Arg('input', () => SetAssociationPagesClientInput) input: SetAssociationPagesClientInput,
  ): Promise<typeof SetAssociationPagesClientResult> {
    const { association, clientId } = await setAssociationPagesClient(context, {
      associationId: input.associationId,
      clientId: input.clientId ?? null,
    });
    return Object.assign(new SetAssociationPagesClientSuccess(), {
      association: associationView(association),
      client: clientId && (await clientAfter(context, clientId)),
    });
  }
}
