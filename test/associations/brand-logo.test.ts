import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { addAssociation, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenOrganization, givenSomebodySignedIn, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const LOGO = 'https://media.aqpm.example/logo.svg';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

let count = 0;
const add = (brandLogoUrl?: string | null): Promise<AssociationEntity> => {
  const { parts, world } = portal;
  const { id, parentId, rootId, pagesClientId, brandLogoUrl: _, ...facts } = world.aqpm.association;
  const wanted = { ...facts, code: `logo${++count}`, parent: world.aqpm.association };
  return parts.db.transaction(tx =>
    addAssociation(parts, tx, brandLogoUrl === undefined ? wanted : { ...wanted, brandLogoUrl }),
  );
};

describe('the logo of an association', () => {
  it.each([LOGO, 'https://aqpm.example/logo.png?v=2'])('lies on its own site: %s', async address => {
    expect((await add(address)).brandLogoUrl).toBe(address);
  });

  it('may be missing', async () => {
    expect([(await add(null)).brandLogoUrl, (await add()).brandLogoUrl]).toEqual([null, null]);
  });

  it.each([
    'http://aqpm.example/logo.svg',
    'https://elsewhere.example/logo.svg',
    'https://notaqpm.example/logo.svg',
    'https://somebody@aqpm.example/logo.svg',
    'https://aqpm.example/logo.svg#code=1',
    'https://AQPM.example/logo.svg',
    '/logo.svg',
    'data:image/svg+xml,<svg/>',
  ])('is refused anywhere else: %s', async address => {
    await expect(add(address)).rejects.toThrow(RangeError);
  });

  it('is told with the realm, and with the association of what somebody reads', async () => {
    const { parts, world } = portal;
    const { aqpm } = world;
    await parts.db.transaction(tx =>
      tx.query('update association set brand_logo_url = $2 where id = $1', [aqpm.association.id, LOGO]),
    );
    const organization = await givenOrganization(portal);
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, aqpm.association);

    const { data } = await portal.graphql<object>(
      `query ($id: ID!) {
        realm { association { brand { logoUrl } } }
        organization(id: $id) { association { brand { logoUrl } } } }`,
      { id: toPublicId('Organization', organization.id) },
      { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) },
    );

    const shown = { association: { brand: { logoUrl: LOGO } } };
    expect(data).toEqual({ realm: shown, organization: shown });
  });
});
