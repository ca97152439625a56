import type { AssociationId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Tax } from '../../billing-words.ts';
import type { RemittanceKind } from '../ledger-words.ts';
import type { Posting } from '../post-journal.ts';

/** What the entries of a batch add up to on one account: above zero what the body is owed. */
export type OwedPart =
  | { readonly account: 'OWED'; readonly owed: Money }
  | { readonly account: 'TAX'; readonly tax: Tax; readonly owed: Money };

interface Batch {
  readonly kind: RemittanceKind;
  readonly bodyId: AssociationId;
  readonly parts: readonly OwedPart[];
}

/**
 * REMITTANCE and CLAIM: what the entries add up to is owed no more, because it was paid, or claimed. They name no line:
 * what lines received is untouched, and no batch gathers them.
 */
export function settledPostings({ kind, bodyId, parts }: Batch): Posting[] {
  const net = parts.reduce((sum, { owed }) => sum.plus(owed), Money.cad(0));
  return [
    ...parts.map(part =>
      part.account === 'OWED'
        ? { account: part.account, bodyId, amount: part.owed }
        : { account: part.account, bodyId, tax: part.tax, amount: part.owed },
    ),
    kind === 'REMITTANCE'
      ? { account: 'CASH', amount: net.times(-1) }
      : { account: 'CLAIMED', bodyId, amount: net.times(-1) },
  ];
}

/** CLAIM_PAID: the body gave back what it was asked for. */
export const claimPaidPostings = (bodyId: AssociationId, amount: Money): Posting[] => [
  { account: 'CASH', amount },
  { account: 'CLAIMED', bodyId, amount: amount.times(-1) },
];

/** REMITTANCE_REVERSED: all that a batch posted, the other way round. */
export const reversedPostings = (posted: readonly Posting[]): Posting[] =>
  posted.map(posting => ({ ...posting, amount: posting.amount.times(-1) }));
