import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { duesLine, givenInvoice, line } from '../billing/given-invoices.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { admissions } from './change-operations.ts';
import { givenEntryPrices } from './entry-prices.ts';
import {
  FEBRUARY,
  givenBodies,
  givenMember,
  givenOfficer,
  perform,
  type Bodies,
  type Member,
} from './leaving-operations.ts';

interface Effect {
  readonly total: { readonly cents: number };
  readonly lines: readonly {
    readonly supplier: { readonly code: string };
    readonly amount: { readonly cents: number };
    readonly explanation: readonly { readonly rule: string; readonly text: string }[];
  }[];
  readonly explanation: readonly { readonly rule: string; readonly text: string }[];
}

const EFFECT = `moneyEffect { total { cents } explanation { rule text }
  lines { supplier { code } amount { cents } explanation { rule text } } }`;

/** PIBC asks 80 dollars of whoever comes in, with 5 % of tax, and 300 a year by the day. */
describe('what coming in to a body costs (C10, C11)', () => {
  let portal: Portal;
  let bodies: Bodies;
  let pibc: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    portal = await openPortal();
    bodies = await givenBodies(portal);
    pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
    await givenEntryPrices(portal);
  });
  afterAll(() => portal.close());

  const wanted = ({ membershipId }: Member): object => ({
    membershipId,
    toAssociationId: toPublicId('Association', portal.world.pibc.id),
    toClassId: toPublicId('MembershipClass', bodies.western.id),
    on: FEBRUARY,
  });
  const previewed = async (query: string, variables: object, by: Asked): Promise<Effect> => {
    const { data, errors } = await portal.graphql<{
      of: { readonly preview: { readonly moneyEffect: Effect } };
    }>(query, variables, by);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.of.preview.moneyEffect;
  };
  const ofRequest = (id: string, by: Asked): Promise<Effect> =>
    previewed(
      `query ($id: ID!) { of: node(id: $id) { ... on MembershipTransfer { preview { ${EFFECT} } } } }`,
      { id },
      by,
    );
  const amounts = ({ lines }: Effect): readonly string[] =>
    lines.map(({ supplier, amount }) => `${supplier.code} ${String(amount.cents)}`);
  const invoicesOf = async (body: string): Promise<readonly string[]> =>
    (
      await portal.parts.db.entities.query<{ said: string }[]>(
        `select m.member_number || ' ' || i.total_cents || ' ' || i.credited_cents as said
         from invoice i join membership m on m.id = i.membership_id
         where i.issuer_id = $1 order by i.number`,
        [body],
      )
    ).map(({ said }) => said);

  it('a transfer: the fee there, what is given back here, and all the rest said to whoever decides', async () => {
    const { oppi } = portal.world;
    const member = await givenMember(portal, bodies.regular, {
      memberNumber: 'C-1',
      terms: [
        { kind: 'ASSOCIATION_YEAR', from: localDate('2026-04-01'), to: localDate('2027-04-01') },
        { kind: 'ASSOCIATION_YEAR', from: localDate('2027-04-01'), to: localDate('2028-04-01') },
      ],
    });
    const { id: membershipId } = member.membership;
    const period = Period.of(localDate('2026-04-01'), localDate('2027-04-01'));
    for (const billed of [line(oppi.id, { membershipId, period }), duesLine(oppi.id, membershipId)])
      await givenInvoice(portal, oppi.id, { personId: member.person.id }, { membershipId, lines: [billed] });
    const holder = await member.asked();
    const asked = await perform(
      portal,
      'requestTransfer',
      { ...wanted(member), shownTotalCents: 84_00 - 229_95 },
      holder,
    );
    const office = await pibc.asked();
    const decide = (shownTotalCents: number) =>
      perform(
        portal,
        'decideTransfer',
        { transferId: asked.transfer.id, decision: 'ACCEPT', shownTotalCents },
        office,
      );

    const seen = await ofRequest(asked.transfer.id, { ...office, locale: 'en-CA' });
    const french = await ofRequest(asked.transfer.id, { ...office, locale: 'fr-CA' });
    const blind = await decide(0);
    const accepted = await decide(seen.total.cents);

    expect(amounts(seen)).toEqual(['pibc 8000', 'oppi -20000']);
    expect(seen.total.cents).toBe(84_00 - 229_95);
    expect(seen.lines.map(({ explanation }) => explanation[0]?.rule)).toEqual([
      'PRICE',
      'LATER_TERM_GIVEN_BACK',
    ]);
    expect(seen.explanation.map(({ text }) => text)).toEqual([
      'The rest of the running term, until March 31, 2027 inclusive, goes along: it is neither given back nor charged again.',
      'What is not paid yet stays owing to the association that is left: $229.95.',
    ]);
    expect(french.explanation[1]?.text).toBe(
      'Ce qui n’est pas encore payé reste dû à l’association quittée\u00a0: 229,95\u00a0$.',
    );
    expect([blind.__typename, blind.effect.total.cents]).toEqual(['MoneyEffectChanged', 84_00 - 229_95]);
    expect(accepted.transfer.state).toBe('ACCEPTED');
    expect(await invoicesOf(portal.world.pibc.id)).toEqual(['C-1 8400 0']);
    expect(await invoicesOf(oppi.id)).toEqual(['C-1 22995 0', 'C-1 22995 22995']);
  });

  it('whoever brings no term along pays the rest of the year there too', async () => {
    const lapsed = [{ kind: 'ASSOCIATION_YEAR', from: localDate('2026-01-01'), to: FEBRUARY }] as const;
    const member = await givenMember(portal, bodies.regular, { terms: lapsed });

    const effect = await previewed(
      `query ($input: TransferPreviewInput!) { of: transferPreview(input: $input) {
         ... on TransferPreviewSuccess { preview { ${EFFECT} } } } }`,
      { input: wanted(member) },
      await member.asked(),
    );

    // 334 of the 365 days of 2027.
    expect([...amounts(effect)].sort()).toEqual(['pibc 27452', 'pibc 8000']);
    expect(effect.explanation).toEqual([]);
  });

  it('an admission is shown before it is asked for, line by line, and charged as it was shown', async () => {
    const associationId = toPublicId('Association', portal.world.pibc.id);
    const person = await givenPerson(portal, { associationId: portal.world.pibc.id });
    const input = {
      associationId,
      personId: toPublicId('Person', person.id),
      classId: toPublicId('MembershipClass', bodies.western.id),
      on: FEBRUARY,
    };
    const office = await pibc.asked();
    const query = `query ($input: AdmissionPreviewInput!) { of: admissionPreview(input: $input) { __typename
      ... on AdmissionPreviewSuccess { preview { ${EFFECT} } } } }`;

    const seen = await previewed(query, { input }, office);
    const admitted = await admissions.perform(
      portal,
      'admitMember',
      { ...input, memberNumber: 'C-2', shownTotalCents: seen.total.cents },
      office,
    );

    expect([...amounts(seen)].sort()).toEqual(['pibc 27452', 'pibc 8000']);
    expect(seen.lines.every(({ explanation }) => explanation.length > 0)).toBe(true);
    expect(admitted.__typename).toBe('AdmitMemberSuccess');
    expect(await invoicesOf(portal.world.pibc.id)).toContain(`C-2 ${String(seen.total.cents)} 0`);
    const { data } = await portal.graphql<{ of: { __typename: string } }>(query, { input }, office);
    expect(data.of.__typename).toBe('AlreadyMember');
  });

  it('an office that asks about a member of another body reads nothing of it, and is seen to have asked', async () => {
    const { oppi } = portal.world;
    const member = await givenMember(portal, bodies.regular);
    const { id: membershipId } = member.membership;
    const held = { kind: 'SUSPENSION', from: localDate('2026-10-01'), to: null } as const;
    const suspended = await givenMember(portal, bodies.regular, { holds: [held] });
    const ahead = { membershipId, lines: [duesLine(oppi.id, membershipId)] };
    await givenInvoice(portal, oppi.id, { personId: member.person.id }, ahead);
    const office = await pibc.asked();
    const query = `query ($input: TransferPreviewInput!) { of: transferPreview(input: $input) { __typename
      ... on TransferNotPossible { why } ... on TransferPreviewSuccess { preview { paidUntil ${EFFECT} } } } }`;
    const seen = async (
      one: Member,
    ): Promise<{ readonly why?: string; readonly preview?: { paidUntil: null } }> =>
      (await portal.graphql<{ of: object }>(query, { input: wanted(one) }, office)).data.of;

    const effect = await previewed(query, { input: wanted(member) }, office);

    expect(amounts(effect)).toEqual(['pibc 8000']);
    expect([effect.total.cents, effect.explanation]).toEqual([84_00, []]);
    expect((await seen(member)).preview?.paidUntil).toBeNull();
    expect((await seen(suspended)).why).toBe('NOT_POSSIBLE');
    const trail = await portal.parts.db.entities.query<{ read: string }[]>(
      `select distinct act as read from audit_entry where subject_id = $1 and association_id = $2`,
      [membershipId, oppi.id],
    );
    expect(trail).toEqual([{ read: 'readTransferPreview' }]);
    const asked = await perform(
      portal,
      'requestTransfer',
      { ...wanted(member), shownTotalCents: 84_00 },
      office,
    );
    expect(asked.transfer.askedBy).toBe('RECEIVING');
  });
});
