import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { OrganizationEntity, type DelegateRole } from '../../src/modules/organizations/index.ts';
import { seconds } from '../support/fake-clock.ts';
import { countStatements } from '../support/count-statements.ts';
import { givenSomebodySignedIn, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenHouse, lastAudit, readHouse, setCoordinates, told, type House } from './house-operations.ts';

describe('the further coordinates of an organization (C1)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const MAIN = {
    email: 'info@boreales.example',
    phone: '+15143977600',
    website: 'https://boreales.example/',
  };
  const withMainOnes = async (...roles: DelegateRole[]): Promise<House> => {
    const house = await givenHouse(portal, ...roles);
    const id = fromPublicId('Organization', house.organizationId)!;
    await portal.parts.db.transaction(tx =>
      tx.update(OrganizationEntity, { id }, { ...MAIN, city: 'Montréal' }),
    );
    return house;
  };
  it('are kept list by list, beside those of the profile', async () => {
    const house = await withMainOnes('CONTACT');
    await setCoordinates(portal, house, {
      addresses: [
        { kind: 'BILLING', street: '550, rue Exemple', city: 'Québec', province: 'qc', postalCode: 'g1k3a1' },
        { kind: 'BRANCH', country: 'CA' },
      ],
      phones: [
        { kind: 'FAX', number: '418 643-2100 poste 7' },
        { kind: 'MOBILE', number: ' ' },
      ],
    });
    portal.clock.advance(seconds(1));

    const { organization } = await setCoordinates(portal, house, {
      phones: [
        { kind: 'OFFICE', number: '514 397-7610', extension: '12' },
        { kind: 'FAX', number: '418 643-2100' },
      ],
      emails: [{ kind: 'MEDIA', address: 'Medias@boreales.example' }],
      websites: [{ kind: 'PORTFOLIO', url: 'https://boreales.example/series' }],
    });

    expect(organization.coordinates).toEqual({
      addresses: [
        {
          kind: 'BILLING',
          kindLabel: 'Adresse de facturation',
          address: { lines: ['550, rue Exemple', 'Québec (Québec)  G1K 3A1'] },
        },
      ],
      phones: [
        {
          kind: 'OFFICE',
          kindLabel: 'Bureau',
          number: '+15143977610',
          extension: '12',
          formatted: '514 397-7610, poste 12',
        },
        {
          kind: 'FAX',
          kindLabel: 'Télécopieur',
          number: '+14186432100',
          extension: null,
          formatted: '418 643-2100',
        },
      ],
      emails: [{ kind: 'MEDIA', kindLabel: 'Relations avec les médias', address: 'Medias@boreales.example' }],
      websites: [{ kind: 'PORTFOLIO', kindLabel: 'Réalisations', url: 'https://boreales.example/series' }],
    });
    expect(await lastAudit(portal, house)).toMatchObject({
      before: { phones: [{ kind: 'FAX', extension: '7' }], emails: [] },
      after: { addresses: [{ postalCode: 'G1K 3A1' }], emails: [{ kind: 'MEDIA' }] },
    });
    expect(await readHouse(portal, house, 'email phone website address { city }')).toEqual({
      ...MAIN,
      address: { city: 'Montréal' },
    });
  });

  it('that cannot be read are blamed row by row, in both languages', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    const lists = {
      addresses: [
        { kind: 'MAILING', city: 'Québec' },
        { kind: 'MAILING', city: 'Lévis', province: 'XX', postalCode: '1234' },
      ],
      phones: [
        { kind: 'OFFICE', number: '514 397-7610' },
        { kind: 'OFFICE', number: '911' },
        { kind: 'FAX', extension: '4' },
      ],
      emails: [{ kind: 'GENERAL', address: 'personne' }],
      websites: [{ kind: 'SITE', url: 'boreales' }],
    };

    const french = told(await setCoordinates(portal, house, lists));
    const english = told(await setCoordinates(portal, house, lists, { token: house.token, locale: 'en-CA' }));

    expect(french.map(line => line.split(': ')[0])).toEqual([
      'input.addresses.1.kind',
      'input.addresses.1.province',
      'input.addresses.1.postalCode',
      'input.phones.1.number',
      'input.phones.2.number',
      'input.emails.0.address',
      'input.websites.0.url',
    ]);
    expect(french[0]).toContain('il ne peut y en avoir qu’une');
    expect(english[0]).toContain('there can be only one');
    const many = Array.from({ length: 11 }, () => ({ kind: 'OFFICE', number: '514 397-7610' }));
    expect(told(await setCoordinates(portal, house, { phones: many }))).toHaveLength(1);
    expect((await readHouse(portal, house, 'coordinates { phones { number } }')).coordinates.phones).toEqual(
      [],
    );
  });

  it('that two people write at once end as one of both lists', async () => {
    const house = await withMainOnes('PRINCIPAL');
    const lists = ['514 397-7610', '418 643-2100', '819 555-0140'].map(number => [
      { kind: 'OFFICE', number },
    ]);

    await Promise.all(lists.map(phones => setCoordinates(portal, house, { phones })));

    expect(
      (await readHouse(portal, house, 'coordinates { phones { number } }')).coordinates.phones,
    ).toHaveLength(1);
  });

  it('are drawn from a form with a row for each, and one for another', async () => {
    const house = await withMainOnes('PRINCIPAL');
    const phones = Array.from({ length: 10 }, () => ({ kind: 'FAX', number: '514 397-7610' }));

    const { organization } = await setCoordinates(portal, house, {
      phones,
      emails: [{ kind: 'BILLING', address: 'factures@boreales.example' }],
    });

    const { name, fields } = organization.coordinatesForm;
    expect(name).toBe('setOrganizationCoordinates');
    const rows = (list: string) =>
      new Set(fields.filter(one => one.path[1] === list).map(one => one.path[2])).size;
    expect(['addresses', 'phones', 'emails', 'websites'].map(rows)).toEqual([1, 10, 2, 1]);
    const [kind, address] = fields.filter(({ path }) => path[1] === 'emails');
    expect(kind).toMatchObject({ kind: 'CHOICE', value: 'BILLING', label: 'Courriel 1\u00A0: genre' });
    expect(kind?.options.map(({ label }) => label)).toContain('Relations avec les médias');
    expect(address).toMatchObject({ kind: 'EMAIL', value: 'factures@boreales.example' });
  });

  it('cost a list of organizations one statement, however many there are', async () => {
    const { aqpm } = portal.world;
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, aqpm.association);
    const asked = { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) };
    const list = async (what: string): Promise<void> => {
      const query = `query ($filter: OrganizationFilter!) { organizations(filter: $filter) { nodes { id ${what} } } }`;
      const filter = { associationId: toPublicId('Association', aqpm.association.id) };
      const { errors } = await portal.graphql(query, { filter }, asked);
      expect(errors).toEqual([]);
    };
    await givenHouse(portal, 'PRINCIPAL');
    const phones = 'coordinates { phones { number } emails { address } }';

    const without = await countStatements(portal, () => list(''));
    const few = await countStatements(portal, () => list(phones));
    for (let more = 0; more < 3; more++) await givenHouse(portal, 'PRINCIPAL');
    const many = await countStatements(portal, () => list(phones));

    expect([few, many]).toEqual([without + 1, without + 1]);
  });
});
