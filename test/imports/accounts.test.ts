import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashSync } from 'bcryptjs';
import type { PersonId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { ImportKind } from '../../src/modules/imports/import.enums.ts';
import { kindOf } from '../../src/modules/imports/kinds/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mergePersons } from '../people/merge-operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, seen, type RunSeen } from './operations.ts';

const held = statement<{ kind: string; address: string | null }>(
  'test-imported-account-holdings',
  `select h.kind, a.address from external_id e join account_holding h on h.account_id = e.record_id
   left join account_address a on a.account_id = h.account_id
   where e.kind = 'ACCOUNTS' and e.external_id = $1 order by h.kind`,
);
const accountsOf = statement<{ id: string; kind: string; person: string | null }>(
  'test-imported-accounts',
  `select a.id, a.kind, p.given_name as person from account a left join person p on p.account_id = a.id
   where a.username = any ($1) order by a.username`,
);
const personCalled = statement<{ id: PersonId }>(
  'test-imported-person',
  `select record_id as id from external_id where kind = 'PEOPLE' and external_id = $1`,
);

const ACCOUNTS = 'person,username,email,email verified,password hash';
const ROLES = 'organization,person,role,from,to';

describe('importing accounts (M1, M2, M4, A1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'REG' });
    const people = Array.from({ length: 20 }, (_, i) => `p${i},Ida-${i},Roy,${i === 0 ? 'en' : 'fr'}`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
    await take('ORGANIZATIONS', csv('id,legal name', 'o1,Maison 1'));
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT', mode = 'COMMIT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind, mode }, severity);
  const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ row, code }) => `${row} ${code}`);
  const person = async (key: string): Promise<{ id: PersonId }> =>
    (await portal.parts.db.read(personCalled, [key]))[0]!;
  const opened = (...names: string[]): Promise<{ id: string; kind: string; person: string | null }[]> =>
    portal.parts.db.read(accountsOf, [names]);

  it('opens them with the old password, and with what the person is and does', async () => {
    await take('MEMBERSHIPS', csv('member number,person,class,from', 'C-1,p7,REG,2024-01-01'));
    await take('DELEGATIONS', csv(ROLES, 'o1,p7,CONTACT,2024-01-01,'));
    const old = hashSync('Mot de passe 1997', 4);

    const run = await take('ACCOUNTS', csv(ACCOUNTS, `p7,ida.roy,ida@maboite.ca,oui,${old}`));

    expect(run).toMatchObject({ state: 'DONE', counts: { created: 1 } });
    expect(await portal.parts.db.read(held, ['p7'])).toEqual([
      { kind: 'DELEGATION', address: 'ida@maboite.ca' },
      { kind: 'MEMBERSHIP', address: 'ida@maboite.ca' },
    ]);
    for (const identifier of ['ida@maboite.ca', 'ida.roy', 'C-1'])
      expect(await signedIn(portal, identifier, { password: 'Mot de passe 1997' })).toBeDefined();
    const again = await take('ACCOUNTS', csv(ACCOUNTS, 'p7,ida.roy,autre@maboite.ca,oui,'), 'NOTICE');
    expect(again).toMatchObject({ state: 'DONE', counts: { heldOut: 1 } });
    expect(codes(again)).toEqual(['2 ACCOUNT_KEPT']);
  });

  it('opens an account without the address that somebody has, and says so', async () => {
    const { address } = await givenAccount(portal);

    const run = await take(
      'ACCOUNTS',
      csv(
        ACCOUNTS,
        `p8,,${address.toUpperCase()},oui,md5:abc`,
        `p6,,double@maboite.ca,,`,
        'p5,,DOUBLE@maboite.ca,,',
      ),
      'NOTICE',
    );

    expect(run).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    expect(codes(run)).toEqual(['2 ADDRESS_TAKEN', '2 HASH_UNKNOWN', '4 ADDRESS_IN_FILE']);
    const taken = await take('ACCOUNTS', csv(ACCOUNTS, 'p4,IDA.ROY,,,', 'p3,ida@roy,,,'));
    expect(codes(taken)).toEqual(['2 USERNAME_TAKEN', '3 AT_SIGN']);
  });

  it('gives each what its row says, and to one alone what two rows want', async () => {
    const file = csv(ACCOUNTS, 'p0,premiere,Partagee@maboite.ca,,md5:abc', 'p1,,partagee@maboite.ca,oui,');
    await take('ACCOUNTS', file);

    const rows = await portal.parts.db.entities.query<object[]>(
      `select a.locale, a.password_hash as hash, d.address, b.code as "importedBy", d.verified_at as "verifiedAt",
         (select string_agg(i.kind, ' ' order by i.kind) from sign_in_identifier i where i.account_id = a.id) as "signsIn",
         (select t.after from audit_entry t where t.subject_id = a.id and t.act = 'importAccount') as audit
       from external_id e join account a on a.id = e.record_id left join account_address d on d.account_id = a.id
       left join association b on b.id = d.imported_by
       where e.kind = 'ACCOUNTS' and e.external_id in ('p0', 'p1') order by e.external_id`,
    );
    const audit = { kind: 'INDIVIDUAL', withPassword: false };
    const none = { address: null, importedBy: null, verifiedAt: null, signsIn: null };
    expect(rows).toEqual([
      {
        locale: 'en-CA',
        hash: null,
        address: 'Partagee@maboite.ca',
        importedBy: 'aqpm',
        verifiedAt: null,
        signsIn: 'USERNAME',
        audit,
      },
      { locale: 'fr-CA', hash: null, ...none, audit },
    ]);
    const alike = await take('ACCOUNTS', csv(ACCOUNTS, 'p2,pareil,,,', 'p3,PAREIL,,,'));
    expect(codes(alike)).toEqual(['3 USERNAME_TAKEN']);
  });

  it('makes a later membership and role known to the account', async () => {
    await take('MEMBERSHIPS', csv('member number,person,class,from', 'C-8,p8,REG,2024-01-01'));
    await take('DELEGATIONS', csv(ROLES, 'o1,p8,VOTING,2024-01-01,'));

    expect(await portal.parts.db.read(held, ['p8'])).toEqual([
      { kind: 'DELEGATION', address: null },
      { kind: 'MEMBERSHIP', address: null },
    ]);
  });

  it('opens one account for two records that were merged, and holds out the second row', async () => {
    const merge = await mergePersons(portal, office, await person('p9'), await person('p10'));
    expect(merge.__typename).toBe('MergePersonsSuccess');

    const run = await take('ACCOUNTS', csv(ACCOUNTS, 'p10,jumelle.1,,,', 'p9,jumelle.2,,,'), 'NOTICE');

    expect(run).toMatchObject({ state: 'DONE', counts: { created: 1, heldOut: 1 } });
    expect(run.findings.nodes).toMatchObject([{ row: 3, code: 'PERSON_TWICE', otherRow: 2 }]);
    expect(await opened('jumelle.1', 'jumelle.2')).toMatchObject([{ person: 'Ida-9' }]);
    const later = await take('ACCOUNTS', csv(ACCOUNTS, 'p9,jumelle.2,,,'), 'NOTICE');
    expect(codes(later)).toEqual(['2 HAS_ACCOUNT']);
  });

  it('waits for whoever is giving the person an account, and opens no second one', async () => {
    const { id } = await givenAccount(portal);
    const personId = (await person('p11')).id;
    let letEnd: () => void = () => undefined;
    const end = new Promise<void>(resolve => (letEnd = resolve));
    const giving = portal.parts.db.transaction(async tx => {
      await tx.query('update person set account_id = $2 where id = $1', [personId, id]);
      await end;
    });
    const wanted = { kind: 'ACCOUNTS' };
    const { importRun } = await asking(portal, office, csv(ACCOUNTS, 'p11,tardive,,,'), wanted);

    const running = portal.runDue();
    const observer = await hold(portal, 'select 1');
    await observer.untilWaiting(1);
    await observer.letGo();
    letEnd();
    await Promise.all([giving, running]);

    const run = await seen(portal, office, importRun.id, 'NOTICE');
    expect(run).toMatchObject({ state: 'DONE', counts: { created: 0, heldOut: 1 } });
    expect(codes(run)).toEqual(['2 HAS_ACCOUNT']);
    expect(await opened('tardive')).toEqual([]);
  });

  it('never opens an account that nobody gets, whatever was judged before', async () => {
    const { write } = kindOf(ImportKind.ACCOUNTS, portal.parts.wordings, 'America/Toronto');
    const batchId = (await person('p12')).id;
    const by = { accountId: office.account.id, clientId: null, requestId: 'test' };

    const writing = portal.parts.db.transaction(async tx => {
      await tx.query(
        `insert into staged_row (batch_id, row_number, key, record_id, person_id, verdict, data)
         select $1, 2, 'p7', $1, record_id, 'CREATE', '{"username": "orpheline", "usernameKey": "orpheline"}'
         from external_id where kind = 'PEOPLE' and external_id = 'p7'`,
        [batchId],
      );
      const { id: associationId } = portal.world.aqpm.association;
      await write(portal.parts, tx, { batchId, after: 0, upTo: 2 }, { associationId, by });
    });

    await expect(writing).rejects.toThrow('an account was opened that nobody got');
    expect(await opened('orpheline')).toEqual([]);
  });
});
