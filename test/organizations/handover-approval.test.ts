import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  addressOf,
  approving,
  givenTwoDelegates,
  perform,
  personId,
  rolesBy,
  shown,
  type Result,
  type TwoDelegates,
} from './delegate-operations.ts';

interface Waiting extends TwoDelegates {
  readonly handoverId: string;
}

describe('a hand-over that the association approves (C3, C4)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const offered = async (): Promise<Waiting> => {
    const house = await givenTwoDelegates(portal);
    const { organizationId, principal, other } = house;
    const offer = { organizationId, toPersonId: personId(other), remainingRoles: ['CONTACT'] };
    const { organization } = await perform(portal, 'offerPrincipalHandover', offer, principal);
    return { ...house, handoverId: organization!.principalHandover!.id };
  };
  const accept = ({ handoverId, other }: Waiting): Promise<Result> =>
    approving(portal, portal.world.aqpm.association.id, () =>
      perform(portal, 'acceptPrincipalHandover', { handoverId }, other),
    );
  const accepted = async (): Promise<Waiting> => {
    const house = await offered();
    await accept(house);
    return house;
  };
  const decide = (
    { handoverId }: Waiting,
    decision: 'APPROVE' | 'REFUSE',
    { reason = 'Procès-verbal manquant', asked = office.asked }: { reason?: string; asked?: Asked } = {},
  ): Promise<Result> => perform(portal, 'decidePrincipalHandover', { handoverId, decision, reason }, asked);
  const cancel = ({ handoverId }: Waiting, asked: Asked): Promise<Result> =>
    perform(portal, 'cancelPrincipalHandover', { handoverId }, asked);
  const told = async ({ accountId }: { accountId: string }): Promise<string> => {
    await portal.runDue();
    return portal.mailbox.lastTo(await addressOf(portal, accountId)).text;
  };
  const nobodyChanged = ['Ève Lacroix: PRINCIPAL', 'Noël D’Amours: DUES'];

  it('waits once it is accepted: nothing changes, and both and the office are told', async () => {
    const house = await offered();

    const answer = await accept(house);

    expect(answer.awaitingApproval).toBe(true);
    expect(rolesBy(answer.organization)).toEqual(nobodyChanged);
    expect(answer.organization?.principalHandover).toMatchObject({
      acceptedAt: portal.clock.now().toISOString(),
      viewerCanAccept: false,
      viewerCanDecide: false,
    });
    const seen = await shown(portal, house.organizationId, office.asked);
    expect(seen?.principalHandover?.viewerCanDecide).toBe(true);
    for (const one of [house.principal, house.other])
      expect(await told(one)).toContain('L’association doit d’abord approuver');
    const { supportEmail } = portal.world.aqpm.association;
    expect(portal.mailbox.lastTo(supportEmail).subject).toBe(
      'À approuver\u00a0: Noël D’Amours, délégué principal pour Productions Boréales',
    );
    expect((await accept(house)).__typename).toBe('PrincipalHandoverNotFound');
  });

  it('is in the list of what the office has to approve until it has, and an offer without an answer is not', async () => {
    const listed = async (awaits: string): Promise<readonly string[]> => {
      const filter = { associationId: office.associationId, awaits };
      const { data } = await portal.graphql<{ organizations: { nodes: readonly { id: string }[] } }>(
        'query ($filter: OrganizationFilter!) { organizations(filter: $filter, first: 100) { nodes { id } } }',
        { filter },
        office.asked,
      );
      return data.organizations.nodes.map(({ id }) => id);
    };
    const [early, house] = [await offered(), await accepted()];

    const waiting = await listed('HANDOVER_APPROVAL');

    expect(waiting).toContain(house.organizationId);
    expect(waiting).not.toContain(early.organizationId);
    expect(await listed('HANDOVER')).toEqual(
      expect.arrayContaining([early.organizationId, house.organizationId]),
    );
    await decide(house, 'APPROVE');
    expect(await listed('HANDOVER_APPROVAL')).not.toContain(house.organizationId);
  });

  it('passes at the instant of approval, for both at once', async () => {
    const house = await accepted();
    const { organizationId, principal, other } = house;
    const before = dayAt('America/Toronto', portal.clock.now());
    portal.clock.advance(days(3));
    office = await givenOffice(portal);

    const { organization } = await decide(house, 'APPROVE');

    expect(rolesBy(organization)).toEqual([
      'Noël D’Amours: PRINCIPAL',
      'Noël D’Amours: DUES',
      'Ève Lacroix: CONTACT',
    ]);
    const rows = await portal.parts.db.entities.query<{ from_at: Date; to_at: Date | null }[]>(
      `select from_at, to_at from delegation where organization_id = $1 and role = 'PRINCIPAL' order by from_at`,
      [house.organization.id],
    );
    expect(rows).toMatchObject([{ to_at: portal.clock.now() }, { from_at: portal.clock.now(), to_at: null }]);
    for (const one of [principal, other]) expect(await told(one)).toContain('Noël D’Amours succède à Ève');

    const today = dayAt('America/Toronto', portal.clock.now());
    const query = `query ($id: ID!, $before: Date!, $today: Date!) { organization(id: $id) {
      before: principalOn(date: $before) { displayName }
      today: principalOn(date: $today) { displayName }
      never: principalOn(date: "2019-01-01") { displayName }
      toCome: principalOn(date: "2099-01-01") { displayName } } }`;
    const { data } = await portal.graphql(query, { id: organizationId, before, today }, office.asked);
    expect(data).toEqual({
      organization: {
        before: { displayName: 'Ève Lacroix' },
        today: { displayName: 'Noël D’Amours' },
        never: null,
        toCome: null,
      },
    });
  });

  it('is refused with a reason, which both are told; the principal stays and may offer again', async () => {
    const house = await accepted();

    const without = await decide(house, 'REFUSE', { reason: ' ' });
    const { organization } = await decide(house, 'REFUSE');

    expect(without.issues).toMatchObject([{ path: ['input', 'reason'] }]);
    expect(organization?.principalHandover).toBeNull();
    expect(rolesBy(organization)).toEqual(nobodyChanged);
    for (const one of [house.principal, house.other])
      expect(await told(one)).toContain('Sa raison\u00a0: Procès-verbal manquant');
    const [entry] = await portal.parts.db.entities.query<{ after: object }[]>(
      `select after from audit_entry where act = 'decidePrincipalHandover' and subject_id = $1`,
      [house.organization.id],
    );
    expect(entry?.after).toMatchObject({ approved: false, reason: 'Procès-verbal manquant' });
    const { organizationId, other, principal } = house;
    const offer = { organizationId, toPersonId: personId(other), remainingRoles: [] };
    expect((await perform(portal, 'offerPrincipalHandover', offer, principal)).__typename).toBe(
      'OfferPrincipalHandoverSuccess',
    );
  });

  it('is for the office alone, once it is accepted, and never for an organization of one’s own', async () => {
    const [early, house] = [await offered(), await accepted()];
    const stranger = await givenOffice(portal, { body: portal.world.icu });
    const [mine] = await portal.parts.db.entities.query<{ id: string }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );

    expect((await decide(early, 'APPROVE')).__typename).toBe('PrincipalHandoverNotFound');
    expect((await decide(house, 'APPROVE', { asked: stranger.asked })).__typename).toBe(
      'PrincipalHandoverNotFound',
    );
    await givenDelegations(portal, house.organization, mine as never, 'VOTING');
    expect((await decide(house, 'APPROVE')).__typename).toBe('PrincipalHandoverNotFound');
    office = await givenOffice(portal);
    expect((await decide(house, 'APPROVE')).__typename).toBe('DecidePrincipalHandoverSuccess');
  });

  it('is decided once, and never together with a withdrawal or a second thought', async () => {
    for (let round = 0; round < 3; round++) {
      const house = await accepted();

      const outcomes = await Promise.all([
        decide(house, 'APPROVE'),
        decide(house, 'REFUSE'),
        decide(house, 'APPROVE'),
        cancel(house, house.principal),
        cancel(house, house.other),
      ]);

      expect(outcomes.filter(({ __typename }) => __typename.endsWith('Success'))).toHaveLength(1);
      const heads = rolesBy(await shown(portal, house.organizationId, house.other)).filter(role =>
        role.endsWith('PRINCIPAL'),
      );
      expect(heads).toHaveLength(1);
    }
  });

  it('is accepted once, whoever else answers at the same time', async () => {
    const house = await offered();

    const outcomes = await approving(portal, portal.world.aqpm.association.id, () =>
      Promise.all(
        [1, 2, 3].map(() =>
          perform(portal, 'acceptPrincipalHandover', { handoverId: house.handoverId }, house.other),
        ),
      ),
    );

    expect(outcomes.filter(({ __typename }) => __typename.endsWith('Success'))).toHaveLength(1);
    expect(rolesBy(await shown(portal, house.organizationId, house.other))).toEqual(nobodyChanged);
  });

  it('falls with an appointment, or when nothing was decided by the last of 30 days', async () => {
    const [overtaken, late] = [await accepted(), await accepted()];
    const { organizationId } = overtaken;
    const heir = await givenSomebodySignedIn(portal);
    await perform(
      portal,
      'appointPrincipal',
      {
        organizationId,
        email: 'releve@maboite.example',
        locale: 'FR_CA',
        personId: personId(heir),
        document: 'Lettre',
      },
      office.asked,
    );

    expect((await decide(overtaken, 'APPROVE')).__typename).toBe('PrincipalHandoverNotFound');
    portal.clock.advance(days(20));
    const later = await givenOffice(portal);
    const seen = await shown(portal, late.organizationId, later.asked);
    expect(seen?.principalHandover?.viewerCanDecide).toBe(true);
    portal.clock.advance(days(11));
    const tooLate = await givenOffice(portal);
    expect((await decide(late, 'APPROVE', { asked: tooLate.asked })).__typename).toBe(
      'PrincipalHandoverNotFound',
    );
    expect((await shown(portal, late.organizationId, tooLate.asked))?.principalHandover).toBeNull();
  });
});
