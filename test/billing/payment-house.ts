import { toPublicId, type AssociationId, type MembershipId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import type { NewLine, WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import {
  givenClass,
  givenMembership,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { duesLine, givenInvoice } from './given-invoices.ts';
import { perform, publicInvoice, type Result } from './payment-operations.ts';

/** The first day of every portal, and the dues of a member with both taxes of Québec. */
export const TODAY = '2026-11-22';
export const ALL = 229_95;
/** The terms of a member before and after these dues. */
export const NOW_PAID = '2026-04-01 2027-04-01';
export const NEXT = '2027-04-01 2028-04-01';

export interface Member extends SignedIn {
  readonly membershipId: MembershipId;
}

/** A portal with a treasurer of AQPM, whose members pay their dues. */
export interface PaymentHouse {
  readonly portal: Portal;
  readonly aqpm: AssociationId;
  readonly clerk: SignedIn;
  /** The clerk at their tool. */
  readonly staff: Asked;
  /** Days go by in these tests, and a token lives for minutes. */
  signIn(): Promise<void>;
  anotherTreasurer(): Promise<Asked>;
  member(): Promise<Member>;
  dues(of: Member, wanted?: Partial<NewLine>, dueOn?: string): Promise<WrittenInvoice>;
  cheque(amountCents: number, invoices: readonly WrittenInvoice[], wanted?: object): object;
  record(amountCents: number, invoices: readonly WrittenInvoice[], wanted?: object): Promise<Result>;
}

export async function openPaymentHouse(): Promise<PaymentHouse> {
  const portal = await openPortal();
  const { association, toolKey: clientKey } = portal.world.aqpm;
  const aqpm = association.id;
  const treasurer = async (): Promise<SignedIn> => {
    const somebody = await givenSomebodySignedIn(portal);
    await givenStaff(portal, somebody.accountId, association, StaffRole.FINANCE);
    return somebody;
  };
  const atTool = async (somebody: SignedIn): Promise<Asked> => ({
    clientKey,
    token: await somebody.tokenAt(clientKey),
  });
  const clerk = await treasurer();
  let staff = await atTool(clerk);
  let made = 0;

  const cheque: PaymentHouse['cheque'] = (amountCents, invoices, wanted = {}) => ({
    associationId: toPublicId('Association', aqpm),
    method: 'CHEQUE',
    amountCents,
    receivedOn: TODAY,
    invoiceIds: invoices.map(({ id }) => publicInvoice(id)),
    ...wanted,
  });
  return {
    portal,
    aqpm,
    clerk,
    get staff() {
      return staff;
    },
    async signIn() {
      staff = await atTool(clerk);
    },
    anotherTreasurer: async () => atTool(await treasurer()),
    async member() {
      made += 1;
      const somebody = await givenSomebodySignedIn(portal);
      const memberClass = await givenClass(portal, { code: `PAYING-${String(made)}` });
      const holder = { personId: somebody.person.id };
      const { id } = await givenMembership(portal, memberClass, holder, {
        memberNumber: `P-${String(made)}`,
      });
      return { ...somebody, membershipId: id };
    },
    dues: ({ person, membershipId }, wanted = {}, dueOn = '2027-03-31') =>
      givenInvoice(
        portal,
        aqpm,
        { personId: person.id },
        { membershipId, dueOn: localDate(dueOn), lines: [duesLine(aqpm, membershipId, wanted)] },
      ),
    cheque,
    record: (amountCents, invoices, wanted) =>
      perform(portal, 'recordPayment', cheque(amountCents, invoices, wanted), staff),
  };
}
