import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId, type OrganizationId } from '../../src/kernel/id.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn } from '../accounts/operations.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mergeOrganizations, undoMerge } from '../people/merge-operations.ts';
import {
  givenDelegations,
  givenOrganization,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { days } from '../support/fake-clock.ts';
import { hold } from '../support/hold.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

interface Result {
  readonly __typename: string;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
  readonly organization: Record<string, unknown>;
}

const { perform } = mutationsOf<'renameOrganization', Result>(
  {
    renameOrganization: `... on RenameOrganizationSuccess { organization {
      legalName legalNames { fr en } publicName formerLegalNames { names { fr en } to document uploadId }
      viewerCan { rename } } }`,
  },
  '... on InvalidInput { issues { path message } }',
);

let portal: Portal;
let office: Office;
beforeAll(async () => {
  portal = await openPortal();
  office = await givenOffice(portal, { role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const lastAct = async (act: string): Promise<{ before: object; after: object } | undefined> =>
  (
    await portal.parts.db.entities.query<{ before: object; after: object }[]>(
      'select before, after from audit_entry where act = $1 order by occurred_at desc, id desc limit 1',
      [act],
    )
  )[0];
const fresh = async (): Promise<Asked> => {
  const clientKey = portal.world.aqpm.toolKey;
  return { clientKey, token: (await signedIn(portal, office.account.address, { clientKey })).accessToken };
};

describe('the legal name of an organization (C1)', () => {
  const day = (offset: number): LocalDate =>
    addDays(dayAt(portal.world.aqpm.association.timeZone, portal.clock.now()), offset);
  const rename = ({ id }: { readonly id: OrganizationId }, fields: object, asked = office.asked) =>
    perform(
      portal,
      'renameOrganization',
      {
        organizationId: toPublicId('Organization', id),
        legalName: 'Les Films du Héron inc.',
        from: day(0),
        document: 'Certificat de modification',
        ...fields,
      },
      asked,
    );
  const found = async (search: string): Promise<number> => {
    const { data } = await portal.graphql<{ organizations: { totalCount: number } }>(
      'query ($filter: OrganizationFilter!) { organizations(filter: $filter) { totalCount } }',
      { filter: { associationId: office.associationId, search } },
      office.asked,
    );
    return data.organizations.totalCount;
  };

  it('is changed by a document as of its day; the organization is found by each it ever had', async () => {
    const house = await givenOrganization(portal, {
      legalName: 'Ibis Cinéma ltée',
      legalNameEn: 'Ibis Film Ltd',
    });
    const { id: uploadId } = await sent(portal, office.asked, PDF, { associationId: office.associationId });
    expect(await found('ibis')).toBe(1);

    const { organization } = await rename(house, {
      legalNameEn: 'Heron Films Inc.',
      from: day(-3),
      uploadId,
      idempotencyKey: 'une-seule-fois',
    });

    expect(organization).toEqual({
      legalName: 'Les Films du Héron inc.',
      legalNames: { fr: 'Les Films du Héron inc.', en: 'Heron Films Inc.' },
      publicName: 'Productions Boréales',
      formerLegalNames: [
        {
          names: { fr: 'Ibis Cinéma ltée', en: 'Ibis Film Ltd' },
          to: day(-4),
          document: 'Certificat de modification',
          uploadId,
        },
      ],
      viewerCan: { rename: true },
    });
    expect(await lastAct('renameOrganization')).toEqual({
      before: { legalName: 'Ibis Cinéma ltée', legalNameEn: 'Ibis Film Ltd' },
      after: expect.objectContaining({ legalName: 'Les Films du Héron inc.', from: day(-3) }),
    });
    for (const word of ['ibis', 'film ibis', 'heron', 'Héron', 'héron films'])
      expect([word, await found(word)]).toEqual([word, 1]);
    const again = await rename(house, { legalName: 'Les Films de la Grue inc.', from: day(-1) });
    expect(again.organization['legalNames']).toEqual({
      fr: 'Les Films de la Grue inc.',
      en: 'Les Films de la Grue inc.',
    });
    expect(again.organization['formerLegalNames']).toMatchObject([{ to: day(-2) }, { to: day(-4) }]);
    expect(await found('ibis')).toBe(1);
  });

  it('is told why not, and is not for delegates, nor of one’s own organization', async () => {
    const house = await givenOrganization(portal);
    await rename(house, { legalName: 'Un inc.', from: day(-5) });
    const answers = [];
    for (const fields of [
      { legalName: 'Un inc.' },
      { from: day(1) },
      { from: day(-5) },
      { from: '1599-12-31' },
      { legalName: ' ' },
      { uploadId: 'upl_1111111111111111111111' },
    ]) {
      const { __typename: name, issues } = await rename(house, fields);
      answers.push([name, ...issues.map(({ path }) => path.at(-1))]);
    }
    expect(answers).toEqual(
      ['legalName', 'from', 'from', 'from', 'legalName', 'uploadId'].map(field => ['InvalidInput', field]),
    );

    const principal = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, house, principal.person, 'PRINCIPAL');
    const token = await principal.tokenAt(portal.world.aqpm.toolKey);
    const asDelegate = await portal.graphql(
      'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { __typename } }',
      {
        input: {
          organizationId: toPublicId('Organization', house.id),
          legalName: 'x',
          from: day(0),
          document: 'x',
        },
      },
      { clientKey: portal.world.aqpm.toolKey, token },
    );
    expect(asDelegate.data).toEqual({ renameOrganization: { __typename: 'OrganizationNotFound' } });
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const own = await givenOrganization(portal);
    const clerk = await portal.parts.db.entities.query<{ id: never }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );
    await givenDelegations(portal, own, { id: clerk[0]!.id } as never, 'CONTACT');
    expect((await rename(house, {}, reader.asked)).__typename).toBe('OrganizationNotFound');
    expect((await rename(own, {})).__typename).toBe('OrganizationNotFound');
  });

  it('of two at once one holds, and merges carry former ones, there and back', async () => {
    const [house, other] = [await givenOrganization(portal), await givenOrganization(portal)];
    const held = await hold(portal, 'select from organization where id = $1 for update', [house.id]);
    const both = Promise.all(['Deux inc.', 'Trois inc.'].map(legalName => rename(house, { legalName })));
    await held.untilWaiting(2);
    await held.letGo();
    expect((await both).map(({ __typename: name }) => name).sort()).toEqual([
      'InvalidInput',
      'RenameOrganizationSuccess',
    ]);

    await rename(other, { legalName: 'Quatre inc.', from: day(-2) });
    const formerOf = async ({ id }: { readonly id: OrganizationId }): Promise<number> =>
      (
        await portal.parts.db.entities.query<object[]>(
          'select from organization_former_name where organization_id = $1',
          [id],
        )
      ).length;
    const merge = await mergeOrganizations(portal, { asked: await fresh() }, house, other);
    expect([await formerOf(house), await formerOf(other)]).toEqual([3, 0]);
    expect((await undoMerge(portal, { asked: await fresh() }, merge)).__typename).toBe('UndoMergeSuccess');
    expect([await formerOf(house), await formerOf(other)]).toEqual([1, 1]);
  });

  it('that is lost by a merge still finds it; on a day it had one, and it can be renamed again', async () => {
    const [first, second, third] = [
      await givenOrganization(portal, { legalName: 'Sarcelle inc.' }),
      await givenOrganization(portal, { legalName: 'Bernache inc.' }),
      await givenOrganization(portal, { legalName: 'Macreuse inc.' }),
    ];
    await rename(second, { legalName: 'Canard inc.', from: day(-1) });
    await mergeOrganizations(portal, { asked: await fresh() }, first, second);
    await mergeOrganizations(portal, { asked: await fresh() }, first, third, { take: ['LEGAL_NAME'] });

    for (const word of ['sarcelle', 'bernache', 'canard', 'macreuse'])
      expect([word, await found(word)]).toEqual([word, 1]);
    portal.clock.advance(days(1));
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { organization } = await rename(first, { legalName: 'Eider inc.', from: day(0) });
    expect(organization).toMatchObject({
      legalName: 'Eider inc.',
      formerLegalNames: [
        { names: { fr: 'Macreuse inc.' }, to: day(-1) },
        { names: { fr: 'Sarcelle inc.' }, to: day(-2) },
      ],
    });
  });
});
