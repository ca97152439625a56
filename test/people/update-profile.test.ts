import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  givenSomebodySignedIn,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  __typename
  ... on UpdateProfileSuccess {
    person { id givenName familyName displayName workPhone workPhoneExtension workPhoneFormatted }
    next { kind organizationId }
  }
  ... on InvalidInput { message issues { path code message } }
} }`;

interface Updated {
  readonly updateProfile: {
    readonly __typename: string;
    readonly person: Record<string, string | null>;
    readonly next: { readonly kind: string; readonly organizationId: string | null };
    readonly issues: readonly { readonly path: string[]; readonly code: string; readonly message: string }[];
  };
}

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('updating one’s own profile (C1)', () => {
  const update = async (input: object, asked: Asked): Promise<Updated['updateProfile']> => {
    const { data, errors } = await portal.graphql<Updated>(UPDATE, { input }, asked);
    expect(errors).toEqual([]);
    return data.updateProfile;
  };

  it('changes the name and the phone, which reads as each language writes it', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);

    const typed = { givenName: ' Zoé ', familyName: 'Côté-Roy', workPhone: '(514) 622-6483 poste 150' };
    const french = await update(typed, { token });
    const english = await update(typed, { token, locale: 'en-CA' });

    expect(french.person).toEqual({
      id: toPublicId('Person', person.id),
      givenName: 'Zoé',
      familyName: 'Côté-Roy',
      displayName: 'Zoé Côté-Roy',
      workPhone: '+15146226483',
      workPhoneExtension: '150',
      workPhoneFormatted: '514 622-6483, poste 150',
    });
    expect(english.person['workPhoneFormatted']).toBe('514-622-6483, ext. 150');
    expect(french.next).toEqual({ kind: 'DONE', organizationId: null });
  });

  it('clears what is left out', async () => {
    const { token } = await givenSomebodySignedIn(portal);
    await update({ givenName: 'Zoé', familyName: 'Roy', workPhone: '514 622-6483' }, { token });

    const { person } = await update({ givenName: 'Zoé', familyName: 'Roy', workPhone: null }, { token });

    expect(person).toMatchObject({ workPhone: null, workPhoneFormatted: null });
  });

  it('leads a delegate on to the organization', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, person, 'PRINCIPAL');

    const { next } = await update({ givenName: 'Zoé', familyName: 'Roy' }, { token });

    const organizationId = toPublicId('Organization', organization.id);
    expect(next).toEqual({ kind: 'VIEW_ORGANIZATION', organizationId });
  });

  it('writes the change into the audit trail, with what was before', async () => {
    const { person, accountId, token } = await givenSomebodySignedIn(portal, {
      givenName: 'Avant',
      familyName: 'Roy',
    });

    await update({ givenName: 'Après', familyName: 'Roy' }, { token });

    const [entry] = await portal.parts.db.read<Record<string, unknown>>(
      {
        name: 'test-audit-of-person',
        text: 'select account_id, before, after from audit_entry where subject_id = $1',
      },
      [person.id],
    );
    expect(entry).toEqual({
      account_id: accountId,
      before: { givenName: 'Avant', familyName: 'Roy', workPhone: null, workPhoneExtension: null },
      after: { givenName: 'Après', familyName: 'Roy', workPhone: null, workPhoneExtension: null },
    });
  });

  it.each<[string, object, [string, string][]]>([
    [
      'two blank names',
      { givenName: ' ', familyName: '' },
      [
        ['givenName', 'REQUIRED'],
        ['familyName', 'REQUIRED'],
      ],
    ],
    ['a name that is too long', { givenName: 'a'.repeat(101) }, [['givenName', 'TOO_LONG']]],
    ['a name that hides a direction', { familyName: 'Roy\u202E' }, [['familyName', 'BAD_FORMAT']]],
    ['a NUL', { familyName: 'Roy\0' }, [['familyName', 'BAD_FORMAT']]],
    ['words for a phone', { workPhone: 'appelez-moi' }, [['workPhone', 'BAD_FORMAT']]],
    ['a very long phone', { workPhone: '5'.repeat(41) }, [['workPhone', 'TOO_LONG']]],
    [
      'letters for an extension',
      { workPhone: '514 622-6483', workPhoneExtension: 'abc' },
      [['workPhoneExtension', 'BAD_FORMAT']],
    ],
    ['an extension without a phone', { workPhoneExtension: '12' }, [['workPhone', 'REQUIRED']]],
    [
      'several at once',
      { givenName: '', workPhone: 'x' },
      [
        ['givenName', 'REQUIRED'],
        ['workPhone', 'BAD_FORMAT'],
      ],
    ],
    ['a malformed person', { personId: 'per_nobody' }, [['personId', 'NOT_ALLOWED']]],
  ])('points at %s, in both languages, and changes nothing', async (_, wrong, expected) => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const input = { givenName: 'Zoé', familyName: 'Roy', ...wrong };

    const french = await update(input, { token });
    const english = await update(input, { token, locale: 'en-CA' });

    expect(french.__typename).toBe('InvalidInput');
    expect(french.issues.map(({ path, code }) => [path, code])).toEqual(
      expected.map(([field, code]) => [['input', field], code]),
    );
    for (const [place, issue] of french.issues.entries())
      expect(issue.message).not.toBe(english.issues[place]?.message);
    const rows = await portal.parts.db.read<{ family_name: string }>(
      { name: 'test-person', text: 'select family_name from person where id = $1' },
      [person.id],
    );
    expect(rows).toEqual([{ family_name: person.familyName }]);
  });

  it('answers a stranger’s person like one that does not exist', async () => {
    const { token } = await givenSomebodySignedIn(portal);
    const stranger = await givenPerson(portal);

    const names = { givenName: 'Zoé', familyName: 'Roy' };
    const notTheirs = await update({ ...names, personId: toPublicId('Person', stranger.id) }, { token });
    const absent = await update({ ...names, personId: 'per_1111111111111111111111' }, { token });

    expect(notTheirs.__typename).toBe('InvalidInput');
    expect(notTheirs).toEqual(absent);
  });

  it('asks whose profile it is when the account has several persons', async () => {
    const { person, accountId, token } = await givenSomebodySignedIn(portal);
    const partner = await givenPerson(portal, { accountId, givenName: 'Alex' });
    const names = { givenName: 'Alex', familyName: 'Roy' };

    const unnamed = await update(names, { token });
    const named = await update({ ...names, personId: toPublicId('Person', partner.id) }, { token });

    expect(unnamed.issues).toMatchObject([{ path: ['input', 'personId'], code: 'REQUIRED' }]);
    expect(named.person['id']).toBe(toPublicId('Person', partner.id));
    expect(named.person['id']).not.toBe(toPublicId('Person', person.id));
  });

  it('refuses a person of another tree', async () => {
    const { accountId, token } = await givenSomebodySignedIn(portal);
    const elsewhere = await givenPerson(portal, {
      accountId,
      associationId: portal.world.acps.association.id,
    });

    const answer = await update(
      { personId: toPublicId('Person', elsewhere.id), givenName: 'Zoé', familyName: 'Roy' },
      { token },
    );

    expect(answer.issues).toMatchObject([{ path: ['input', 'personId'], code: 'NOT_ALLOWED' }]);
  });

  it('is for people who are signed in', async () => {
    const { data, errors } = await portal.graphql(UPDATE, { input: { givenName: 'Zoé', familyName: 'Roy' } });

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('the people whom an association has on file (A15)', () => {
  const PERSONS = `query ($filter: PersonFilter!, $first: Int, $last: Int, $after: String, $before: String) {
    persons(filter: $filter, first: $first, last: $last, after: $after, before: $before) {
      totalCount pageInfo { startCursor endCursor hasNextPage }
      nodes { displayName login { state stateLabel addresses { maskedAddress primary verified } } } } }`;
  interface Persons {
    readonly persons: {
      readonly totalCount: number;
      readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
      readonly nodes: readonly { readonly displayName: string; readonly login: object | null }[];
    };
  }
  const asStaff = async (role: StaffRole): Promise<Asked> => {
    const { aqpm } = portal.world;
    const clerk = await givenSomebodySignedIn(portal, { familyName: 'Bureau' });
    await givenStaff(portal, clerk.accountId, aqpm.association, role);
    return { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) };
  };
  const ask = (asked: Asked, variables: object = {}, search: string | null = null) => {
    const associationId = toPublicId('Association', portal.world.aqpm.association.id);
    return portal.graphql<Persons>(PERSONS, { filter: { associationId, search }, ...variables }, asked);
  };

  it('are found by the start of their family name and walked both ways, with the state of their account', async () => {
    const names = ['Éveillard', 'Eveno', 'Évesque'];
    const accounts = [];
    for (const familyName of names) {
      accounts.push(await givenSomebodySignedIn(portal, { givenName: 'Jo', familyName }));
    }
    const [without, disabled] = accounts.map(({ accountId }) => accountId);
    const set = (change: string, id: unknown): Promise<unknown> =>
      portal.parts.db.entities.query(`update account set ${change} where id = $1`, [id]);
    await set('password_hash = null', without);
    await set('disabled_at = now()', disabled);
    await givenPerson(portal, { givenName: 'Sans', familyName: 'Évezard' });
    const asked = await asStaff(StaffRole.MEMBERSHIP);

    const { data } = await ask(asked, {}, 'eve');
    const { data: first } = await ask(asked, { first: 2 }, 'eve');
    const { data: next } = await ask(asked, { first: 2, after: first.persons.pageInfo.endCursor }, 'eve');
    const back = { last: 2, before: next.persons.pageInfo.startCursor };

    expect(data.persons.totalCount).toBe(4);
    expect(data.persons.nodes).toMatchObject([
      { displayName: 'Jo Éveillard', login: { state: 'WITHOUT_PASSWORD', stateLabel: 'Sans mot de passe' } },
      { displayName: 'Jo Eveno', login: { state: 'DISABLED' } },
      { displayName: 'Jo Évesque', login: { state: 'OPEN', addresses: [{ primary: true, verified: true }] } },
      { displayName: 'Sans Évezard', login: null },
    ]);
    expect(JSON.stringify(data)).toContain('•••@maboite.example');
    expect(next.persons.nodes).toEqual(data.persons.nodes.slice(2));
    expect((await ask(asked, back, 'eve')).data.persons.nodes).toEqual(first.persons.nodes);
  });

  it('are not for staff of other roles, nor through a website', async () => {
    const member = await givenSomebodySignedIn(portal);
    for (const asked of [await asStaff(StaffRole.FINANCE), { token: member.token }])
      expect((await ask(asked)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
