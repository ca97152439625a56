import type { AssociationId, FeeItemId, MembershipClassId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Province } from '../../../kernel/province.ts';
import type { Occasion } from './price-rules.ts';
import type { TermDays } from './prorate.ts';

/** Where whoever is supplied is: by their main address, or where they gave none, by the body that bills. */
export interface PlaceOfSupply {
  /** Null outside Canada. */
  readonly province: Province | null;
  readonly by: 'ADDRESS' | 'ASSOCIATION';
}

/** A membership that something is charged for, as it stands. */
export interface AskedMembership {
  readonly associationId: AssociationId;
  /** Null where there is none yet. */
  readonly membershipId: MembershipId | null;
  readonly classId: MembershipClassId | null;
  readonly bornOn: LocalDate | null;
  readonly memberSince: LocalDate | null;
  /** What is paid for; null where nothing of a term is. */
  readonly term: TermDays | null;
  /** The first day of the term that is used; null for all of it. */
  readonly entry: LocalDate | null;
  readonly occasions: readonly Occasion[];
  /** What is taken on demand. */
  readonly demanded: readonly { readonly feeItemId: FeeItemId; readonly quantity: number }[];
  /** When what is owing for the term was due; null where nothing is. */
  readonly dueOn: LocalDate | null;
  readonly owing: Money;
  /** What was charged for this term already and is charged once. */
  readonly charged: readonly FeeItemId[];
}

export interface QuoteFacts {
  readonly place: PlaceOfSupply;
  readonly asked: readonly AskedMembership[];
}
