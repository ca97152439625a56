import type { Asked, Portal } from '../support/portal.ts';
import { perform } from '../billing/price-operations.ts';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { addAssociation } from '../../src/modules/associations/index.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { plain } from '../support/world.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for what things cost, and for where people live. */
export function goodPrices(
  portal: Portal,
  { association, ids, member, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({ variables: { input: fields }, asked });
  const keyed = (fields: object): Good =>
    input({ ...fields, idempotencyKey: `prix-${++intents}` }, office.asked);
  const item = (): object => ({
    associationId: ids.Association,
    code: `FEE_${++intents}`,
    nameFr: 'Frais de dossier',
    nameEn: 'File fee',
    kind: 'FEE',
    taxTreatment: 'SALES',
    charged: 'WHEN_LATE',
    effect: 'NONE',
    settlement: 'ON_PAYMENT',
    priceDay: 'INVOICE_DAY',
    taxDay: 'INVOICE_DAY',
  });
  const feeItemId = async (): Promise<string> =>
    (await perform(portal, 'setFeeItem', { ...item(), idempotencyKey: `prix-${++intents}` }, office.asked))
      .feeItem.id;
  const nextDay = (): string => `20${String(30 + (++intents % 60))}-04-01`;
  const personId = async (): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId: association.id })).id);
  const address = { street: '1, rue Principale', street2: 'app. 2', postalCode: 'H3H 1A1', country: 'CA' };
  const addresses = [{ ...address, kind: 'HOME', city: 'Montréal', province: 'QC' }];
  const bodyBelow = async (): Promise<string> => {
    const code = `vend-${newId(portal.parts.clock, portal.parts.random).slice(-12)}`;
    const facts = { ...plain(code, `Corps ${code}`), parent: association };
    const { id } = await portal.parts.db.transaction(tx => addAssociation(portal.parts, tx, facts));
    return toPublicId('Association', id);
  };
  const last = { from: '2027-04-01', to: '2028-03-31' };

  return {
    quote: [
      () => {
        const items = [{ feeItemId: ids.FeeItem, quantity: 1 }];
        const asked = { membershipId: ids.Membership, occasions: ['WITH_TERM', 'ON_DEMAND'], items };
        const term = { ...last, enteredOn: '2027-05-01', classId: ids.MembershipClass };
        return Promise.resolve(input({ memberships: [{ ...asked, ...term }], on: '2026-11-22' }, member));
      },
    ],
    priceList: [
      () => Promise.resolve({ variables: { associationId: ids.Association }, asked: office.asked }),
    ],
    setFeeItem: [() => Promise.resolve(keyed(item()))],
    setPriceRule: [
      async () =>
        keyed({
          ...{ feeItemId: await feeItemId(), classId: ids.MembershipClass, province: 'QC' },
          ...{ minAge: 20, maxAge: 64, minSeniority: 1, maxSeniority: 9, percentOfOwing: '10' },
          ...{ proration: 'BY_MONTH', monthTable: [10_000, 5000], forMonths: 12, lateAfterDays: 30 },
          ...last,
        }),
      async () =>
        keyed({ feeItemId: await feeItemId(), amountCents: 25_00, lateAfterMonthDay: '03-31', ...last }),
    ],
    setTaxRegistration: [
      () =>
        Promise.resolve(
          keyed({
            associationId: ids.Association,
            kind: 'QST',
            number: '1234567890 TQ 0001',
            from: nextDay(),
            to: '2099-03-31',
          }),
        ),
    ],
    setTaxStatus: [
      () =>
        Promise.resolve(
          keyed({
            associationId: ids.Association,
            classId: ids.MembershipClass,
            basis: 'GST24',
            from: nextDay(),
            to: '2099-03-31',
          }),
        ),
    ],
    recordTaxAccountingElection: [
      async () =>
        keyed({
          issuerId: ids.Association,
          supplierId: await bodyBelow(),
          kind: 'GST_HST',
          from: nextDay(),
          to: '2099-03-31',
        }),
    ],
    setPersonAddresses: [() => Promise.resolve(input({ personId: ids.Person, addresses }, member))],
    setDateOfBirth: [async () => input({ personId: await personId(), bornOn: '1980-02-29' }, office.asked)],
  };
}
