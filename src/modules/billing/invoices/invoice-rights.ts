import type { Context } from '../../../platform/context.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { membershipById } from '../../memberships/index.ts';
import { delegationsOfPersons, type DelegateRole } from '../../organizations/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { isOwnInvoice } from '../own-money.ts';
import { payerIn, type PayerColumns } from '../payer.ts';
import type { InvoiceFacts } from './invoice-facts.ts';

/** What the signed-in person is to an invoice. */
export type InvoiceReader = 'PAYER' | 'STAFF' | 'MEMBER';

type Subject = Pick<
  InvoiceFacts,
  'id' | 'issuerId' | 'membershipId' | 'payerPersonId' | 'payerOrganizationId' | 'payerAssociationId'
>;

/** Who pays for an organization, and reads what it owes. */
export const PAYING_ROLES: readonly DelegateRole[] = ['PRINCIPAL', 'DUES'];

/**
 * Whoever owes it reads it whole, and so do the staff of its issuer; the member whom it is about reads all but to whom
 * it is addressed. Anybody else is nothing to it.
 */
export async function readerOf(context: Context, invoice: Subject): Promise<InvoiceReader | null> {
  if (context.actor === null) return null;
  if ((await associationInReach(context, invoice.issuerId)) === null) return null;
  if (await isPayer(context, invoice)) return 'PAYER';
  if (await mayAsStaff(context, 'READ_INVOICES', invoice.issuerId)) return 'STAFF';
  return (await isMember(context, invoice)) ? 'MEMBER' : null;
}

/** Whether the signed-in person owes it: themselves, or whom they act for. */
export async function isPayer(
  context: Context,
  { payerPersonId, payerOrganizationId, payerAssociationId }: PayerColumns,
): Promise<boolean> {
  if (payerAssociationId !== null) return mayAsStaff(context, 'READ_INVOICES', payerAssociationId);
  if (payerOrganizationId !== null) return paysFor(context, payerOrganizationId);
  return (await personsOfActor(context)).some(({ id }) => id === payerPersonId);
}

/**
 * Whether the signed-in person acts on it for whoever owes it. For a body that asks more than reading what it owes, and
 * nobody does it where a membership on it is their own.
 */
export async function actsForPayer(context: Context, invoice: Subject): Promise<boolean> {
  const { payerAssociationId } = invoice;
  if (payerAssociationId === null) return isPayer(context, invoice);
  const handlesMoney = await mayAsStaff(context, 'RECORD_PAYMENTS', payerAssociationId);
  return handlesMoney && !(await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) }));
}

/** Whether the signed-in person pays for an organization. */
export async function paysFor(context: Context, organizationId: string): Promise<boolean> {
  const persons = await personsOfActor(context);
  const held = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
  return held
    .flat()
    .some(
      delegation =>
        delegation.organizationId === organizationId &&
        delegation.suspendedAt === null &&
        PAYING_ROLES.includes(delegation.role),
    );
}

async function isMember(context: Context, { membershipId }: Subject): Promise<boolean> {
  const membership = membershipId && (await context.load(membershipById, membershipId));
  if (!membership || membership.personId === null) return false;
  return (await personsOfActor(context)).some(({ id }) => id === membership.personId);
}
