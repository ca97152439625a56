import { localDate } from '../../src/kernel/local-date.ts';
import {
  addFeeItem,
  addPriceRule,
  addTaxRegistration,
  type NewFeeItem,
} from '../../src/modules/billing/index.ts';
import type { Portal } from '../support/portal.ts';

/** PIBC asks 80 dollars of whoever comes in, with 5 % of tax, 300 a year by the day, and 60 for a hold. */
export async function givenEntryPrices({ parts, world }: Portal): Promise<void> {
  const { id: associationId } = world.pibc;
  const fromOn = localDate('2020-01-01');
  await parts.db.transaction(async tx => {
    const item = async (code: string, facts: Partial<NewFeeItem>, price: object): Promise<void> => {
      const { id: feeItemId } = await addFeeItem(parts, tx, {
        ...{ associationId, code, nameFr: code, nameEn: code, kind: 'FEE', taxTreatment: 'SALES' },
        ...{ charged: 'WITH_TERM', effect: 'NONE', settlement: 'ON_PAYMENT' },
        ...{ priceDay: 'INVOICE_DAY', taxDay: 'INVOICE_DAY' },
        ...facts,
      });
      await addPriceRule(parts, tx, { feeItemId, fromOn, ...price });
    };
    await item('ENTRY', { charged: 'AT_ADMISSION' }, { cents: 80_00n });
    await item(
      'DUES',
      { kind: 'DUES', effect: 'EXTEND_TERM', taxTreatment: 'NONE' },
      { cents: 300_00n, proration: 'BY_DAY' },
    );
    await item('HOLD', { charged: 'DURING_HOLD', taxTreatment: 'NONE' }, { cents: 60_00n });
    const number = '123456789RT0001';
    await addTaxRegistration(parts, tx, { associationId, fromOn, toOn: null, kind: 'GST_HST', number });
  });
}
