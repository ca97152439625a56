import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '../../src/kernel/id.ts';
import { givenOffice } from '../invitations/operations.ts';
import { mergeOrganizations, undoMerge } from '../people/merge-operations.ts';
import { seconds } from '../support/fake-clock.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenHouse, lastAudit, readHouse, setCoordinates, type House } from './house-operations.ts';

describe('of the coordinates of an organization one of each stands first (C1)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const mainOnes = (house: House): Promise<object> =>
    readHouse(
      portal,
      house,
      'email phone phoneExtension website address { street city } coordinates { addresses { kind } phones { kind number } emails { address } websites { url } }',
    );
  const clear = async ({ organizationId, token }: House, kept: object = {}): Promise<string> => {
    const input = { organizationId, publicNameFr: 'Boréales', publicNameEn: 'Boreal', ...kept };
    const { data } = await portal.graphql<{ updateOrganizationProfile: { __typename: string } }>(
      `mutation ($input: UpdateOrganizationProfileInput!) { updateOrganizationProfile(input: $input) { __typename } }`,
      { input },
      { token },
    );
    return data.updateOrganizationProfile.__typename;
  };

  it('the first further one where there is none, and the next when it is cleared', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');

    await setCoordinates(portal, house, {
      addresses: [
        { kind: 'BILLING', street: '550, rue Exemple', city: 'Québec' },
        { kind: 'BRANCH', city: 'Lévis' },
      ],
      phones: [
        { kind: 'FAX', number: '418 643-2100' },
        { kind: 'OFFICE', number: '514 397-7610', extension: '12' },
        { kind: 'MOBILE', number: '514 397-7611' },
      ],
      emails: [{ kind: 'GENERAL', address: 'info@boreales.example' }],
      websites: [{ kind: 'SITE', url: 'https://boreales.example/' }],
    });

    expect(await mainOnes(house)).toEqual({
      email: 'info@boreales.example',
      phone: '+15143977610',
      phoneExtension: '12',
      website: 'https://boreales.example/',
      address: { street: '550, rue Exemple', city: 'Québec' },
      coordinates: {
        addresses: [{ kind: 'BRANCH' }],
        phones: [
          { kind: 'FAX', number: '+14186432100' },
          { kind: 'MOBILE', number: '+15143977611' },
        ],
        emails: [],
        websites: [],
      },
    });
    expect(await lastAudit(portal, house)).toMatchObject({
      before: { phone: null, city: null },
      after: { phone: '+15143977610', city: 'Québec', phones: [{ kind: 'FAX' }, { kind: 'MOBILE' }] },
    });
    portal.clock.advance(seconds(1));

    expect(await clear(house, { email: 'info@boreales.example' })).toBe('UpdateOrganizationProfileSuccess');

    expect(await mainOnes(house)).toEqual({
      email: 'info@boreales.example',
      phone: '+15143977611',
      phoneExtension: null,
      website: null,
      address: { street: null, city: 'Lévis' },
      coordinates: {
        addresses: [],
        phones: [{ kind: 'FAX', number: '+14186432100' }],
        emails: [],
        websites: [],
      },
    });
    expect(await lastAudit(portal, house)).toMatchObject({ after: { phone: '+15143977611', city: 'Lévis' } });
  });

  it('in a merge the first that moves, where the kept one has none, and back', async () => {
    const { asked } = await givenOffice(portal);
    const [kept, other] = [await givenHouse(portal, 'PRINCIPAL'), await givenHouse(portal, 'CONTACT')];
    const phones = ['514 397-7610', '514 397-7611'].map(number => ({ kind: 'OFFICE', number }));
    await setCoordinates(portal, other, { phones });
    const idOf = ({ organizationId }: House) => ({ id: fromPublicId('Organization', organizationId)! });

    const merge = await mergeOrganizations(portal, { asked }, idOf(kept), idOf(other));

    expect(await mainOnes(kept)).toMatchObject({ phone: '+15143977611', coordinates: { phones: [] } });
    expect((await undoMerge(portal, { asked }, merge)).__typename).toBe('UndoMergeSuccess');
    expect(await mainOnes(kept)).toMatchObject({ phone: null, coordinates: { phones: [] } });
    expect(await mainOnes(other)).toMatchObject({
      phone: '+15143977610',
      coordinates: { phones: [{ number: '+15143977611' }] },
    });
  });

  it('whoever takes it away while others are added, or the database refuses', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    const id = fromPublicId('Organization', house.organizationId)!;
    await clear(house, { phone: '514 397-7600' });
    const held = await hold(portal, 'select from organization where id = $1 for update', [id]);
    const both = Promise.all([
      clear(house),
      setCoordinates(portal, house, { phones: [{ kind: 'OFFICE', number: '514 397-7610' }] }),
    ]);
    await held.untilWaiting(2);
    await held.letGo();
    await both;

    expect(await mainOnes(house)).toMatchObject({ phone: '+15143977610', coordinates: { phones: [] } });
    await setCoordinates(portal, house, { phones: [{ kind: 'OFFICE', number: '514 397-7611' }] });
    const wrong = (sql: string) => portal.parts.db.transaction(tx => tx.query(sql, [id]));
    await expect(wrong('update organization set phone = null where id = $1')).rejects.toThrow(
      'without a main one',
    );
    await expect(
      wrong(
        `insert into organization_email (id, organization_id, position, kind, address)
         values (gen_random_uuid(), $1, 0, 'MEDIA', 'medias@boreales.example')`,
      ),
    ).rejects.toThrow('without a main one');
  });
});
