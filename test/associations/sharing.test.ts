import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationKind, StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { perform, send } from '../people/staff-operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { addBody, plain, type Body } from '../support/world.ts';

interface Shared {
  readonly name: string;
  readonly memberNumber: string;
  readonly class: { readonly code: string } | null;
  readonly status: string;
  readonly contactEmail: string | null;
  readonly workPhone: string | null;
}

let portal: Portal;
let west: Body;
let ours: Office;
let above: Office;
let membershipId: string;
beforeAll(async () => {
  portal = await openPortal();
  const { icu } = portal.world;
  west = await portal.parts.db.transaction(tx =>
    addBody(portal.parts, tx, {
      ...plain('ouest', 'Institut de l’Ouest'),
      parent: icu.association,
      kind: AssociationKind.INSTITUTE,
      independent: true,
    }),
  );
  ours = await givenOffice(portal, { body: west, role: StaffRole.ADMIN });
  above = await givenOffice(portal, { body: icu, role: StaffRole.MEMBERSHIP });
  const { id: associationId } = west.association;
  const memberClass = await givenClass(portal, { associationId });
  const person = await givenPerson(portal, {
    associationId,
    familyName: 'Çelik',
    contactEmail: 'zoe@ouest.example',
  });
  await portal.parts.db.entities.query(`update person set work_phone = '+16045550123' where id = $1`, [
    person.id,
  ]);
  const membership = await givenMembership(
    portal,
    memberClass,
    { personId: person.id },
    { memberNumber: 'O-7' },
  );
  membershipId = toPublicId('Membership', membership.id);
});
afterAll(() => portal.close());

const idOf = (association: { readonly id: never }): string => toPublicId('Association', association.id);
const toIcu = (wanted: object = {}): object => ({
  associationId: ours.associationId,
  toAssociationId: above.associationId,
  kinds: ['MEMBERS'],
  purposeFr: 'Liste nationale',
  purposeEn: 'National list',
  ...wanted,
});
const share = async (wanted: object = {}, asked: Asked = ours.asked) =>
  perform(portal, 'recordSharingAgreement', toIcu(wanted), asked);
const end = async (sharingAgreementId: string, wanted: object = {}, asked: Asked = ours.asked) =>
  perform(portal, 'endSharingAgreement', { sharingAgreementId, ...wanted }, asked);

/** What is seen of the members; a fault says what it is. */
async function seen(
  asked: Asked,
  search = '',
  associationId = ours.associationId,
): Promise<readonly Shared[] | string> {
  const { data, errors } = await portal.graphql<{ sharedMembers: { totalCount: number; nodes: Shared[] } }>(
    `query ($filter: SharedMemberFilter!) { sharedMembers(filter: $filter) { totalCount
       nodes { name memberNumber class { code } status contactEmail workPhone } } }`,
    { filter: { associationId, search } },
    asked,
  );
  if (errors.length > 0) return String(errors[0]?.extensions.code);
  expect(data.sharedMembers.totalCount).toBe(data.sharedMembers.nodes.length);
  return data.sharedMembers.nodes;
}

