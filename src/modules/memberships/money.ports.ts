import type { AssociationId, MembershipClassId, MembershipId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { definePort } from '../../platform/port.ts';
import type { HoldKind, MembershipChangeKind } from './membership-words.ts';

/** A change of a membership as whoever bills it sees it, before it is made. */
export interface MembershipChange {
  readonly kind: MembershipChangeKind;
  readonly membershipId: MembershipId;
  /** The first day on which it is otherwise. */
  readonly on: LocalDate;
  readonly toClassId?: MembershipClassId;
  readonly hold?: { readonly kind: HoldKind; readonly from: LocalDate; readonly to: LocalDate | null };
  readonly toAssociationId?: AssociationId;
}

export interface MoneyEffectLine {
  readonly descriptions: { readonly fr: string; readonly en: string };
  readonly amount: Money;
  readonly taxes: readonly { readonly tax: string; readonly amount: Money }[];
}

/** What a change costs or gives back. */
export interface MoneyEffect {
  /** Above zero: to pay; below: given back. */
  readonly total: Money;
  readonly lines: readonly MoneyEffectLine[];
  /** Rules by their stable names, worded when they are shown. */
  readonly explanation: readonly {
    readonly rule: string;
    readonly inputs: Readonly<Record<string, string>>;
  }[];
}

/**
 * What memberships ask of whoever bills them. `effectOf` is asked to show, and again in the transaction of the act,
 * through the context of that transaction; `settle` then writes what it said. Of an admission the membership is there
 * already when it is asked.
 */
export interface MembershipMoney {
  effectOf(context: Context, change: MembershipChange): Promise<MoneyEffect>;
  settle(context: Context, tx: Tx, change: MembershipChange, effect: MoneyEffect): Promise<void>;
}

export const membershipMoney = definePort<MembershipMoney>('membershipMoney');
