import type {
  AssociationId,
  MembershipClassId,
  MembershipId,
  OrganizationId,
  PersonId,
} from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Explanation } from '../../platform/graphql/explanation.ts';
import { definePort } from '../../platform/port.ts';
import type { HoldKind, MembershipChangeKind } from './membership-words.ts';

export type MemberHolder = { readonly personId: PersonId } | { readonly organizationId: OrganizationId };

/** Somebody on file is admitted to a body where they have no membership yet, as whoever bills it sees it. */
export interface NewMembership {
  readonly kind: Extract<MembershipChangeKind, 'ADMISSION'>;
  readonly associationId: AssociationId;
  readonly holder: MemberHolder;
  readonly toClassId: MembershipClassId;
  /** The first day. */
  readonly on: LocalDate;
}

/** Where a transfer leads. */
export interface TransferInto {
  readonly holder: MemberHolder;
  /** Their membership there, running or over; null of somebody who never had one, until it is written. */
  readonly membershipId: MembershipId | null;
  /** Whether they are a member there already, and change class by it. */
  readonly isMember: boolean;
  /** The rest of the running term, which goes along, or a term for life; null where there is none. */
  readonly term: { readonly from: LocalDate; readonly to: LocalDate | null } | null;
}

/** A change of a membership as whoever bills it sees it, before it is made. */
export interface MembershipChange {
  readonly kind: MembershipChangeKind;
  readonly membershipId: MembershipId;
  /** The first day on which it is otherwise. */
  readonly on: LocalDate;
  readonly toClassId?: MembershipClassId;
  readonly hold?: { readonly kind: HoldKind; readonly from: LocalDate; readonly to: LocalDate | null };
  readonly toAssociationId?: AssociationId;
  readonly into?: TransferInto;
  /** Of a transfer only what the body that receives charges. */
  readonly arrivalAlone?: boolean;
}

/** A rule that made something cost what it costs, by its stable name, and what it looked at. */
export interface MoneyReason {
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface MoneyEffectLine {
  /** Whose money it is. */
  readonly supplierId: AssociationId;
  readonly descriptions: { readonly fr: string; readonly en: string };
  readonly amount: Money;
  readonly taxes: readonly { readonly tax: string; readonly amount: Money }[];
  readonly explanation: readonly MoneyReason[];
}

interface TermDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What becomes of terms as soon as a change is made; whatever waits to be paid comes later. */
export interface TermsAfter {
  readonly granted: readonly TermDays[];
  readonly takenBack: readonly TermDays[];
}

/** What a change costs or gives back. */
export interface MoneyEffect {
  /** Above zero: to pay; below: given back. */
  readonly total: Money;
  readonly lines: readonly MoneyEffectLine[];
  /** What holds beyond the lines: what stays owing, what is not given back, what goes along. */
  readonly explanation: readonly MoneyReason[];
  readonly terms: TermsAfter;
}

/**
 * What memberships ask of whoever bills them. `effectOf` is asked to show, and again in the transaction of the act,
 * through the context of that transaction; `settle` then writes what it said, once the act is written. An act that
 * settles several changes holds what all of them touch before the first.
 */
export interface MembershipMoney {
  /** The other memberships for which something may come about when what was billed for these is given back. */
  changedWith(tx: Tx, membershipIds: readonly string[]): Promise<readonly MembershipId[]>;
  effectOf(context: Context, change: MembershipChange | NewMembership): Promise<MoneyEffect>;
  hold(tx: Tx, effects: readonly MoneyEffect[]): Promise<void>;
  settle(context: Context, tx: Tx, change: MembershipChange, effect: MoneyEffect): Promise<void>;
  /** A reason in the language of the request. */
  inWords(context: Pick<Context, 'wording'>, reason: MoneyReason): Explanation;
}

export const membershipMoney = definePort<MembershipMoney>('membershipMoney');