async function agreementsOf(associationId: string, asked: Asked): Promise<readonly string[] | null> {
  const { data } = await portal.graphql<{
    node: { sharingAgreements: { nodes: { id: string }[]; totalCount: number } | null };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Association { sharingAgreements { totalCount nodes {
       id purpose association { code } sharedWith { code } } } } } }`,
    { id: associationId },
    asked,
  );
  return data.node.sharingAgreements && data.node.sharingAgreements.nodes.map(({ id }) => id);
}

const zoe: Shared = {
  name: 'Zoé Çelik',
  memberNumber: 'O-7',
  class: { code: 'REGULAR' },
  status: 'ACTIVE',
  contactEmail: null,
  workPhone: null,
};
const contact = { contactEmail: 'zoe@ouest.example', workPhone: '+16045550123' };

describe('what an independent body shares with one above it (C7)', () => {
  it('is nothing without an agreement, then what it says, to whom it says, until it ends', async () => {
    expect(await seen(above.asked)).toBe('FORBIDDEN');

    const { agreement } = await share();
    expect(agreement).toMatchObject({ kinds: ['MEMBERS'], to: null });
    expect(await seen(above.asked)).toEqual([zoe]);
    expect(await seen(above.asked, 'celik')).toEqual([zoe]);
    expect(await seen(above.asked, 'zoé')).toEqual([zoe]);
    expect(await seen(above.asked, 'elik')).toEqual([]);

    expect((await end(agreement.id)).__typename).toBe('EndSharingAgreementSuccess');
    expect(await seen(above.asked)).toBe('FORBIDDEN');
    expect((await end(agreement.id)).__typename).toBe('SharingAgreementEnded');

    const wider = await share({ kinds: ['CONTACT', 'MEMBERS'] });
    expect(wider.agreement.kinds).toEqual(['MEMBERS', 'CONTACT']);
    expect(await seen(above.asked)).toEqual([{ ...zoe, ...contact }]);
    await end(wider.agreement.id);
    const acts = await portal.parts.db.entities.query<{ act: string }[]>(
      `select act from audit_entry where subject_kind = 'SharingAgreement' and account_id = $1`,
      [ours.account.id],
    );
    expect(acts.map(({ act }) => act.slice(0, 3)).sort()).toEqual(['end', 'end', 'rec', 'rec']);
  });

  it('is seen there and nowhere else, by the office of that body alone, through a tool', async () => {
    const { agreement } = await share({ kinds: ['MEMBERS', 'CONTACT'] });
    const { icu, oppi } = portal.world;
    const reader = await givenOffice(portal, { body: icu, role: StaffRole.READER });
    const beside = await givenOffice(portal, {
      body: { association: oppi, toolKey: icu.toolKey },
      role: StaffRole.ADMIN,
    });
    const elsewhere = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { accessToken: token } = await signedIn(portal, above.account.address, { clientKey: icu.siteKey });

    for (const asked of [reader.asked, beside.asked, elsewhere.asked, { clientKey: icu.siteKey, token }])
      expect(await seen(asked)).toBe('FORBIDDEN');
    expect(await seen(above.asked, '', 'asc_1111111111111111111111')).toBe('FORBIDDEN');
    for (const list of ['memberships', 'persons', 'organizations']) {
      const { errors } = await portal.graphql(
        `query ($id: ID!) { ${list}(filter: { associationId: $id }) { totalCount } }`,
        { id: ours.associationId },
        above.asked,
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    const { data } = await portal.graphql(
      'query ($id: ID!) { node(id: $id) { id } membership(id: $id) { memberNumber } }',
      { id: membershipId },
      above.asked,
    );
    expect(data).toEqual({ node: null, membership: null });
    await end(agreement.id);
  });

  it('holds from its day to its day, one agreement at a time', async () => {
    const [from, to] = [1, 2].map(day => new Date(portal.clock.now().getTime() + days(day)).toISOString());
    const { agreement } = await share({ from, to });
    const again = await share({ from: new Date(new Date(from!).getTime() + 1).toISOString() });
    expect(again.__typename).toBe('SharingAgreementStands');

    const asked = async ({ account }: Office, { toolKey: clientKey }: Body): Promise<Asked> => ({
      clientKey,
      token: (await signedIn(portal, account.address, { clientKey })).accessToken,
    });
    const seenIn = async (): Promise<unknown> => seen(await asked(above, portal.world.icu));
    expect(await seenIn()).toBe('FORBIDDEN');
    portal.clock.advance(days(1));
    expect(await seenIn()).toEqual([zoe]);
    portal.clock.advance(days(1));
    expect(await seenIn()).toBe('FORBIDDEN');
    ours = { ...ours, asked: await asked(ours, west) };
    above = { ...above, asked: await asked(above, portal.world.icu) };
    expect((await end(agreement.id)).__typename).toBe('SharingAgreementEnded');
  });

  it('is recorded and ended by whoever shares, with a body above that needs it, and read by both', async () => {
    const { icu, oppi } = portal.world;
    const chief = await givenOffice(portal, { body: icu, role: StaffRole.ADMIN });
    const clerk = await givenOffice(portal, { body: west, role: StaffRole.MEMBERSHIP });
    for (const asked of [chief.asked, clerk.asked]) {
      const { errors } = await send(portal, 'recordSharingAgreement', toIcu(), asked);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    const wrong = [
      idOf(oppi as never),
      ours.associationId,
      idOf(portal.world.aqpm.association as never),
      'asc_nobody',
    ];
    for (const toAssociationId of wrong)
      expect((await share({ toAssociationId })).issues[0]?.path).toEqual(['input', 'toAssociationId']);
    expect((await share({ kinds: ['CONTACT'] })).issues[0]?.path).toEqual(['input', 'kinds']);
    const past = new Date(portal.clock.now().getTime() - 1).toISOString();
    expect((await share({ from: past })).issues[0]?.path).toEqual(['input', 'from']);
    const later = new Date(portal.clock.now().getTime() + 9).toISOString();
    expect((await share({ from: later, to: later })).issues[0]?.path).toEqual(['input', 'to']);

    const { agreement } = await share();
    expect((await end(agreement.id, {}, chief.asked)).__typename).toBe('SharingAgreementNotFound');
    expect((await end(agreement.id, { at: past })).issues[0]?.path).toEqual(['input', 'at']);
    expect(await agreementsOf(ours.associationId, ours.asked)).toContain(agreement.id);
    expect(await agreementsOf(above.associationId, chief.asked)).toContain(agreement.id);
    expect(await agreementsOf(ours.associationId, chief.asked)).toBeNull();
    expect(await agreementsOf(ours.associationId, clerk.asked)).toBeNull();
    const nodes = await Promise.all(
      [ours, chief, clerk, above].map(async ({ asked }) => {
        const query = 'query ($id: ID!) { node(id: $id) { id } }';
        return (await portal.graphql<{ node: object | null }>(query, { id: agreement.id }, asked)).data.node;
      }),
    );
    expect(nodes).toEqual([{ id: agreement.id }, { id: agreement.id }, null, null]);
    await end(agreement.id);
  });

  it('is agreed on once, however many record it at once', async () => {
    const held = await hold(portal, 'select id from association where id = $1 for update', [
      portal.world.icu.association.id,
    ]);
    const all = Promise.all(Array.from({ length: 3 }, () => share()));
    await held.untilWaiting(3);
    await held.letGo();

    expect((await all).map(({ __typename: name }) => name).sort()).toEqual([
      'RecordSharingAgreementSuccess',
      'SharingAgreementStands',
      'SharingAgreementStands',
    ]);
  });
});
