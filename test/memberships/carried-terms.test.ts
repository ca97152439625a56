import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { duesLine, givenInvoice } from '../billing/given-invoices.ts';
import { perform as pay, publicInvoice } from '../billing/payment-operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openTransferHouse, type Officer, type TransferHouse } from './given-transfers.ts';
import { FEBRUARY, givenMember, givenOfficer, perform, shown, type Member } from './leaving-operations.ts';

const TODAY = '2026-11-22';

describe('the rest of a term that went along with a transfer (C10, D7, E12)', () => {
  let house: TransferHouse;
  let treasurer: Officer;
  beforeAll(async () => {
    house = await openTransferHouse();
    const { portal } = house;
    treasurer = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey, StaffRole.FINANCE);
  });
  afterAll(() => house.portal.close());

  /** Whoever paid a year at OPPI by cheque, and passed to PIBC in the middle of it. */
  async function givenCarried(): Promise<{
    member: Member;
    newId: string;
    payAgain: () => Promise<string>;
    bounce: (paymentId: string) => Promise<string>;
    paymentId: string;
  }> {
    const { portal, bodies } = house;
    const { id } = portal.world.oppi;
    const member = await givenMember(portal, bodies.regular, { terms: [] });
    const period = Period.of(localDate('2026-04-01'), localDate('2027-04-01'));
    const lines = [duesLine(id, member.membership.id, { period })];
    const facts = { membershipId: member.membership.id, lines };
    const invoice = await givenInvoice(portal, id, { personId: member.person.id }, facts);
    const payAgain = async (): Promise<string> => {
      const cheque = {
        ...{ associationId: toPublicId('Association', id), method: 'CHEQUE', amountCents: 229_95 },
        ...{ receivedOn: TODAY, invoiceIds: [publicInvoice(invoice.id)] },
      };
      return (await pay(portal, 'recordPayment', cheque, await treasurer.asked())).payment.id;
    };
    const bounce = async (paymentId: string): Promise<string> => {
      portal.clock.advance(minutes(1));
      const returned = { paymentId, kind: 'NSF', returnedOn: TODAY };
      return (await pay(portal, 'returnPayment', returned, await treasurer.asked())).__typename;
    };
    const paymentId = await payAgain();
    const { transfer } = await house.ask(member);
    const accepted = await house.decide(transfer.id);
    return {
      ...{ member, payAgain, bounce, paymentId },
      newId: accepted.transfer.newMembership?.id ?? '',
    };
  }
  const termsThere = async (newId: string, member: Member): Promise<unknown> =>
    (await shown(house.portal, newId, await member.asked()))?.terms;
  /** The subjects of the mails to an address that contain the words, each mail looked at by itself. */
  const subjectsOf = async (address: string, words: string): Promise<readonly string[]> => {
    await house.portal.runDue();
    const mails = house.portal.mailbox.to(address).filter(({ text }) => text.includes(words));
    return mails.map(({ subject }) => subject);
  };
  /** The last days that mails to an office name, of those that contain the words. */
  const lastDaysOf = async (address: string, words: string): Promise<readonly string[]> => {
    await house.portal.runDue();
    const mails = house.portal.mailbox.to(address).filter(({ text }) => text.includes(words));
    return mails.flatMap(({ text }) => /Last day: (.+)/.exec(text)?.[1] ?? []);
  };
  const REST = [{ from: FEBRUARY, to: '2027-03-31' }];

  it('is taken back with the cheque that paid it: the member is told, and the office that it went along to', async () => {
    const { mailsTo } = house;
    const { member, newId, paymentId, payAgain, bounce } = await givenCarried();

    const before = await termsThere(newId, member);
    expect(await bounce(paymentId)).toBe('ReturnPaymentSuccess');
    const without = await termsThere(newId, member);
    const told = await mailsTo(member.address);
    const office = await mailsTo('aide@pibc.example');
    await payAgain();
    const again = await termsThere(newId, member);

    expect([before, without, again]).toEqual([REST, [], REST]);
    expect(told).toContain('Le reste d’une période est repris\n');
    expect(told).toContain('Premier jour\u00A0: le 1er février 2027\nDernier jour\u00A0: le 31 mars 2027');
    expect(told).not.toContain('compte de nouveau\n');
    expect(office).toContain('The rest of a term is taken back: Alizé Côté\n');
    expect(office).toContain(
      'Term at: Institut des planificateurs professionnels de l’Ontario (Canada)\nFirst day: February 1, 2027',
    );
    expect(await mailsTo(member.address)).toContain('Le reste d’une période compte de nouveau\n');
    expect(await mailsTo('aide@pibc.example')).toContain('The rest of a term counts again: Alizé Côté\n');
    expect(await mailsTo('aide@oppi.example')).not.toContain('The rest of a term');
  });

  it('names the body where it was paid, also to the third one that it went along to, and to each its own days', async () => {
    const { portal } = house;
    const { oppi, pibc } = portal.world;
    const { association: icu, toolKey } = portal.world.icu;
    const wording = { code: 'NATIONAL', nameFr: 'NATIONAL', nameEn: 'NATIONAL', certificateEligible: false };
    const national = await givenClass(portal, { associationId: icu.id, ...wording });
    const secretary = await givenOfficer(portal, icu, toolKey);
    const { member, newId, paymentId, payAgain, bounce } = await givenCarried();
    const { transfer } = await house.ask(member, {
      membershipId: newId,
      toAssociationId: toPublicId('Association', icu.id),
      toClassId: toPublicId('MembershipClass', national.id),
      on: '2027-03-01',
    });
    const decision = { transferId: transfer.id, decision: 'ACCEPT', shownTotalCents: 0 };
    await perform(portal, 'decideTransfer', decision, await secretary.asked());

    await bounce(paymentId);
    await payAgain();

    const factsAt = (body: AssociationEntity, from: string, lastDay: string): string =>
      `Association\u00A0: ${body.nameFr}\nPériode auprès de\u00A0: ${oppi.nameFr}\n` +
      `Premier jour\u00A0: le ${from} 2027\nDernier jour\u00A0: le ${lastDay} 2027\n`;
    const both = ['Le reste d’une période compte de nouveau', 'Le reste d’une période est repris'];
    const toMember = async (facts: string): Promise<readonly string[]> =>
      (await subjectsOf(member.address, facts)).toSorted();
    expect(await toMember(factsAt(icu, '1er mars', '31 mars'))).toEqual(both);
    // At the second one they counted until the move to the third.
    expect(await toMember(factsAt(pibc, '1er février', '28 février'))).toEqual(both);
    const office = `number ${member.membership.memberNumber}\n`;
    expect(await lastDaysOf('aide@pibc.example', office)).toEqual(['February 28, 2027', 'February 28, 2027']);
  });

  it('of somebody who died is taken back with a letter to the office alone', async () => {
    const { portal, pibc, mailsTo } = house;
    const { member, paymentId, bounce } = await givenCarried();
    const { memberNumber } = member.membership;
    const personId = toPublicId('Person', member.person.id);
    const died = { personId, diedOn: '2026-11-20', shownTotalCents: 0 };
    const recorded = await perform(portal, 'recordDeath', died, await pibc.asked());

    const returned = await bounce(paymentId);

    expect([recorded.__typename, returned]).toEqual(['RecordDeathSuccess', 'ReturnPaymentSuccess']);
    expect(await mailsTo(member.address)).not.toContain('Le reste d’une période');
    expect(await subjectsOf('aide@pibc.example', `number ${memberNumber}\n`)).toContain(
      'The rest of a term is taken back: Alizé Côté',
    );
  });
});
