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
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import type { TaxRegistrationKind } from '../../taxes/index.ts';
import { TAX_REGISTRATION_KINDS } from '../price.enums.ts';
import { PriceVersionStands } from './administration.problems.ts';
import { readPriceList } from './price-list.graphql.ts';
import { PriceList } from './price-list.type.ts';
import { recordTaxAccountingElection } from './record-tax-accounting-election.ts';

@InputType()
export class RecordTaxAccountingElectionInput {
  @Field(() => ID, { description: 'Who bills, and accounts for the tax in those days.' })
  @Identifier()
  issuerId!: string;

  @Field(() => ID, { description: 'For whom it bills: a body above or below it.' })
  @Identifier()
  supplierId!: string;

  @Field(() => TAX_REGISTRATION_KINDS, { description: 'Each is elected with its own authority.' })
  kind!: TaxRegistrationKind;

  @Field(() => DateScalar, {
    description:
      'The first day whose invoices it is about: not in a closed period, and not before the issuer last billed for that body; or that of one on file, to change its end.',
  })
  from!: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last one; with no end in sight if left out. The eve of the first day takes away the one on file.',
  })
  to?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The issuer accounts for the tax in those days.' })
export class RecordTaxAccountingElectionSuccess {
  @Field(() => PriceList, { description: 'Of the issuer.' })
  priceList!: PriceList;
}

export const RecordTaxAccountingElectionResult = createUnionType({
  name: 'RecordTaxAccountingElectionResult',
  types: () =>
    [RecordTaxAccountingElectionSuccess, InvalidInput, PriceVersionStands, IdempotencyKeyReused] as const,
});

@Resolver()
export class RecordTaxAccountingElectionResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => RecordTaxAccountingElectionResult, {
    description:
      'Records that a body and the association that bills for it elected that the latter accounts for a tax, from a day on; one that stood until then ends on its eve, and one that begins on that day gets this end. Changes no day of an issued invoice or a closed period. Role ADMIN or FINANCE of the issuer.',
  })
  @AnswerProblems()
  async recordTaxAccountingElection(
    @Ctx() context: Context,
    @Arg('input', () => RecordTaxAccountingElectionInput)
    { to, idempotencyKey, ...input }: RecordTaxAccountingElectionInput,
  ): Promise<typeof RecordTaxAccountingElectionResult> {
    const issuerId = await recordTaxAccountingElection(context, {
      ...input,
      to: to ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const priceList = await readPriceList(context, issuerId);
    return Object.assign(new RecordTaxAccountingElectionSuccess(), { priceList });
  }
}
