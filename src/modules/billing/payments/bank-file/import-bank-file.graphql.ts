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
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { InvoiceId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoicesAfter } from '../invoices-after.ts';
import { BankFileNotFound, BankFileUnreadable } from './bank-file.problems.ts';
import { BANK_ROW_OUTCOMES, type BankRowOutcome, type BankRowResult } from './bank-row-outcome.ts';
import { importBankFile } from './import-bank-file.ts';

registerEnumType(BANK_ROW_OUTCOMES, {
  name: 'BankRowOutcome',
  description: 'What becomes of a row of a bank’s file.',
  valuesConfig: {
    RECEIVED: { description: 'It pays the invoices that its reference names.' },
    PARKED: { description: 'It names no invoice that is owed, and waits for staff (`parkedReceipts`).' },
    RECEIVED_BEFORE: { description: 'It was taken from an earlier file, under whichever id.' },
    NOT_A_RECEIPT: { description: 'Money that left the account.' },
    UNREADABLE: { description: 'Its day or its amount cannot be read, or the day is in the future.' },
  },
});

@InputType()
export class ImportBankFileInput {
  @Field(() => ID, { description: 'Whose account it is.' })
  @Identifier()
  associationId!: string;

  @Field(() => ID, { description: 'Sent by `createUpload` as a `BANK_FILE`, by the same person.' })
  @Identifier()
  uploadId!: string;

  @Field(() => Boolean, { description: 'Says what would become of each row, and takes none.' })
  dryRun!: boolean;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A row of a bank’s file.' })
export class BankRow {
  @Field(() => Int, { description: 'As a spreadsheet counts: the line of names is 1.' })
  readonly row: number;

  @Field(() => BANK_ROW_OUTCOMES)
  readonly outcome: BankRowOutcome;

  @Field(() => MoneyView, { nullable: true, description: 'Null where it cannot be read.' })
  readonly amount: MoneyView | null;

  @Field(() => [Invoice], { description: 'That it pays: those that the row names.' })
  readonly invoices: Lazy<readonly Invoice[]>;

  @Field(() => MoneyView, { nullable: true, description: 'What no invoice takes; null unless it pays some.' })
  readonly left: MoneyView | null;

  constructor({ row, outcome, cents, invoiceIds, leftCents }: BankRowResult, context: Context) {
    this.row = row;
    this.outcome = outcome;
    this.amount = cents === null ? null : new MoneyView(BigInt(cents), context.locale);
    this.left = leftCents === null ? null : new MoneyView(BigInt(leftCents), context.locale);
    this.invoices = () => invoicesAfter(context, invoiceIds as InvoiceId[]);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'All receipts of the file were taken; of a dry run, none.',
})
export class ImportBankFileSuccess {
  @Field(() => [BankRow], { description: 'Of a file of at most 250.' })
  rows!: readonly BankRow[];
}

export const ImportBankFileResult = createUnionType({
  name: 'ImportBankFileResult',
  types: () =>
    [
      ImportBankFileSuccess,
      InvalidInput,
      BankFileNotFound,
      BankFileUnreadable,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ImportBankFileResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ImportBankFileResult, {
    description:
      'Takes the receipts of a bank’s CSV file of at most 250 rows, with the columns Date, Amount and Reference and, if it has them, Payer and Transaction ID: each pays the invoices whose numbers stand in its reference, once. Role ADMIN or FINANCE.',
  })
  @AnswerProblems()
  async importBankFile(
    @Ctx() context: Context,
    @Arg('input', () => ImportBankFileInput) { idempotencyKey, ...input }: ImportBankFileInput,
  ): Promise<typeof ImportBankFileResult> {
    const rows = await importBankFile(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ImportBankFileSuccess(), { rows: rows.map(row => new BankRow(row, context)) });
  }
}
