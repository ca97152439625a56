import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { ApiLocale, localeOf } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { accountAfter } from './account-state.ts';
import { Account } from './account.type.ts';
import { actorOf } from './actor-of.ts';
import { setLocale } from './set-locale.ts';

@InputType()
export class SetLocaleInput {
  @Field(() => ApiLocale)
  locale!: ApiLocale;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Mails and documents come in this language from now on.' })
export class SetLocaleSuccess {
  @Field(() => Account)
  account!: Account;
}

export const SetLocaleResult = createUnionType({
  name: 'SetLocaleResult',
  types: () => [SetLocaleSuccess, InvalidInput] as const,
});

@Resolver()
export class SetLocaleResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => SetLocaleResult, { description: 'Chooses the language of mails and documents.' })
  @AnswerProblems()
  async setLocale(
    @Ctx() context: Context,
    @Arg('input', () => SetLocaleInput) { locale }: SetLocaleInput,
  ): Promise<typeof SetLocaleResult> {
    await setLocale(context, localeOf(locale));
    return Object.assign(new SetLocaleSuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
    });
  }
}
