import { fromPublicId, toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { perform } from '../billing/invoice-operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for what is owed. */
export function goodInvoices(
  portal: Portal,
  { association: { id: associationId }, ids, member, siteKey: clientKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `facture-${++intents}` } },
    asked,
  });
  const owed = async (): Promise<{ readonly id: string; readonly lineId: string }> => {
    const personId = fromPublicId('Person', ids.Person) as PersonId;
    const { id, lineIds } = await givenInvoice(portal, associationId, { personId });
    return { id: toPublicId('Invoice', id), lineId: toPublicId('InvoiceLine', lineIds[0] as never) };
  };
  const linked = async () => perform(portal, 'createPayLink', { invoiceId: (await owed()).id }, member);
  const listed =
    (filter: object): MakeGood =>
    () =>
      Promise.resolve({
        variables: { filter: { associationId: ids.Association, ...filter } },
        asked: office.asked,
      });
  const billTo = { name: 'Ville de Quimper', attention: 'Comptes', city: 'Montréal', country: 'CA' };
  const waiting = async (): Promise<string> => {
    const limit = (approvalAboveCents: bigint | null): Promise<unknown> =>
      portal.parts.db.transaction(tx =>
        tx.update(AssociationEntity, { id: associationId }, { approvalAboveCents }),
      );
    await limit(1_00n);
    const { change } = await perform(
      portal,
      'changeBillTo',
      { invoiceId: (await owed()).id, billTo },
      member,
    );
    await limit(null);
    return change?.id ?? '';
  };
  const line = {
    kind: 'EVENT',
    descriptionFr: 'Colloque',
    descriptionEn: 'Symposium',
    quantity: 1,
    unitCents: 50_00,
    taxTreatment: 'SALES',
  };
  const issued =
    (fields: object): MakeGood =>
    () =>
      Promise.resolve(
        input(
          {
            associationId: ids.Association,
            kind: 'EVENT',
            payerId: ids.Organization,
            dueOn: '2027-12-31',
            lines: [line],
            ...fields,
          },
          office.asked,
        ),
      );

  return {
    invoice: [() => Promise.resolve({ variables: { id: ids.Invoice }, asked: member })],
    invoices: [
      listed({}),
      listed({
        state: 'OPEN',
        kind: 'DUES',
        membershipId: ids.Membership,
        number: '2026-1',
        payerId: ids.Person,
      }),
    ],
    invoiceByPayLink: [async () => ({ variables: { token: (await linked()).token }, asked: { clientKey } })],
    issueInvoice: [
      issued({
        billTo,
        locale: 'EN_CA',
        membershipId: ids.Membership,
        lines: [{ ...line, supplierId: ids.Association }],
      }),
      issued({}),
    ],
    changeBillTo: [async () => input({ invoiceId: (await owed()).id, billTo }, member)],
    billToChanges: [listed({ awaitingApproval: true })],
    approveBillToChange: [async () => input({ billToChangeId: await waiting() }, office.asked)],
    declineBillToChange: [async () => input({ billToChangeId: await waiting() }, member)],
    createPayLink: [async () => input({ invoiceId: (await owed()).id }, member)],
    revokePayLink: [
      async () => ({ variables: { input: { payLinkId: (await linked()).payLink.id } }, asked: member }),
    ],
    creditInvoice: [
      async () => {
        const { id, lineId } = await owed();
        const lines = [{ lineId, amountCents: 10_00 }];
        return input({ invoiceId: id, reason: 'Facturé par erreur', lines }, office.asked);
      },
      async () => input({ invoiceId: (await owed()).id, reason: 'Facturé par erreur' }, office.asked),
    ],
  };
}
