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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { clientAfter } from './client-after.ts';
import { ClientPageInput, pageFactsOf } from './client-page.input.ts';
import { ClientKind } from './client.enums.ts';
import { ScopesBeyondOwn } from './client.problems.ts';
import { Client } from './client.type.ts';
import { registerClientAsStaff } from './register-client-as-staff.ts';

@InputType()
export class RegisterClientInput {
  @Field(() => ID, { description: 'Whose program it is. Its tree is all that the client will see.' })
  @Identifier()
  associationId!: string;

  @Field(() => String, { description: 'What administrators call it, at most 100 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What people read where they sign in and in the list of their sessions, at most 100 characters; the name of the association if left out in both languages.',
  })
  displayNameFr?: string | null;

  @Field(() => String, { nullable: true })
  displayNameEn?: string | null;

  @Field(() => ClientKind)
  kind!: ClientKind;

  @Field(() => [String], {
    nullable: true,
    description: 'For a site: the origins from which its pages call, such as `https://www.example.org`.',
  })
  origins?: string[] | null;

  @Field(() => [ClientPageInput], { nullable: true, description: 'Its pages that links in mails open.' })
  pages?: ClientPageInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Where people return after signing in on the realm's page; compared exactly.",
  })
  redirectUris?: string[] | null;

  @Field(() => [ClientScope], {
    nullable: true,
    description:
      'For a tool: what it may be used for, at most what the calling one may be. Nothing if left out.',
  })
  scopes?: ClientScope[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: "The client is registered; people who come from it sign in on the realm's page.",
})
export class RegisterClientSuccess {
  @Field(() => Client)
  client!: Client;

  @Field(() => String, { description: 'Its key. Where it is secret it is shown here and never again.' })
  key!: string;
}

export const RegisterClientResult = createUnionType({
  name: 'RegisterClientResult',
  types: () =>
    [RegisterClientSuccess, InvalidInput, SignInTooOld, ScopesBeyondOwn, IdempotencyKeyReused] as const,
});

@Resolver()
export class RegisterClientResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Mutation(() => RegisterClientResult, {
    description: 'Registers a program of an association. Role ADMIN there, signed in within ten minutes.',
  })
  @AnswerProblems()
  async registerClient(
    @Ctx() context: Context,
    @Arg('input', () => RegisterClientInput) input: RegisterClientInput,
  ): Promise<typeof RegisterClientResult> {
    const { id, key } = await registerClientAsStaff(context, {
      associationId: input.associationId,
      name: input.name,
      displayNameFr: input.displayNameFr,
      displayNameEn: input.displayNameEn,
      kind: input.kind,
      origins: input.origins ?? [],
      pages: (input.pages ?? []).map(pageFactsOf),
      redirectUris: input.redirectUris ?? [],
      scopes: input.scopes ?? [],
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return Object.assign(new RegisterClientSuccess(), { client: await clientAfter(context, id), key });
  }
}
