import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  suspendDelegations,
  type DelegateRole,
  type OrganizationEntity,
} from '../../src/modules/organizations/index.ts';
import {
  givenDelegations,
  givenOrganization,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const UPDATE = `mutation ($input: UpdateOrganizationProfileInput!) { updateOrganizationProfile(input: $input) {
  __typename
  ... on UpdateOrganizationProfileSuccess {
    organization {
      publicName publicNames { fr en } legalName email phone phoneFormatted website
      address { street street2 city province postalCode country lines }
    }
    next { kind organizationId }
  }
  ... on Problem { message }
  ... on InvalidInput { issues { path code message } }
} }`;

interface Updated {
  readonly updateOrganizationProfile: {
    readonly __typename: string;
    readonly message: string;
    readonly organization: Record<string, unknown>;
    readonly next: object;
    readonly issues: readonly { readonly path: string[]; readonly code: string; readonly message: string }[];
  };
}

const names = { publicNameFr: 'Boréales', publicNameEn: 'Boreal' };

describe('updating the profile of an organization (C1, C5)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const update = async (
    organization: OrganizationEntity,
    changes: object,
    asked: Asked,
  ): Promise<Updated['updateOrganizationProfile']> => {
    const input = { organizationId: toPublicId('Organization', organization.id), ...names, ...changes };
    const { data, errors } = await portal.graphql<Updated>(UPDATE, { input }, asked);
    expect(errors).toEqual([]);
    return data.updateOrganizationProfile;
  };
  const givenDelegate = async (...roles: DelegateRole[]) => {
    const organization = await givenOrganization(portal);
    const somebody = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, somebody.person, ...roles);
    return { organization, ...somebody };
  };

  it('changes what the principal delegate typed, and nothing else', async () => {
    const { organization, token } = await givenDelegate('PRINCIPAL');

    const answer = await update(
      organization,
      {
        email: 'Bonjour@Boreales.example',
        phone: '418 555-0199',
        phoneExtension: '7',
        website: 'https://boreales.example',
        street: '1554, boulevard De Maisonneuve Ouest',
        city: 'Montréal',
        province: 'qc',
        postalCode: 'h3h1a1',
      },
      { token },
    );

    expect(answer.organization).toEqual({
      publicName: 'Boréales',
      publicNames: { fr: 'Boréales', en: 'Boreal' },
      legalName: organization.legalName,
      email: 'Bonjour@Boreales.example',
      phone: '+14185550199',
      phoneFormatted: '418 555-0199, poste 7',
      website: 'https://boreales.example/',
      address: {
        street: '1554, boulevard De Maisonneuve Ouest',
        street2: null,
        city: 'Montréal',
        province: 'QC',
        postalCode: 'H3H 1A1',
        country: 'CA',
        lines: ['1554, boulevard De Maisonneuve Ouest', 'Montréal (Québec)  H3H 1A1'],
      },
    });
    expect(answer.next).toEqual({
      kind: 'VIEW_ORGANIZATION',
      organizationId: toPublicId('Organization', organization.id),
    });
  });

  it('takes an address abroad as its people write it', async () => {
    const { organization, token } = await givenDelegate('CONTACT');

    const { organization: changed } = await update(
      organization,
      { city: 'Paris', province: 'Île-de-France', postalCode: '75002', country: 'fr' },
      { token },
    );

    expect(changed['address']).toMatchObject({
      postalCode: '75002',
      country: 'FR',
      lines: ['Paris Île-de-France  75002', 'FRANCE'],
    });
  });

  it.each<[DelegateRole[], string]>([
    [['PRINCIPAL'], 'UpdateOrganizationProfileSuccess'],
    [['CONTACT'], 'UpdateOrganizationProfileSuccess'],
    [['DUES'], 'OrganizationNotFound'],
    [['VOTING'], 'OrganizationNotFound'],
    [['DUES', 'CONTACT'], 'UpdateOrganizationProfileSuccess'],
  ])('answers a delegate with the roles %j with %s', async (roles, expected) => {
    const { organization, token } = await givenDelegate(...roles);

    expect((await update(organization, {}, { token })).__typename).toBe(expected);
  });

  it('answers a stranger, a suspended delegate and an id that never was with the same words', async () => {
    const { organization, person, token } = await givenDelegate('PRINCIPAL');
    const stranger = await givenSomebodySignedIn(portal);
    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: person.id,
        roles: ['PRINCIPAL'],
      }),
    );

    const answers = [
      await update(organization, {}, { token }),
      await update(organization, {}, { token: stranger.token }),
      await update(organization, { organizationId: 'org_1111111111111111111111' }, { token }),
      await update(organization, { organizationId: 'nonsense' }, { token }),
    ];

    expect(answers[0]?.__typename).toBe('OrganizationNotFound');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('does not judge the input of somebody who may not edit', async () => {
    const organization = await givenOrganization(portal);
    const { token } = await givenSomebodySignedIn(portal);

    const answer = await update(organization, { publicNameFr: '' }, { token });

    expect(answer.__typename).toBe('OrganizationNotFound');
  });

  describe('by staff', () => {
    const asStaff = async (role: StaffRole) => {
      const organization = await givenOrganization(portal);
      const somebody = await givenSomebodySignedIn(portal);
      await givenStaff(portal, somebody.accountId, portal.world.aqpm.association, role);
      return { organization, ...somebody };
    };

    it('works through an internal tool, never through the partner site', async () => {
      const { organization, token, tokenAt } = await asStaff(StaffRole.MEMBERSHIP);
      const clientKey = portal.world.aqpm.toolKey;

      const throughTool = await update(organization, {}, { clientKey, token: await tokenAt(clientKey) });
      const throughSite = await update(organization, {}, { token });

      expect(throughTool.__typename).toBe('UpdateOrganizationProfileSuccess');
      expect(throughSite.__typename).toBe('OrganizationNotFound');
    });

    it('does not work for a reader', async () => {
      const { organization, tokenAt } = await asStaff(StaffRole.READER);
      const clientKey = portal.world.aqpm.toolKey;

      const answer = await update(organization, {}, { clientKey, token: await tokenAt(clientKey) });

      expect(answer.__typename).toBe('OrganizationNotFound');
    });

    it('does not work on their own organization', async () => {
      const { organization, person, tokenAt } = await asStaff(StaffRole.ADMIN);
      await givenDelegations(portal, organization, person, 'DUES');
      const clientKey = portal.world.aqpm.toolKey;

      const answer = await update(organization, {}, { clientKey, token: await tokenAt(clientKey) });

      expect(answer.__typename).toBe('OrganizationNotFound');
    });

    it('does not reach organizations of another tree', async () => {
      const { tokenAt } = await asStaff(StaffRole.ADMIN);
      const elsewhere = await givenOrganization(portal, { associationId: portal.world.acps.association.id });
      const clientKey = portal.world.aqpm.toolKey;

      const answer = await update(elsewhere, {}, { clientKey, token: await tokenAt(clientKey) });

      expect(answer.__typename).toBe('OrganizationNotFound');
    });
  });

  it.each<[string, object, [string, string][]]>([
    [
      'two blank names',
      { publicNameFr: '', publicNameEn: ' ' },
      [
        ['publicNameFr', 'REQUIRED'],
        ['publicNameEn', 'REQUIRED'],
      ],
    ],
    ['a name that is too long', { publicNameEn: 'a'.repeat(101) }, [['publicNameEn', 'TOO_LONG']]],
    ['an address that is none', { email: 'bonjour' }, [['email', 'BAD_FORMAT']]],
    ['an address that is too long', { email: `${'a'.repeat(250)}@b.ca` }, [['email', 'TOO_LONG']]],
    ['a line break in a mail address', { email: 'a@b.ca\nBcc: c@d.ca' }, [['email', 'BAD_FORMAT']]],
    ['a script for a website', { website: 'javascript:alert(1)' }, [['website', 'BAD_FORMAT']]],
    [
      'a website with a password',
      { website: 'https://boreales.example@evil.example/' },
      [['website', 'BAD_FORMAT']],
    ],
    ['a website without a name', { website: 'https://localhost' }, [['website', 'BAD_FORMAT']]],
    ['a province that is none', { province: 'Quebec City' }, [['province', 'NOT_ALLOWED']]],
    ['a postal code with a D', { postalCode: 'D1A 1A1' }, [['postalCode', 'BAD_FORMAT']]],
    ['a country that is none', { country: 'QQ' }, [['country', 'NOT_ALLOWED']]],
    ['an extension without a phone', { phoneExtension: '1' }, [['phone', 'REQUIRED']]],
    [
      'everything at once',
      { publicNameFr: '', email: '@', phone: '1', website: 'x', street: 'a\u0007', postalCode: '1' },
      [
        ['publicNameFr', 'REQUIRED'],
        ['email', 'BAD_FORMAT'],
        ['phone', 'BAD_FORMAT'],
        ['website', 'BAD_FORMAT'],
        ['street', 'BAD_FORMAT'],
        ['postalCode', 'BAD_FORMAT'],
      ],
    ],
  ])('points at %s, in both languages', async (_, wrong, expected) => {
    const { organization, token } = await givenDelegate('PRINCIPAL');

    const french = await update(organization, wrong, { token });
    const english = await update(organization, wrong, { token, locale: 'en-CA' });

    expect(french.issues.map(({ path, code }) => [path, code])).toEqual(
      expected.map(([field, code]) => [['input', field], code]),
    );
    for (const [place, issue] of french.issues.entries())
      expect(issue.message).not.toBe(english.issues[place]?.message);
  });

  it('is in the audit trail with what was before and after', async () => {
    const { organization, accountId, token } = await givenDelegate('PRINCIPAL');

    await update(organization, { city: 'Laval' }, { token });

    const rows = await portal.parts.db.read<{
      act: string;
      account_id: string;
      before: object;
      after: object;
    }>(
      {
        name: 'test-audit',
        text: 'select act, account_id, before, after from audit_entry where subject_id = $1',
      },
      [organization.id],
    );
    expect(rows).toMatchObject([
      {
        act: 'updateOrganizationProfile',
        account_id: accountId,
        before: { publicNameFr: 'Productions Boréales', city: null },
        after: { publicNameFr: 'Boréales', city: 'Laval' },
      },
    ]);
  });
});
