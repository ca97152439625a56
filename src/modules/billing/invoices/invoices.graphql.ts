import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { bodyForStaff, mayAsStaff } from '../../associations/index.ts';
import { Membership } from '../../memberships/index.ts';
import { Organization } from '../../organizations/index.ts';
import { paysFor } from './invoice-rights.ts';
import type { InvoiceState } from './invoice-state.ts';
import { INVOICE_KINDS, INVOICE_STATES } from './invoice.enums.ts';
import { Invoice } from './invoice.type.ts';
import { lastInvoiceOf } from './last-invoice.ts';
import { countInvoicesOfOrganization, listInvoices, listInvoicesOfOrganization } from './list-invoices.ts';
import type { InvoiceKind } from './new-invoice.ts';
import { broughtInvoices } from './newest-invoices.ts';

export const InvoiceConnection = connectionOf<Invoice>('Invoice', () => Invoice);

@InputType({ description: 'Which invoices; what is left out is not asked.' })
export class InvoiceFilter {
  @Field(() => ID, { description: 'Who issued them; not the bodies below it.' })
  associationId!: string;

  @Field(() => INVOICE_STATES, { nullable: true, description: 'Where they stand today.' })
  state?: InvoiceState | null;

  @Field(() => INVOICE_KINDS, { nullable: true })
  kind?: InvoiceKind | null;

  @Field(() => ID, { nullable: true, description: 'Whose membership they are about.' })
  @Identifier()
  membershipId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it is printed: `OPPI-2026-000123`, or `2026-123`.',
  })
  number?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who owes them: a person, an organization or a body.' })
  payerId?: string | null;
}

@Resolver()
export class InvoicesResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => InvoiceConnection, {
    description:
      'The invoices of an association, whatever they are for, the latest first. Role ADMIN, MEMBERSHIP or FINANCE there.',
  })
  async invoices(
    @Ctx() context: Context,
    @Arg('filter', () => InvoiceFilter) filter: InvoiceFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invoice>> {
    const id = fromPublicId('Association', filter.associationId);
    const body = id && (await bodyForStaff(context, 'READ_INVOICES', id));
    if (!body) throw new Forbidden('STAFF');
    const wanted = {
      issuerId: body.id,
      timeZone: body.timeZone,
      state: filter.state ?? null,
      kind: filter.kind ?? null,
      membershipId: filter.membershipId ?? null,
      number: filter.number ?? null,
      payerId: filter.payerId ?? null,
    };
    return toConnection(InvoiceConnection, await listInvoices(context, wanted, args));
  }
}

@Resolver(() => Organization)
export class OrganizationInvoicesResolver {
  @FieldResolver(() => InvoiceConnection, {
    nullable: true,
    description:
      'What it owes and owed, the latest first: all of it for its principal and its DUES delegates; for staff who read invoices, those of its association. Null for anybody else.',
  })
  async invoices(
    @Root() organization: Organization,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invoice> | null> {
    const { id, associationId } = organization.facts;
    const totalCount = (): Promise<number> => countInvoicesOfOrganization(context, id);
    const known = broughtInvoices(context, organization, args, { reader: 'PAYER', totalCount });
    if (known !== null) return toConnection(InvoiceConnection, known);

    const isTheirs = await paysFor(context, id);
    if (!isTheirs && !(await mayAsStaff(context, 'READ_INVOICES', associationId))) return null;
    const issuer = isTheirs ? null : associationId;
    return toConnection(InvoiceConnection, await listInvoicesOfOrganization(context, id, issuer, args));
  }
}

@Resolver(() => Membership)
export class MembershipInvoiceResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description:
      'The latest one that its association issued about it, for whoever may read it: whoever owes it, the member, and staff who read invoices. Null for anybody else, and while there is none.',
  })
  lastInvoice(
    @Root() membership: Membership,
    @Ctx() context: Context,
  ): Invoice | null | Promise<Invoice | null> {
    return lastInvoiceOf(context, membership);
  }
}
