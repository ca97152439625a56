import { localDate } from '../kernel/local-date.ts';
import type { MembershipClassId } from '../kernel/id.ts';
import { addFeeItem, addPriceRule, addTaxRegistration } from '../modules/billing/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import type { DemoBodies } from './read-bodies.ts';
import { demoPrices } from './prices/demo-prices.ts';

const ALWAYS = localDate('2016-01-01');

/** Puts price lists and tax registrations on file. */
export async function addDemoPrices(
  parts: Parts,
  tx: Tx,
  { association, classId }: DemoBodies,
): Promise<void> {
  for (const [body, { fees, registrations }] of Object.entries(demoPrices)) {
    const { id: associationId } = association(body);
    for (const registration of registrations)
      await addTaxRegistration(parts, tx, { ...registration, associationId, fromOn: ALWAYS, toOn: null });
    for (const { prices, ...fee } of fees) {
      const { id: feeItemId } = await addFeeItem(parts, tx, { ...fee, associationId });
      for (const { of, cents, from, proration = 'NONE' } of prices)
        await addPriceRule(parts, tx, {
          feeItemId,
          classId: of === null ? null : (classId(body, of) as MembershipClassId),
          cents,
          proration,
          fromOn: from === undefined ? ALWAYS : localDate(from),
        });
    }
  }
}
