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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, OptionalListSize } from '../../../platform/graphql/validators.ts';
import { SignInTooOld } from '../../accounts/index.ts';
import { MOST_NAMED } from './completion-rules.ts';
import { CompletionLeftOutReason } from './completion.enums.ts';
import { exportCompletionLinks, type ExportedLinks } from './export-completion-links.ts';

@InputType()
export class ExportCompletionLinksInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      '1 to 250 `Person` ids, each of whom gets a new link. Left out: the members of today who have neither an account nor an e-mail address, at most 1,000 of them.',
  })
  @OptionalListSize(1, MOST_NAMED)
  personIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Where nobody is named: new links also for those whose link still works, which then stops working. False if left out.',
  })
  replaceLiveLinks?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Made per intent, at most 255 characters. The same key makes no second links, and does not show the first ones again.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Somebody who was named and gets no link.' })
export class CompletionLeftOut {
  @Field(() => Int, { description: 'Their place in the list that was sent, from 0.' })
  index!: number;

  @Field(() => CompletionLeftOutReason)
  reason!: CompletionLeftOutReason;

  @Field(() => String, { description: 'The reason in the language of the request.' })
  label!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The links are made; the earlier ones stop working.' })
export class ExportCompletionLinksSuccess {
  @Field(() => String, {
    nullable: true,
    description:
      'The list as a CSV file in UTF-8, its heads in the language of the request: person, names, language of the letter, last day, link. In the first answer alone; null where nobody needs a link, and for a repeated request.',
  })
  csv!: string | null;

  @Field(() => String, {
    description: 'What to do with the list, or how to make another where it is not shown; ready to show.',
  })
  message!: string;

  @Field(() => Int, { description: 'How many links were made.' })
  linkCount!: number;

  @Field(() => DateTimeScalar, { description: 'The last instant at which the links can be used.' })
  expiresAt!: Date;

  @Field(() => [CompletionLeftOut])
  leftOut!: readonly CompletionLeftOut[];

  @Field(() => Int, {
    description: 'How many more there are than one list holds: ask again with another key for the next list.',
  })
  remaining!: number;
}

export const ExportCompletionLinksResult = createUnionType({
  name: 'ExportCompletionLinksResult',
  types: () => [ExportCompletionLinksSuccess, InvalidInput, SignInTooOld, IdempotencyKeyReused] as const,
});

@Resolver()
export class ExportCompletionLinksResolver {
  @Policy('STAFF', ClientScope.INVITATIONS_WRITE)
  @Mutation(() => ExportCompletionLinksResult, {
    description:
      'Makes links with which people without an e-mail address open their account, to be printed in letters: they also need their member number, which therefore does not belong in the letter. Shown this once. Roles ADMIN and MEMBERSHIP of the association, signed in within ten minutes.',
  })
  @AnswerProblems()
  async exportCompletionLinks(
    @Ctx() context: Context,
    @Arg('input', () => ExportCompletionLinksInput) input: ExportCompletionLinksInput,
  ): Promise<typeof ExportCompletionLinksResult> {
    const exported = await exportCompletionLinks(context, {
      associationId: input.associationId,
      personIds: input.personIds ?? null,
      replaceLiveLinks: input.replaceLiveLinks ?? false,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return answerOf(context, exported);
  }
}

function answerOf({ wording }: Context, exported: ExportedLinks): ExportCompletionLinksSuccess {
  const { csv, links, expiresAt, remaining } = exported;
  const said = links === 0 ? 'nobody' : csv === null ? 'shownOnce' : 'made';
  const leftOut = exported.leftOut.map(one =>
    Object.assign(new CompletionLeftOut(), one, {
      label: wording.of(`CompletionLeftOutReason.${one.reason}`),
    }),
  );
  const message = wording.of(`invitations.completion.export.${said}`, { links });
  const facts = { csv, message, linkCount: links, expiresAt, leftOut, remaining };
  return Object.assign(new ExportCompletionLinksSuccess(), facts);
}
