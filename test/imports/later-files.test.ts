import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addSection, StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, seen, type RunSeen } from './operations.ts';

const recordOf = statement<{ id: string }>(
  'test-record-of',
  'select record_id as id from external_id where kind = $1 and external_id = $2',
);
const waiting = statement<{ count: number }>(
  'test-waiting-statements',
  `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'`,
);

describe('a later file of a system from which people work on here (M1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'REG' });
    await givenClass(portal, { code: 'BIS' });
    const { parts, world } = portal;
    for (const code of ['TV', 'LM'])
      await parts.db.transaction(tx =>
        addSection(parts, tx, { associationId: world.aqpm.association.id, code, nameFr: code, nameEn: code }),
      );
    const people = Array.from({ length: 9 }, (_, i) => `p${i},Ida,Roy-${i},fr`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
    await take(
      'ORGANIZATIONS',
      csv('id,legal name', ...['o0', 'o1', 'o2', 'o3'].map(id => `${id},Maison ${id}`)),
    );
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'NOTICE'): Promise<RunSeen> =>
    imported(portal, office, file, { kind }, severity);
  const told = ({ findings }: RunSeen): string[] =>
    findings.nodes.map(({ row, column, code }) => `${row} ${column ?? ''} ${code}`);
  /** What somebody does here meanwhile, with the records that the file calls so. */
  const meanwhile = async (
    sql: string,
    ...named: readonly (readonly [string, string])[]
  ): Promise<unknown[]> => {
    const found = await Promise.all(named.map(name => portal.parts.db.read(recordOf, name)));
    return portal.parts.db.entities.query(
      sql,
      found.map(([record]) => record!.id),
    );
  };

  const NAMES = 'identifiant;prénom;nom;langue;courriel;téléphone';

  it('changes nobody’s mailbox by which an account without an address would be recovered', async () => {
    const EMAILS = 'id,given name,family name,language,email';
    await take('PEOPLE', csv(EMAILS, 'c1,Ida,Cyr,fr,ida@maboite.ca', 'c2,Jean,Cyr,fr,', 'c3,Lia,Cyr,fr,'));
    await take('ACCOUNTS', csv('person,username,email', 'c1,ida.cyr,', 'c2,jean.cyr,', 'c3,,lia@maboite.ca'));
    const later = csv(
      EMAILS,
      'c1,Ida,Cyr,fr,clerk@maboite.ca',
      'c2,Jean,Cyr,fr,clerk@maboite.ca',
      'c3,Lia,Cyr,fr,clerk@maboite.ca',
    );

    const run = await take('PEOPLE', later);

    expect(run.counts).toMatchObject({ changed: 1, heldOut: 2 });
    expect(told(run)).toEqual(['2 email OPENS_ACCOUNT', '3 email OPENS_ACCOUNT']);
    expect(
      await meanwhile(
        'select contact_email from person where id in ($1, $2, $3) order by given_name',
        ['PEOPLE', 'c1'],
        ['PEOPLE', 'c2'],
        ['PEOPLE', 'c3'],
      ),
    ).toEqual(['ida@maboite.ca', null, 'clerk@maboite.ca'].map(contact_email => ({ contact_email })));
  });

  it('changes what it says anew, keeps what was changed here, and says where both disagree', async () => {
    await take(
      'PEOPLE',
      csv(
        NAMES,
        'e1;Ève;Lacroix;fr;eve@maboite.ca;514-622-6483',
        'e2;Noé;Otis;fr;noe@maboite.ca;',
        'e3;Léa;Roy;fr;;',
      ),
    );
    await meanwhile(`update person set contact_email = 'ici@maboite.ca' where id = $1`, ['PEOPLE', 'e1']);
    await meanwhile(`update person set contact_email = 'ici@maboite.ca' where id = $1`, ['PEOPLE', 'e2']);
    const later = csv(
      NAMES,
      'e1;Ève;Lacroix-Roy;fr;eve@maboite.ca;514-622-6499',
      'e2;Noé;Otis-Roy;fr;autre@maboite.ca;',
      'e3;Léa;Roy;fr;lea@maboite.ca;',
    );

    const run = await take('PEOPLE', later);

    expect(run).toMatchObject({ state: 'DONE', counts: { changed: 2, heldOut: 1 } });
    expect(told(run)).toEqual(['3 courriel CHANGED_HERE']);
    expect(run.findings.nodes[0]?.message).toContain('modifié ici depuis la dernière importation');
    const english = await seen(portal, office, run.id, 'NOTICE', 'en-CA');
    expect(english.findings.nodes[0]?.message).toContain('changed here since the last import');
    const people = `select family_name, search_key, contact_email, work_phone from person where id in ($1, $2, $3) order by 1`;
    expect(await meanwhile(people, ['PEOPLE', 'e1'], ['PEOPLE', 'e2'], ['PEOPLE', 'e3'])).toEqual([
      {
        family_name: 'Lacroix-Roy',
        search_key: 'LACROIX ROY EVE',
        contact_email: 'ici@maboite.ca',
        work_phone: '+15146226499',
      },
      expect.objectContaining({ family_name: 'Otis', contact_email: 'ici@maboite.ca' }),
      expect.objectContaining({ contact_email: 'lea@maboite.ca' }),
    ]);
    expect((await take('PEOPLE', later)).counts).toMatchObject({ changed: 0, unchanged: 2, heldOut: 1 });
    const agreed = await take('PEOPLE', later.replace('autre@maboite.ca', 'ici@maboite.ca'));
    expect(agreed.counts).toMatchObject({ changed: 1, unchanged: 2, heldOut: 0 });
  });

  it('changes nothing when it is the same file, whatever was changed here', async () => {
    const file = csv(NAMES, 'g1;Ève;Lacroix;fr;eve@maboite.ca;');
    await take('PEOPLE', file);
    await meanwhile(`update person set contact_email = 'ici@maboite.ca' where id = $1`, ['PEOPLE', 'g1']);

    expect(await take('PEOPLE', file)).toMatchObject({ counts: { unchanged: 1, heldOut: 0 } });
    expect(await meanwhile('select contact_email as at from person where id = $1', ['PEOPLE', 'g1'])).toEqual(
      [{ at: 'ici@maboite.ca' }],
    );
  });

  it('takes an address as a whole, and a file without a column for nothing said', async () => {
    const ADDRESS = 'id,legal name,street,city,province,postal code';
    await take(
      'ORGANIZATIONS',
      csv(ADDRESS, 'a1,Aurore,1 rue A,Laval,QC,H7A 1A1', 'a2,Boréale,2 rue B,Laval,QC,H7A 1A1'),
    );
    await meanwhile(`update organization set street = '9 rue Z' where id = $1`, ['ORGANIZATIONS', 'a1']);

    const run = await take(
      'ORGANIZATIONS',
      csv(ADDRESS, 'a1,Aurore,1 rue A,Lévis,QC,G6V 1A1', 'a2,Boréale,2 rue B,Lévis,QC,G6V 1A1'),
    );

    expect(told(run)).toEqual(['2 street CHANGED_HERE']);
    expect(run.counts).toMatchObject({ changed: 1, heldOut: 1 });
    const fewer = await take('ORGANIZATIONS', csv('id,legal name', 'a1,Aurore inc.', 'a2,Boréale'));
    expect(fewer.counts).toMatchObject({ changed: 1, unchanged: 1, heldOut: 0 });
  });

  const ROLES = 'organization,person,role,from,to';

  it('leaves stays, terms, holds and sections alone that were changed here', async () => {
    const STAYS = 'member number,person,class,from,to,term,term from,term to,holds';
    const stay = (number: string, last = '', term = '2026-12-31', hold = ''): string =>
      `M-${number},p${number},REG,2025-01-01,${last},CALENDAR_YEAR,2026-01-01,${term},${hold}`;
    await take(
      'MEMBERSHIPS',
      csv(STAYS, stay('5'), stay('6'), stay('7', '', '2026-12-31', 'LEAVE 2026-01-01'), stay('8')),
    );
    const of = (number: string): string => `(select id from membership where member_number = 'M-${number}')`;
    await meanwhile(`update affiliation set to_on = '2026-04-01' where membership_id = ${of('5')}`);
    await meanwhile(`update term set to_on = '2026-07-01' where membership_id = ${of('6')}`);
    await meanwhile(`update hold set to_on = '2026-02-01' where membership_id = ${of('7')}`);

    const run = await take(
      'MEMBERSHIPS',
      csv(
        STAYS,
        stay('5', '2026-12-31'),
        stay('6', '', '2026-11-30'),
        stay('7', '', '2026-12-31', 'LEAVE 2026-01-01 2026-06-30'),
        stay('8', '2026-12-31', '2026-11-30', 'LEAVE 2026-01-01 2026-06-30'),
      ),
    );

    expect(told(run)).toEqual(['2 to CHANGED_HERE', '3 term to CHANGED_HERE', '4 holds CHANGED_HERE']);
    expect(run.counts).toMatchObject({ changed: 1, heldOut: 3 });
    const SECTIONS = 'id,legal name,sections';
    await take('ORGANIZATIONS', csv(SECTIONS, 's1,Cèdre,TV 2025-01-01', 's2,Érable,TV 2025-01-01'));
    await meanwhile(`update organization_section set to_on = '2026-01-01' where organization_id = $1`, [
      'ORGANIZATIONS',
      's1',
    ]);
    const sections = await take(
      'ORGANIZATIONS',
      csv(SECTIONS, 's1,Cèdre,TV 2025-01-01 2026-12-31', 's2,Érable,TV 2025-01-01 2026-12-31'),
    );
    expect(told(sections)).toEqual(['2 sections CHANGED_HERE']);
    expect(sections.counts).toMatchObject({ changed: 1, heldOut: 1 });
  });

  it('waits for whoever is changing the record, and then leaves it alone', async () => {
    await take('PEOPLE', csv(NAMES, 'w1;Éric;Morin;fr;eric@maboite.ca;'));
    const [{ id } = { id: '' }] = await portal.parts.db.read(recordOf, ['PEOPLE', 'w1']);
    const later = csv(NAMES, 'w1;Éric;Morin;fr;ancien@maboite.ca;');
    const { importRun } = await asking(portal, office, later, { kind: 'PEOPLE' });
    let running: Promise<void> | undefined;
    await portal.parts.db.transaction(async tx => {
      await tx.query(`update person set contact_email = 'ici@maboite.ca' where id = $1`, [id]);
      running = portal.runDue();
      while ((await portal.parts.db.read(waiting))[0]?.count === 0) await passed(5);
    });
    await running;

    expect(told(await seen(portal, office, importRun.id, 'NOTICE'))).toEqual(['2 courriel CHANGED_HERE']);
  });

  it('holds out whoever imports, their household and their organizations', async () => {
    const people = csv(
      'id,given name,family name,language',
      'h1,Marie,Bureau,fr',
      'h2,Jean,Bureau,fr',
      'h3,Autre,Bureau,fr',
    );
    await take('PEOPLE', people);
    await take('ORGANIZATIONS', csv('id,legal name', 'h4,Maison Bureau'));
    await take('DELEGATIONS', csv(ROLES, 'h4,h2,CONTACT,2025-01-01,'));
    const { account } = office;
    await meanwhile(
      `update person set account_id = '${account.id}' where id in ($1, $2)`,
      ['PEOPLE', 'h1'],
      ['PEOPLE', 'h2'],
    );

    const records = await take('PEOPLE', people.replaceAll('Bureau', 'Bureau-Roy'));
    expect(told(records)).toEqual(['2 id OWN_RECORD', '3 id OWN_RECORD']);
    const houses = await take('ORGANIZATIONS', csv('id,legal name', 'h4,Maison Bureau inc.'));
    expect(told(houses)).toEqual(['2 id OWN_RECORD']);
    const roles = await take(
      'DELEGATIONS',
      csv(ROLES, 'h4,h3,DUES,2025-01-01,', 'o0,h2,DUES,2025-01-01,', 'o0,h3,VOTING,2025-01-01,'),
    );
    expect(told(roles)).toEqual(['2  OWN_RECORD', '3  OWN_RECORD']);
    const stays = await take(
      'MEMBERSHIPS',
      csv('member number,person,organization,class,from', 'H-1,h2,,REG,2025-01-01', 'H-2,h3,,REG,2025-01-01'),
    );
    expect(told(stays)).toEqual(['2  OWN_RECORD']);
    expect([records, houses, roles, stays].map(({ state, counts }) => [state, counts?.heldOut])).toEqual([
      ['DONE', 2],
      ['DONE', 1],
      ['DONE', 2],
      ['DONE', 1],
    ]);
  });
});
