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
import { ClientPageInput, pageFactsOf } from './client-page.input.ts';
import { ClientNotFound, ClientRevoked, RealmAdministratorNeeded } from './client.problems.ts';
import { Client } from './client.type.ts';
import { setClientPages } from './set-client-pages.ts';

@InputType()
export class SetClientPagesInput {
  @Field(() => ID)
  @Identifier()
  clientId!: string;

  @Field(() => [ClientPageInput], { description: 'All of them, one per page and language; 50 at most.' })
  pages!: ClientPageInput[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Mails that are written from now on lead there.' })
export class SetClientPagesSuccess {
  @Field(() => Client)
  client!: Client;
}

export const SetClientPagesResult = createUnionType({
  name: 'SetClientPagesResult',
  types: () =>
    [
      SetClientPagesSuccess,
      InvalidInput,
      SignInTooOld,
      ClientNotFound,
      ClientRevoked,
      RealmAdministratorNeeded,
    ] as const,
});

@Resolver()
export class SetClientPagesResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => SetClientPagesResult, {
    description:
      'Says where the pages of a client are that links in mails open. Role ADMIN, signed in within ten minutes; at another origin of a `DIRECT` client a realm administrator.',
  })
  @AnswerProblems()
  async setClientPages(
    @Ctx() context: Context,
    @Arg('input', () => SetClientPagesInput) input: SetClientPagesInput,
  ): Promise<typeof SetClientPagesResult> {
    const id = await setClientPages(context, {
      clientId: input.clientId,
      pages: input.pages.map(pageFactsOf),
    });
    return Object.assign(new SetClientPagesSuccess(), { client: await clientAfter(context, id) });
  }
}
