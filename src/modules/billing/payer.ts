import type { AssociationId, OrganizationId, PersonId } from '../../kernel/id.ts';

/** Whoever owes an invoice, and to whom a credit belongs: a person, an organization, or a body such as a section. */
export type Payer =
  | { readonly personId: PersonId }
  | { readonly organizationId: OrganizationId }
  | { readonly associationId: AssociationId };

/** The three columns by which rows name a payer, in this order. */
export interface PayerColumns {
  readonly payerPersonId: PersonId | null;
  readonly payerOrganizationId: OrganizationId | null;
  readonly payerAssociationId: AssociationId | null;
}

export const payerColumns = (payer: Payer): PayerColumns => ({
  payerPersonId: 'personId' in payer ? payer.personId : null,
  payerOrganizationId: 'organizationId' in payer ? payer.organizationId : null,
  payerAssociationId: 'associationId' in payer ? payer.associationId : null,
});

/** Whom the columns name; null where a payment came from somebody who is not on file. */
export function payerIn({
  payerPersonId,
  payerOrganizationId,
  payerAssociationId,
}: PayerColumns): Payer | null {
  if (payerPersonId !== null) return { personId: payerPersonId };
  if (payerOrganizationId !== null) return { organizationId: payerOrganizationId };
  return payerAssociationId === null ? null : { associationId: payerAssociationId };
}
