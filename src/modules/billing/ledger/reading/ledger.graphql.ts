import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { fromPublicId, type AssociationId } from '../../../../kernel/id.ts';
import { localDate, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { BadUserInput, Forbidden } from '../../../../platform/graphql/faults.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { associationInReach, bodyForStaff } from '../../../associations/index.ts';
import { LEDGER_ACCOUNTS, type LedgerAccount } from '../ledger-words.ts';
import { Ledger } from './ledger.type.ts';

@InputType({ description: 'Which part of a book.' })
export class LedgerFilter {
  @Field(() => ID, { description: 'Whose book: the association that received the money.' })
  bookId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What it owes to this association, or claims from it; the whole book if left out.',
  })
  bodyId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Posted on that day or later.' })
  from?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Posted on that day at the latest.' })
  to?: LocalDate | null;

  @Field(() => LEDGER_ACCOUNTS, { nullable: true, description: 'All accounts if left out.' })
  account?: LedgerAccount | null;
}

@Resolver()
export class LedgerQueryResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => Ledger, {
    description:
      'The book of an association: its entries, and what stands on each account at the end of any day. Role ADMIN or FINANCE there.',
  })
  async ledger(
    @Arg('filter', () => LedgerFilter) filter: LedgerFilter,
    @Ctx() context: Context,
  ): Promise<Ledger> {
    const id = fromPublicId('Association', filter.bookId);
    const book = id && (await bodyForStaff(context, 'READ_LEDGER', id));
    if (!book) throw new Forbidden('STAFF');
    if (!isInOrder(filter)) throw new BadUserInput('VALUE');
    return new Ledger({
      bookId: book.id,
      bodyId: await bodyIn(context, filter.bodyId ?? null),
      from: filter.from ?? null,
      to: filter.to ?? null,
      account: filter.account ?? null,
    });
  }
}

/** No book is kept in the last years that a calendar has: whoever asks for them has mistaken a day. */
const LAST_DAY = localDate('9900-12-31');

const isInOrder = ({ from, to }: Pick<LedgerFilter, 'from' | 'to'>): boolean =>
  (from ?? LAST_DAY) <= (to ?? LAST_DAY) && (to ?? LAST_DAY) <= LAST_DAY;

async function bodyIn(context: Context, publicId: string | null): Promise<AssociationId | null> {
  if (publicId === null) return null;
  const id = fromPublicId('Association', publicId);
  const body = id && (await associationInReach(context, id));
  if (!body) throw new Forbidden('STAFF');
  return body.id;
}
