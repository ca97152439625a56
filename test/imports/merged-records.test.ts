import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mergePersons } from '../people/merge-operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported, type RunSeen } from './operations.ts';

describe('importing records that were merged here (M1, C10)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind }, severity);
  const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ row, code }) => `${row} ${code}`);

  it('takes nobody for a record that was merged into another', async () => {
    const names = { givenName: 'Zoé', familyName: 'Merle' };
    const [kept, other] = [
      await givenPerson(portal, names),
      await givenPerson(portal, { ...names, contactEmail: 'zoe@maboite.example' }),
    ];
    const file = (id: number): string =>
      csv('id,given name,family name,language,email', `zoe-${id},Zoé,Merle,fr,zoe@maboite.example`);
    expect(codes(await take('PEOPLE', file(1), 'DUPLICATE'))).toEqual(['2 PERSON_ON_FILE']);
    await portal.parts.db.entities.query(
      `update person set contact_email = null where given_name = 'Zoé' and id <> $1`,
      [other.id],
    );
    expect((await mergePersons(portal, office, kept, other)).__typename).toBe('MergePersonsSuccess');

    expect(codes(await take('PEOPLE', file(2), 'DUPLICATE'))).toEqual([]);
  });

  it('changes a record that was merged once for each file, and says so of the second row', async () => {
    const file = (...said: readonly string[]): string =>
      csv('id,given name,family name,language,email,phone', ...said);
    await take('PEOPLE', file('t1,Théo,Lacroix,fr,,', 't2,Théo,Lacroix,fr,,'));
    await portal.parts.db.entities.query(
      `update external_id e set record_id = k.record_id from external_id k
       where e.kind = 'PEOPLE' and e.external_id = 't2' and k.kind = 'PEOPLE' and k.external_id = 't1'`,
    );
    const later = file('t1,Théo,Lacroix,fr,,514-622-6483', 't2,Théo,Lacroix,fr,t@maboite.ca,');

    const run = await take('PEOPLE', later, 'NOTICE');
    const again = await take('PEOPLE', later, 'NOTICE');

    expect(codes(run)).toEqual(['3 RECORD_TWICE']);
    expect(run).toMatchObject({ state: 'DONE', counts: { changed: 1, heldOut: 1 } });
    expect(again.counts).toMatchObject({ changed: 1, unchanged: 1, heldOut: 0 });
    expect(
      await portal.parts.db.entities.query(
        `select p.contact_email as at, p.work_phone as phone from person p join external_id e on e.record_id = p.id
         where e.external_id = 't1'`,
      ),
    ).toEqual([{ at: 't@maboite.ca', phone: '+15146226483' }]);
  });
});
