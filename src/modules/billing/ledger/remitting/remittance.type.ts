import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Context } from '../../../../platform/context.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../../../../platform/graphql/connection.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import {
  Association,
  associationById,
  associationView,
  isSomebodyElse,
  mayAsStaff,
} from '../../../associations/index.ts';
import { TAXES, type Tax } from '../../billing-words.ts';
import { RemittanceState } from '../ledger.enums.ts';
import {
  LEDGER_ACCOUNTS,
  REMITTANCE_KINDS,
  type LedgerAccount,
  type RemittanceKind,
} from '../ledger-words.ts';
import { LedgerEntryConnection } from '../reading/ledger-entry.type.ts';
import { listRemittanceEntries } from './list-remittance-entries.ts';
import { ACTION_OF } from './remittance-for.ts';
import { partsOfRemittance, type RemittancePart } from './remittance-parts.ts';
import { isOpenTo, stateOfRemittance, type RemittanceAct } from './remittance-state.ts';
import type { RemittanceRow } from './remittance.rows.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do with a batch, as staff of the book.',
})
export class RemittanceActions {
  @Field(() => Boolean, { description: 'It waits for approval, and somebody else prepared it.' })
  readonly approve: boolean;

  @Field(() => Boolean, { description: 'It is approved, and its money has not moved yet.' })
  readonly markPaid: boolean;

  @Field(() => Boolean, { description: 'It was not reversed yet.' })
  readonly reverse: boolean;

  constructor(actions: Readonly<Record<RemittanceAct, boolean>>) {
    this.approve = actions.approve;
    this.markPaid = actions.markPaid;
    this.reverse = actions.reverse;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What the entries of a batch add up to on one account.' })
export class RemittanceShare {
  @Field(() => LEDGER_ACCOUNTS, { description: '`OWED` for prices, `TAX` for a tax.' })
  readonly account: LedgerAccount;

  @Field(() => TAXES, { nullable: true })
  readonly tax: Tax | null;

  @Field(() => MoneyView, {
    description: 'Above zero what the body is owed; below it, what later refunds and returns took back.',
  })
  readonly amount: MoneyView;

  constructor({ account, tax, owed }: RemittancePart, locale: Locale) {
    this.account = account;
    this.tax = tax;
    this.amount = new MoneyView(BigInt(owed), locale);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What a book hands on to a body, or claims back from it, up to the end of a period. For the staff of both with role ADMIN or FINANCE.',
})
export class RemittanceBatch extends Node {
  @Field(() => REMITTANCE_KINDS)
  readonly kind: RemittanceKind;

  @Field(() => RemittanceState)
  readonly state: RemittanceState;

  @Field(() => MoneyView, { description: 'Above zero, whichever way it goes.' })
  readonly amount: MoneyView;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { description: 'The last day, inclusive: later entries stand in later batches.' })
  readonly to: LocalDate;

  @Field(() => DateTimeScalar)
  readonly preparedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly approvedAt: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'When its money moved.' })
  readonly paidOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Of the transfer or cheque that moved it.' })
  readonly paymentReference: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly reversedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was reversed.' })
  readonly reversalReason: string | null;

  constructor(
    readonly row: RemittanceRow,
    locale: Locale,
  ) {
    super({ kind: 'RemittanceBatch', id: row.id });
    this.kind = row.kind;
    this.state = stateOfRemittance(row);
    this.amount = new MoneyView(BigInt(row.cents), locale);
    this.from = row.periodFrom;
    this.to = addDays(row.periodTo, -1);
    this.preparedAt = row.preparedAt;
    this.approvedAt = row.approvedAt;
    this.paidOn = row.paidOn;
    this.paymentReference = row.paymentReference;
    this.reversedAt = row.reversedAt;
    this.reversalReason = row.reversalReason;
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { wording }: Context): string {
    return wording.of(`RemittanceState.${this.state}`);
  }

  @Field(() => RemittanceActions)
  async viewerCan(@Ctx() context: Context): Promise<RemittanceActions> {
    const may = async (act: RemittanceAct): Promise<boolean> =>
      isOpenTo(act, this.row) && (await mayAsStaff(context, ACTION_OF[act], this.row.bookId));
    return new RemittanceActions({
      approve: isSomebodyElse(this.row.preparedBy, context.actor?.accountId) && (await may('approve')),
      markPaid: await may('markPaid'),
      reverse: await may('reverse'),
    });
  }
}

export const RemittanceBatchConnection = connectionOf<RemittanceBatch>(
  'RemittanceBatch',
  () => RemittanceBatch,
);

@Resolver(() => RemittanceBatch)
export class RemittanceBatchFieldsResolver {
  @FieldResolver(() => Association, { description: 'Who received the money.' })
  book(@Root() { row }: RemittanceBatch, @Ctx() context: Context): Promise<Association> {
    return bodyById(context, row.bookId);
  }

  @FieldResolver(() => Association, { description: 'Whose money it is.' })
  body(@Root() { row }: RemittanceBatch, @Ctx() context: Context): Promise<Association> {
    return bodyById(context, row.bodyId);
  }

  @FieldResolver(() => [RemittanceShare], { description: 'By account and tax; together they are `amount`.' })
  async shares(@Root() { row }: RemittanceBatch, @Ctx() context: Context): Promise<RemittanceShare[]> {
    const parts = await context.load(partsOfRemittance, row.id);
    return parts.map(part => new RemittanceShare(part, context.locale));
  }

  @FieldResolver(() => LedgerEntryConnection, {
    description: 'What stands in it, or stood until it was reversed, the latest first.',
  })
  async entries(
    @Root() { row }: RemittanceBatch,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof LedgerEntryConnection>> {
    return toConnection(LedgerEntryConnection, await listRemittanceEntries(context, row.id, args));
  }
}

async function bodyById(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (!row) throw new Error('a batch names a body that is gone');
  return associationView(row);
}
