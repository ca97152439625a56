import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { readOrganization } from '../../src/read-models/read-organization.ts';
import { readViewer } from '../../src/read-models/read-viewer.ts';
import { countStatements } from '../support/count-statements.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { duesLine, givenInvoice } from './given-invoices.ts';

const ALL = `number kind state stateLabel memberName memberNumber issuedOn issuedAt dueOn locale issuer { code }
  billTo { name } net { cents } tax { formatted } total { cents } paid { cents } open { cents formatted }
  lines { description quantity kind supplier { code } total { cents } net { cents } period { from to } effect
    taxes { label amount { cents } } explanation { rule } }`;
const BRIEF =
  'id number kind state issuedOn dueOn total { cents } open { cents } lines { description total { cents } }';
/** From the beginning they come with whom they concern; from the end they are read as a list. */
const bothWays = (fields: string): string => `
  newest: invoices(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { ${fields} } }
  list: invoices(last: 50) { totalCount edges { cursor } nodes { ${fields} } }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly Record<string, unknown>[];
}
type Both = Readonly<Record<'newest' | 'list', Page>>;

describe('the newest invoices (E19)', () => {
  let portal: Portal;
  let office: Asked;
  let reader: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    portal.clock.setTo('2027-04-02T15:00:00.000Z');
    office = await givenClerk(StaffRole.MEMBERSHIP);
    reader = await givenClerk(StaffRole.READER);
  });
  afterAll(() => portal.close());

  const aqpm = () => portal.world.aqpm.association.id;
  const givenClerk = async (role: StaffRole): Promise<Asked> => {
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, role);
    const clientKey = portal.world.aqpm.toolKey;
    return { clientKey, token: await clerk.tokenAt(clientKey) };
  };
  const ask = async <Data>(query: string, variables: object, asked: Asked): Promise<Data> => {
    const { data, errors } = await portal.graphql<Data>(query, variables, asked);
    expect(errors).toEqual([]);
    return data;
  };
  let made = 0;
  const givenMember = async (): Promise<SignedIn & { readonly membership: { readonly id: string } }> => {
    made += 1;
    const somebody = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: `NEWEST-${String(made)}` });
    const holder = { personId: somebody.person.id };
    const memberNumber = `N-${String(made)}`;
    return { ...somebody, membership: await givenMembership(portal, memberClass, holder, { memberNumber }) };
  };
  const pass = (): void => {
    portal.clock.advance(1_001);
  };

  it.each([
    ['whole', ALL],
    ['brief', BRIEF],
  ])('of a person are those of the list (%s), whoever pays them', async (_, fields) => {
    const { person, token, membership } = await givenMember();
    const stranger = await givenMember();
    const about = { membershipId: membership.id as never };
    await givenInvoice(portal, aqpm(), { personId: person.id });
    pass();
    await givenInvoice(portal, aqpm(), { personId: stranger.person.id }, about);
    await givenInvoice(portal, aqpm(), { personId: stranger.person.id });
    pass();
    const lines = [duesLine(aqpm(), membership.id as never)];
    await givenInvoice(portal, aqpm(), { personId: person.id }, { ...about, kind: 'DUES', lines });

    const { viewer } = await ask<{ viewer: Both }>(`{ viewer { ${bothWays(fields)} } }`, {}, { token });
    const { pageInfo, nodes } = viewer.newest;
    const rest = await ask<{ viewer: { invoices: Page } }>(
      `query ($after: String) { viewer { newest: invoices(first: 2) { nodes { number } }
        invoices(first: 2, after: $after) { nodes { ${fields} } } } }`,
      { after: pageInfo.endCursor },
      { token },
    );

    expect(viewer.list.nodes).toHaveLength(3);
    expect([...nodes, ...rest.viewer.invoices.nodes]).toEqual(viewer.list.nodes);
    expect([pageInfo.hasNextPage, viewer.newest.totalCount]).toEqual([true, 3]);
    expect(fields === BRIEF || nodes.map(({ billTo }) => billTo === null)).toEqual(
      fields === BRIEF || [false, true],
    );
  });

  it('of an organization are those of the list for who pays for it, and nothing to its other delegates', async () => {
    const organization = await givenOrganization(portal);
    const [dues, contact] = [await givenSomebodySignedIn(portal), await givenSomebodySignedIn(portal)];
    await givenDelegations(portal, organization, dues.person, 'DUES', 'VOTING');
    await givenDelegations(portal, organization, contact.person, 'CONTACT', 'VOTING');
    for (let place = 0; place < 3; place += 1) {
      await givenInvoice(portal, aqpm(), { organizationId: organization.id });
      pass();
    }
    await givenInvoice(portal, portal.world.oppi.id, { organizationId: organization.id });
    const query = `query ($id: ID!) { organization(id: $id) { ${bothWays(BRIEF)} } }`;
    const id = toPublicId('Organization', organization.id);
    const read = async (asked: Asked): Promise<Both> =>
      (await ask<{ organization: Both }>(query, { id }, asked)).organization;

    const { newest, list } = await read({ token: dues.token });

    expect(newest.nodes).toEqual(list.nodes.slice(0, 2));
    expect([newest.totalCount, newest.pageInfo.hasNextPage]).toEqual([list.totalCount, true]);
    expect(await read({ token: contact.token })).toEqual({ newest: null, list: null });
    expect((await read(office)).newest.totalCount).toBe(3);
    expect(await read(reader)).toEqual({ newest: null, list: null });
  });

  it('come in the one statement of whom they concern', async () => {
    const { person, token } = await givenMember();
    await givenInvoice(portal, aqpm(), { personId: person.id });
    const counted = (fields: string): Promise<number> =>
      countStatements(portal, () => ask(`{ viewer { account { id } ${fields} } }`, {}, { token }));

    const alone = await counted('');

    expect(await counted(`invoices(first: 3) { nodes { ${BRIEF} } }`)).toBe(alone);
    expect(await counted('invoices(last: 3) { nodes { number } }')).toBeGreaterThan(alone);
  });

  it('say of each member of a list where the last one stands, to staff who read invoices', async () => {
    const { token, membership, person } = await givenMember();
    const about = { membershipId: membership.id as never };
    await givenInvoice(portal, aqpm(), { personId: person.id }, { ...about, dueOn: localDate('2027-01-31') });
    pass();
    await givenInvoice(portal, aqpm(), { personId: person.id }, { ...about, dueOn: localDate('2027-12-31') });
    pass();
    await givenInvoice(portal, portal.world.oppi.id, { personId: person.id }, about);
    const memberNumber = `N-${String(made)}`;
    const list = async (fields: string, asked: Asked): Promise<Record<string, unknown> | undefined> => {
      const found = await ask<{ memberships: Page }>(
        `query ($filter: MembershipFilter!) { memberships(filter: $filter) { totalCount nodes { ${fields} } } }`,
        { filter: { associationId: toPublicId('Association', aqpm()), memberNumber } },
        asked,
      );
      expect(found.memberships.totalCount).toBe(1);
      return found.memberships.nodes[0];
    };
    const brief = 'hasAccount lastInvoice { id state stateLabel dueOn open { cents } }';
    const own = await ask<{ viewer: { memberships: Record<string, unknown>[] } }>(
      `{ viewer { memberships { ${brief} } } }`,
      {},
      { token },
    );

    const shown = await list(brief, office);

    expect(shown).toMatchObject({ hasAccount: true, lastInvoice: { state: 'OPEN', dueOn: '2027-12-31' } });
    expect(await list(`${brief} more: lastInvoice { number }`, office)).toMatchObject(shown ?? {});
    expect(own.viewer.memberships).toEqual([shown]);
    expect(await list(brief, reader)).toEqual({ hasAccount: null, lastInvoice: null });
  });

  it('count the members of a list beside its rows, as they are counted apart', async () => {
    const filter = { associationId: toPublicId('Association', aqpm()) };
    const counted = (first: number): Promise<{ memberships: Page }> =>
      ask(
        `query ($filter: MembershipFilter!, $first: Int) {
          memberships(filter: $filter, first: $first) { totalCount nodes { memberNumber } } }`,
        { filter, first },
        office,
      );

    expect((await counted(1)).memberships.totalCount).toBe((await counted(0)).memberships.totalCount);
    expect((await counted(100)).memberships.nodes).toHaveLength((await counted(0)).memberships.totalCount);
  });

  it('are found by their indexes', async () => {
    const texts: string[] = [];
    const db = { read: (wanted: { text: string }) => (texts.push(wanted.text), Promise.resolve([])) };
    const parts = {
      ...{ invoices: true, wholeInvoices: true, invoiceLines: true, wholeInvoiceLines: true },
      ...{ addresses: true, addressChanges: true, persons: true, memberships: true, delegations: true },
      ...{ associations: true, wholeAssociations: true, history: true, organizationMemberships: true },
    };
    const context = { db, clock: portal.clock } as never;
    await readViewer(context, {} as never, {} as never, parts);
    await readOrganization(context, {} as never, {} as never, '', {
      ...parts,
      ...{ association: true, wholeAssociation: true, sections: true, membership: true },
    });
    const owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    const plans: string[] = [];
    for (const [place, text] of texts.entries()) {
      await owner.query(`prepare tree_${String(place)} as ${text}`);
      const values = place === 0 ? 'null, null, null, null, 3' : 'null, null, null, null, false, 3';
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `explain execute tree_${String(place)} (${values})`,
      );
      plans.push(rows.map(row => row['QUERY PLAN']).join('\n'));
    }
    await owner.end();

    const [ofViewer = '', ofOrganization = ''] = plans;
    for (const index of ['invoice_payer_person_id_idx', 'invoice_membership_id_idx'])
      expect(ofViewer).toContain(index);
    expect(ofOrganization).toContain('invoice_payer_organization_id_idx');
  });
});
