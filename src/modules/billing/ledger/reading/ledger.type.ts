import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Context } from '../../../../platform/context.ts';
import { ConnectionArgs, toConnection } from '../../../../platform/graphql/connection.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView } from '../../../associations/index.ts';
import { TAXES, type Tax } from '../../billing-words.ts';
import { closedThrough } from '../closing/closed-through.ts';
import { LEDGER_ACCOUNTS, type LedgerAccount } from '../ledger-words.ts';
import { LedgerEntryConnection } from './ledger-entry.type.ts';
import type { LedgerScope } from './ledger-scope.ts';
import { listEntries } from './list-entries.ts';
import { readBalances, type Balance } from './read-balances.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What stands on an account, of a body and a tax where it has them.',
})
export class LedgerBalance {
  @Field(() => LEDGER_ACCOUNTS)
  readonly account: LedgerAccount;

  @Field(() => TAXES, { nullable: true })
  readonly tax: Tax | null;

  @Field(() => MoneyView, {
    description: 'A debit is above zero; a credit, such as what a body is owed, below it.',
  })
  readonly amount: MoneyView;

  constructor(
    readonly facts: Balance,
    locale: Locale,
  ) {
    this.account = facts.account;
    this.tax = facts.tax;
    this.amount = new MoneyView(facts.cents, locale);
  }
}

@Policy('HOLDER')
@ObjectType({
  description:
    'The book of a body that receives money, in double entry: which body and which tax each cent belongs to. For its staff with role ADMIN or FINANCE.',
})
export class Ledger {
  constructor(readonly scope: LedgerScope) {}
}

@ArgsType()
class BalancesArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'At the end of that day; with all that is posted if left out.',
  })
  readonly on?: LocalDate | null;
}

@Resolver(() => Ledger)
export class LedgerResolver {
  @FieldResolver(() => Association, { description: 'Whose book it is.' })
  book(@Root() { scope }: Ledger, @Ctx() context: Context): Promise<Association> {
    return bodyById(context, scope.bookId);
  }

  @FieldResolver(() => LedgerEntryConnection, {
    description: 'What was posted on the days that were asked for, in their order.',
  })
  async entries(
    @Root() { scope }: Ledger,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof LedgerEntryConnection>> {
    return toConnection(LedgerEntryConnection, await listEntries(context, scope, args));
  }

  @FieldResolver(() => [LedgerBalance], {
    description:
      'By account, body and tax, whatever days were asked for: no more than these are. Those of a whole book add up to nothing.',
  })
  async balances(
    @Root() { scope }: Ledger,
    @Ctx() context: Context,
    @Args(() => BalancesArgs) { on }: BalancesArgs,
  ): Promise<LedgerBalance[]> {
    const balances = await readBalances(context, scope, on ?? null);
    return balances.map(balance => new LedgerBalance(balance, context.locale));
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which anything is still posted: what happened before it stands on it. Null where nothing was ever closed.',
  })
  async openFrom(@Root() { scope }: Ledger, @Ctx() context: Context): Promise<LocalDate | null> {
    const through = await closedThrough(context.db, scope.bookId);
    return through && addDays(through, 1);
  }
}

@Resolver(() => LedgerBalance)
export class LedgerBalanceResolver {
  @FieldResolver(() => Association, { nullable: true, description: 'Null on accounts of no body.' })
  async body(@Root() { facts }: LedgerBalance, @Ctx() context: Context): Promise<Association | null> {
    return facts.bodyId && (await bodyById(context, facts.bodyId));
  }
}

async function bodyById(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (!row) throw new Error('a book names a body that is gone');
  return associationView(row);
}
