import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { AssociationId, OrganizationId, PersonId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { associationById, Association, associationView, mayAsStaff } from '../../../associations/index.ts';
import {
  delegationsOfPersons,
  organizationById,
  Organization,
  organizationView,
} from '../../../organizations/index.ts';
import { personsOfActor } from '../../../people/index.ts';
import { isPayer, PAYING_ROLES } from '../../invoices/invoice-rights.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import type { PayerColumns } from '../../payer.ts';
import { CREDIT_IN_BOOK } from './credit-of.ts';

interface InBook extends PayerColumns {
  readonly bookId: AssociationId;
}

const read = statement<{ cents: string }>(
  'credits-of-payers',
  `select (${CREDIT_IN_BOOK('r.book', 'r.person', 'r.organization', 'r.association')})::text as cents
   from json_to_recordset($1::json) as r (place integer, book uuid, person uuid, organization uuid, association uuid)
   order by r.place`,
);

const creditInBook: Loader<InBook, bigint> = defineLoader(async ({ db }, wanted: readonly InBook[]) => {
  const rows = wanted.map((payer, place) => ({
    place,
    book: payer.bookId,
    person: payer.payerPersonId,
    organization: payer.payerOrganizationId,
    association: payer.payerAssociationId,
  }));
  return (await db.read(read, [JSON.stringify(rows)])).map(({ cents }) => BigInt(cents));
});

@Resolver(() => Invoice)
export class InvoiceCreditResolver {
  @FieldResolver(() => MoneyView, {
    nullable: true,
    description:
      'What the issuer holds of the payer’s money, usable by `useCredit`; below zero where the payer owes it. For the payer, and for staff who read invoices; null for anybody else.',
  })
  async payerCredit(@Root() { facts }: Invoice, @Ctx() context: Context): Promise<MoneyView | null> {
    const { issuerId, payerPersonId, payerOrganizationId, payerAssociationId } = facts;
    const sees = (await isPayer(context, facts)) || (await mayAsStaff(context, 'READ_INVOICES', issuerId));
    if (!sees) return null;
    const payer = { bookId: issuerId, payerPersonId, payerOrganizationId, payerAssociationId };
    return new MoneyView(await context.load(creditInBook, payer), context.locale);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Money of a payer that an association holds.' })
export class PayerCredit {
  @Field(() => Association, { description: 'Who holds it: its invoices can be paid with it.' })
  readonly association: Lazy<Association>;

  @Field(() => Organization, {
    nullable: true,
    description: 'Whose it is, where it is not the person’s own.',
  })
  readonly organization: Lazy<Organization | null>;

  @Field(() => MoneyView, { description: 'Below zero where it is owed.' })
  readonly amount: MoneyView;

  constructor(amount: MoneyView, parts: Pick<PayerCredit, 'association' | 'organization'>) {
    this.amount = amount;
    this.association = parts.association;
    this.organization = parts.organization;
  }
}

interface CreditRow {
  readonly bookId: AssociationId;
  readonly organizationId: OrganizationId | null;
  readonly cents: string;
}

const ownCredits = statement<CreditRow>(
  'credits-of-viewer',
  `select e.book_id as "bookId", null::uuid as "organizationId", (-sum(e.cents))::text as cents
   from ledger_entry e join association a on a.id = e.book_id
   where e.account = 'PAYER_CREDIT' and e.payer_person_id = any ($1::uuid[]) and a.root_id = $3
   group by e.book_id having sum(e.cents) <> 0
   union all
   select e.book_id, e.payer_organization_id, (-sum(e.cents))::text
   from ledger_entry e join association a on a.id = e.book_id
   where e.account = 'PAYER_CREDIT' and e.payer_organization_id = any ($2::uuid[]) and a.root_id = $3
   group by e.book_id, e.payer_organization_id having sum(e.cents) <> 0
   order by "bookId", "organizationId" nulls first`,
);

/** What associations hold of the signed-in person's money, and of that of organizations for which they pay. */
export async function listOwnCredits(context: Context): Promise<PayerCredit[]> {
  const persons: PersonId[] = (await personsOfActor(context)).map(({ id }) => id);
  const delegations = await Promise.all(persons.map(id => context.load(delegationsOfPersons, id)));
  const organizations = delegations
    .flat()
    .filter(({ role, suspendedAt }) => suspendedAt === null && PAYING_ROLES.includes(role))
    .map(({ organizationId }) => organizationId);
  const rows = await context.db.read(ownCredits, [persons, organizations, context.client?.rootId ?? null]);
  return rows.map(
    ({ bookId, organizationId, cents }) =>
      new PayerCredit(new MoneyView(BigInt(cents), context.locale), {
        association: () => bodyOf(context, bookId),
        organization: () => organizationId && houseOf(context, organizationId),
      }),
  );
}

async function bodyOf(context: Context, id: AssociationId): Promise<Association> {
  const row = await context.load(associationById, id);
  if (!row) throw new Error('a book belongs to a body that is gone');
  return associationView(row);
}

async function houseOf(context: Context, id: OrganizationId): Promise<Organization | null> {
  const row = await context.load(organizationById, id);
  return row && organizationView(context, row);
}
