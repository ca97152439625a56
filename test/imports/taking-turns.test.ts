import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '../../src/kernel/id.ts';
import { runImport } from '../../src/modules/imports/running/run-import.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, perform, seen } from './operations.ts';

const NAMES = 'identifiant;prénom;nom;langue;courriel;téléphone;poste';
const EVE = '1;Ève;Lacroix;fr;eve@maboite.ca;514-622-6483;150';
const NOEL = '2;Noël;D’Amours;en;;;';

const onFile = statement<{ id: string; name: string }>(
  'test-persons-of-source',
  `select p.id, p.family_name as name from external_id e join person p on p.id = e.record_id
   where e.kind = 'PEOPLE' and e.source = $1 order by e.external_id`,
);
const waiting = statement<{ count: number }>(
  'test-statements-that-wait',
  `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
);

describe('imports that meet one another, or whoever stops them (M1)', () => {
  let portal: Portal;
  let office: Office;
  let source: string;
  let sources = 0;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());
  beforeEach(() => {
    source = `source-${String(++sources)}`;
  });

  const people = (): Promise<{ id: string; name: string }[]> => portal.parts.db.read(onFile, [source]);
  const untilOneWaits = async (): Promise<void> => {
    while ((await portal.parts.db.read(waiting))[0]?.count === 0) await passed(5);
  };

  it('lets one import of an association write at a time, of many that are asked for at once', async () => {
    const other = await givenOffice(portal);
    const results = await Promise.all(
      [office, other, office].map(who => asking(portal, who, csv(NAMES, EVE), { source })),
    );

    const kinds = results.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(['ImportRunning', 'ImportRunning', 'StartImportSuccess']);
    const { importRun } = results.find(result => result.__typename === 'StartImportSuccess')!;
    expect(results.find(result => result.__typename === 'ImportRunning')?.importRunId).toBe(importRun.id);
    const dry = await asking(portal, office, csv(NAMES, EVE), { source, mode: 'DRY_RUN' });
    expect(dry.__typename).toBe('StartImportSuccess');
    await portal.runDue();
    expect((await people()).length).toBe(1);
  });

  it('is done once when two workers have it, and stops for whoever cancels it', async () => {
    const { importRun } = await asking(portal, office, csv(NAMES, EVE, NOEL), { source });
    const runId = fromPublicId('ImportRun', importRun.id)!;
    await Promise.all([runImport.run(portal.parts, { runId }), runImport.run(portal.parts, { runId })]);
    expect((await seen(portal, office, importRun.id)).state).toBe('DONE');
    expect((await people()).length).toBe(2);
    const late = await perform(portal, 'cancelImport', { importRunId: importRun.id }, office.asked);
    expect(late.__typename).toBe('ImportOver');

    const { importRun: next } = await asking(portal, office, csv(NAMES, '9;Ida;Roy;fr;;;'), { source });
    const cancelled = await perform(portal, 'cancelImport', { importRunId: next.id }, office.asked);
    await portal.runDue();

    expect(cancelled.importRun.state).toBe('CANCELLED');
    expect((await seen(portal, office, next.id)).state).toBe('CANCELLED');
    expect((await people()).length).toBe(2);
  });

  it('writes nothing when it was cancelled before its last step, however late', async () => {
    await imported(portal, office, csv(NAMES, EVE), { source });
    const { importRun } = await asking(portal, office, csv(NAMES, EVE.replace('Lacroix', 'Roy'), NOEL), {
      source,
    });
    const [eve] = await people();
    const { db } = portal.parts;
    let running: Promise<void> | undefined;
    let release = (): void => undefined;
    const released = new Promise<void>(resolve => (release = resolve));
    const cancelled = db.transaction(async tx => {
      // It has begun to write, and waits for whoever is at the record of Ève.
      await db.transaction(async other => {
        await other.query('select from person where id = $1 for update', [eve!.id]);
        running = portal.runDue();
        await untilOneWaits();
        await tx.query(`update import_run set ended_at = $2, ended_why = 'CANCELLED' where id = $1`, [
          fromPublicId('ImportRun', importRun.id),
          portal.clock.now(),
        ]);
      });
      await released;
    });
    await passed(50);
    await untilOneWaits();
    release();
    await cancelled;
    await running;

    expect((await seen(portal, office, importRun.id)).state).toBe('CANCELLED');
    expect((await people()).map(({ name }) => name)).toEqual(['Lacroix']);
  });
});
