import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { formatMoney } from '../../src/platform/wording/money-in-words.ts';
import { perform as pay } from '../billing/payment-operations.ts';
import { csv, imported } from '../imports/operations.ts';
import { codeMailedTo, perform as invite } from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { admissions, perform as change } from './change-operations.ts';
import { givenEntryPrices } from './entry-prices.ts';
import { givenBodies, givenMember, givenOfficer, shown, type Bodies } from './leaving-operations.ts';

const TODAY = '2026-11-22';
const GONE = '2026-12-15';

interface Own {
  readonly id: string;
  readonly association: { readonly code: string };
  readonly status: { readonly code: string };
}
interface Effect {
  readonly total: { readonly cents: number };
  readonly explanation: readonly { readonly text: string }[];
}

describe('I am a member of two bodies of which neither sees what the other one keeps of me (C10)', () => {
  let portal: Portal;
  let bodies: Bodies;
  let pibc: Awaited<ReturnType<typeof givenOfficer>>;
  let treasurer: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    portal = await openPortal();
    bodies = await givenBodies(portal);
    pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
    treasurer = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool, StaffRole.FINANCE);
    await givenEntryPrices(portal);
  });
  afterAll(() => portal.close());

  const ask = async <T>(query: string, variables: object, by: Asked): Promise<T> => {
    const { data, errors } = await portal.graphql<T>(query, variables, by);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const own = async (by: Asked): Promise<readonly Own[]> => {
    const { viewer } = await ask<{ viewer: { memberships: readonly Own[] } }>(
      `{ viewer { memberships { id association { code } status { code } } } }`,
      {},
      by,
    );
    return viewer.memberships;
  };
  const inWords = (all: readonly Own[]): readonly string[] =>
    all.map(({ association, status }) => `${association.code} ${status.code}`).toSorted();

  it('the second one enters and admits me at the price shown, I come in with my account, and leave it again', async () => {
    const member = await givenMember(portal, bodies.regular);
    const associationId = toPublicId('Association', portal.world.pibc.id);
    const office = await pibc.asked();

    // What the first one keeps of them is not there for this office: it enters them itself.
    const file = csv('id,given name,family name,language,email', `9,Alizé,Côté,fr,${member.address}`);
    expect((await imported(portal, { associationId, asked: office }, file)).state).toBe('DONE');
    const { persons } = await ask<{ persons: { nodes: readonly { readonly id: string }[] } }>(
      'query ($filter: PersonFilter!) { persons(filter: $filter) { nodes { id } } }',
      { filter: { associationId, search: 'Côté' } },
      office,
    );
    const [onFile] = persons.nodes;
    expect(persons.nodes).toHaveLength(1);
    expect(onFile?.id).not.toBe(toPublicId('Person', member.person.id));

    const classId = toPublicId('MembershipClass', bodies.western.id);
    const wanted = { associationId, personId: onFile?.id, classId, on: TODAY };
    const price = await ask<{ of: { preview: { moneyEffect: Effect } } }>(
      `query ($input: AdmissionPreviewInput!) { of: admissionPreview(input: $input) {
         ... on AdmissionPreviewSuccess { preview { moneyEffect { total { cents } explanation { text } } } } } }`,
      { input: wanted },
      office,
    );
    const { cents } = price.of.preview.moneyEffect.total;
    const admission = { ...wanted, shownTotalCents: cents };
    const { membership } = await admissions.perform(portal, 'admitMember', admission, office);
    const draft = { email: member.address, locale: 'FR_CA', membershipId: membership.id };
    await invite(portal, 'issueInvitations', { associationId, invitations: [draft] }, office);
    const holder = await member.asked();
    const before = inWords(await own(holder));
    const code = await codeMailedTo(portal, member.address);
    const told = portal.mailbox
      .to(member.address)
      .find(({ subject }) => subject.includes('adhésion commence'));
    const accepted = await invite(portal, 'acceptInvitation', { code }, holder);
    const both = await own(holder);

    expect(cents).toBeGreaterThan(84_00);
    const amount = formatMoney(BigInt(cents), 'fr-CA');
    expect(told?.text).toContain(`Montant à payer\u00A0: ${amount}. La facture`);
    expect(before).toEqual(['oppi ACTIVE']);
    expect(accepted).toMatchObject({ __typename: 'AcceptInvitationSuccess', accepted: true });
    expect(accepted.account.id).toBe(toPublicId('Account', member.accountId));
    expect(inWords(both)).toEqual(['oppi ACTIVE', 'pibc APPLICANT']);
    expect(both.map(({ id }) => id)).toEqual([member.membershipId, membership.id]);
    expect(await shown(portal, member.membershipId, office)).toBeNull();

    // They pay, and are a member of both; then they leave the second one, knowing what that gives back.
    const invoices = await ask<{ invoices: { nodes: readonly { readonly id: string }[] } }>(
      'query ($filter: InvoiceFilter!) { invoices(filter: $filter) { nodes { id } } }',
      { filter: { associationId } },
      await treasurer.asked(),
    );
    const cheque = { associationId, method: 'CHEQUE', amountCents: cents, receivedOn: TODAY };
    const invoiceIds = invoices.invoices.nodes.map(({ id }) => id);
    await pay(portal, 'recordPayment', { ...cheque, invoiceIds }, await treasurer.asked());
    const paid = inWords(await own(holder));
    const leaving = { membershipId: membership.id, on: GONE };
    const effect = await ask<{ of: { preview: { statusAfter: { code: string }; moneyEffect: Effect } } }>(
      `query ($input: MembershipChangeInput!) { of: membershipChange(input: $input) {
         ... on MembershipChangeSuccess { preview { statusAfter { code }
           moneyEffect { total { cents } explanation { text } } } } } }`,
      { input: { ...leaving, kind: 'RESIGNATION' } },
      { ...holder, locale: 'en-CA' },
    );
    const { statusAfter, moneyEffect } = effect.of.preview;
    const left = await change(
      portal,
      'resignMembership',
      { ...leaving, reason: 'Retour en Ontario', shownTotalCents: moneyEffect.total.cents },
      holder,
    );
    portal.clock.advance(days(25));
    const later = inWords(await own(await member.asked()));

    expect(paid).toEqual(['oppi ACTIVE', 'pibc RENEWAL_DUE']);
    expect([statusAfter.code, moneyEffect.total.cents]).toEqual(['ENDED', 0]);
    expect(moneyEffect.explanation.map(({ text }) => text)).toEqual([
      'The term that has begun, until December 31, 2026 inclusive, is not given back.',
    ]);
    expect(left.__typename).toBe('ResignMembershipSuccess');
    expect(later).toEqual(['oppi ACTIVE', 'pibc ENDED']);
  });
});
