import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { perform as performRepresentation } from '../people/representation-operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported, seen, type RunSeen } from './operations.ts';

const opened = statement<{ kind: string; person: string }>(
  'test-imported-account-kinds',
  `select a.kind, p.given_name as person from external_id e join account a on a.id = e.record_id
   join person p on p.account_id = a.id where e.kind = 'ACCOUNTS' order by p.given_name`,
);
const personCalled = statement<{ id: PersonId }>(
  'test-imported-person-of-kind',
  `select record_id as id from external_id where kind = 'PEOPLE' and external_id = $1`,
);

const ROLES = 'organization,person,role,from,to';

describe('the kind of an account that is imported (M1, A1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    const people = [13, 14, 15, 16, 17, 18, 19, 20].map(i => `p${i},Ida-${i},Roy,fr`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
    await take('ORGANIZATIONS', csv('id,legal name', 'o1,Maison 1'));
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT', mode = 'COMMIT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind, mode }, severity);
  const person = async (key: string): Promise<{ id: PersonId }> =>
    (await portal.parts.db.read(personCalled, [key]))[0]!;
  const KINDS = 'personne;type de compte;nom d’utilisateur';
  const representing = async (key: string): Promise<void> => {
    const { __typename } = await performRepresentation(
      portal,
      'recordRepresentation',
      {
        kind: 'EXECUTOR',
        personId: toPublicId('Person', (await person(key)).id),
        from: '2026-01-01',
        document: 'Testament notarié',
        givenName: 'Noël',
        familyName: 'D’Amours',
      },
      office.asked,
    );
    expect(__typename).toBe('RecordRepresentationSuccess');
  };

  it('is what the person is where the file says nothing, and an organization’s where it says so', async () => {
    await representing('p13');
    await take('DELEGATIONS', csv(ROLES, 'o1,p14,CONTACT,2024-01-01,', 'o1,p15,DUES,2024-01-01,'));

    const file = csv(
      KINDS,
      'p13;;succession',
      'p14;Organisation, succession ou fiducie;maison',
      'p15;;comptable',
      'p16;individual;ida.16',
    );
    expect(await take('ACCOUNTS', file)).toMatchObject({ state: 'DONE', counts: { created: 4 } });

    expect(await portal.parts.db.read(opened)).toEqual([
      { person: 'Ida-13', kind: 'NON_PERSONAL' },
      { person: 'Ida-14', kind: 'NON_PERSONAL' },
      { person: 'Ida-15', kind: 'INDIVIDUAL' },
      { person: 'Ida-16', kind: 'INDIVIDUAL' },
    ]);
    expect(await take('ACCOUNTS', file)).toMatchObject({ counts: { unchanged: 4 } });
  });

  it('is refused by row where it is not theirs, in both languages', async () => {
    await representing('p17');
    await take('DELEGATIONS', csv(ROLES, 'o1,p19,DUES,2024-01-01,2024-12-31'));

    const file = csv(
      'personne;type de compte',
      'p17;Une personne',
      'p18;NON_PERSONAL',
      'p20;JOINT',
      'p19;NON_PERSONAL',
    );
    const run = await take('ACCOUNTS', file, 'FAULT', 'DRY_RUN');

    expect(run.state).toBe('FAULTY');
    expect(run.findings.nodes.map(({ row, column, code }) => `${row} ${column!} ${code}`)).toEqual([
      '2 type de compte KIND_OF_REPRESENTED',
      '3 type de compte KIND_OF_NOBODY_ELSE',
      '4 type de compte word',
      '5 type de compte KIND_OF_NOBODY_ELSE',
    ]);
    const english = await seen(portal, office, run.id, 'FAULT', 'en-CA');
    expect(english.findings.nodes[0]?.message).toBe(
      'Others stand for this person: the account is not one person’s. Leave the cell empty.',
    );
  });
});
