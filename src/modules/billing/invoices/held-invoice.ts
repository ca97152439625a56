import type { AssociationId, InvoiceId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/period.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import type { Payer } from '../payer.ts';
import type { InvoiceKind } from './new-invoice.ts';

/** A line of an invoice that nobody else can change meanwhile. */
export interface HeldLine {
  readonly id: InvoiceLineId;
  readonly supplierId: AssociationId;
  readonly kind: LineKind;
  readonly position: number;
  readonly descriptions: { readonly fr: string; readonly en: string };
  readonly net: Money;
  readonly taxes: readonly { readonly tax: Tax; readonly amount: Money }[];
  /** Price and taxes together, as what follows. */
  readonly total: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  readonly membershipId: MembershipId | null;
  readonly period: Period | null;
  readonly releasedAt: Date | null;
}

/** An invoice that nobody else can change meanwhile, its lines in their order. */
export interface HeldInvoice {
  readonly id: InvoiceId;
  readonly issuerId: AssociationId;
  readonly kind: InvoiceKind;
  readonly fiscalYear: number;
  readonly number: number;
  readonly payer: Payer;
  readonly membershipId: MembershipId | null;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly total: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly lines: readonly HeldLine[];
}

/** What is still to be paid. */
export const openOf = ({ total, paid, credited }: Pick<HeldInvoice, 'total' | 'paid' | 'credited'>): Money =>
  total.minus(paid).minus(credited);
