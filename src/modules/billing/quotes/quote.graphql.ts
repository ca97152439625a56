import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, ListSize, OptionalListSize } from '../../../platform/graphql/validators.ts';
import { associationById, associationView } from '../../associations/index.ts';
import { MembershipNotFound, PlaceOfSupplyUnknown } from '../../memberships/index.ts';
import type { NewLine } from '../invoices/index.ts';
import { OCCASIONS, type Occasion } from '../prices/index.ts';
import { askQuote } from './ask-quote.ts';
import { Quote, QuoteLine } from './quote.type.ts';

@InputType()
export class QuotedItemInput {
  @Field(() => ID, { description: 'Something that is charged on demand.' })
  @Identifier()
  feeItemId!: string;

  @Field(() => Int, { description: 'From 1 to 100.' })
  quantity!: number;
}

@InputType()
export class QuotedMembershipInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => [OCCASIONS], {
    nullable: true,
    description: 'What is charged for; `WITH_TERM` if left out.',
  })
  @OptionalListSize(0, 6)
  occasions?: Occasion[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the term; the one that follows the last one on file if left out.',
  })
  from?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day, inclusive; given with `from`.' })
  to?: LocalDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of `from` to `to` that is used, for whoever enters late.',
  })
  enteredOn?: LocalDate | null;

  @Field(() => ID, { nullable: true, description: 'The class that is asked about; their own if left out.' })
  classId?: string | null;

  @Field(() => [QuotedItemInput], { nullable: true })
  @OptionalListSize(0, 20)
  items?: QuotedItemInput[] | null;
}

@InputType()
export class QuoteInput {
  @Field(() => [QuotedMembershipInput], {
    description:
      'Memberships of one person or organization, such as those that one invoice renews; at most 5.',
  })
  @ListSize(1, 5)
  memberships!: QuotedMembershipInput[];

  @Field(() => DateScalar, { nullable: true, description: 'The day of the invoice; today if left out.' })
  on?: LocalDate | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What it would cost. Nothing is written.' })
export class QuoteSuccess {
  @Field(() => Quote)
  quote!: Quote;
}

export const QuoteResult = createUnionType({
  name: 'QuoteResult',
  types: () => [QuoteSuccess, InvalidInput, MembershipNotFound, PlaceOfSupplyUnknown] as const,
});

@Resolver()
export class QuoteResolver {
  @Policy('SIGNED_IN')
  @Query(() => QuoteResult, {
    description:
      'What memberships would cost on a day, line by line, with taxes and the reasons: for whoever holds or pays for them, and for staff with role ADMIN, MEMBERSHIP or FINANCE.',
  })
  @AnswerProblems()
  async quote(
    @Ctx() context: Context,
    @Arg('input', () => QuoteInput) input: QuoteInput,
  ): Promise<typeof QuoteResult> {
    const facts = await askQuote(context, input);
    const lines = await Promise.all(facts.lines.map(line => lineView(context, line)));
    return Object.assign(new QuoteSuccess(), { quote: new Quote(facts, lines, context) });
  }
}

async function lineView(context: Context, line: NewLine): Promise<QuoteLine> {
  const supplier = await context.load(associationById, line.supplierId);
  if (supplier === null) throw new Error('a line has a supplier');
  return new QuoteLine(line, associationView(supplier), context);
}
