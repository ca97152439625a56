import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import type { Parts } from '../../src/platform/context.ts';
import { defineJob, enqueue } from '../../src/platform/jobs/job.ts';
import { runDueJobs, startWorker, type Worker, type WorkerOptions } from '../../src/platform/jobs/worker.ts';
import type { Log } from '../../src/platform/log/log.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { hours } from '../support/fake-clock.ts';

describe('Jobs (E20)', () => {
  let database: TestDatabase;
  let administrator: Client;
  let parts: Parts;
  let done: string[];
  let warnings: string[];
  const workers: Worker[] = [];

  const note = defineJob<{ id: string }>('note', (_, { id }) => Promise.resolve(void done.push(id)));

  beforeAll(async () => {
    database = await openDatabase();
    administrator = new Client({ connectionString: database.ownerUrl });
    await administrator.connect();
  });

  afterAll(async () => {
    await administrator.end();
    await database.close();
  });

  beforeEach(async () => {
    database.clock.setTo('2026-11-22T15:00:00Z');
    await administrator.query('delete from graphile_worker._private_jobs');
    await administrator.query('delete from graphile_worker._private_known_crontabs');
    done = [];
    warnings = [];
    const log: Log = { ...database.log, warn: (_, event) => void warnings.push(event) };
    parts = { ...database, log } as unknown as Parts;
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
  });

  const queue = (id: string, wake = {}): Promise<void> =>
    database.db.transaction(tx => enqueue(tx, note, { id }, wake));
  const work = async (options: Partial<WorkerOptions> = {}): Promise<Worker> => {
    const worker = await startWorker(parts, {
      connectionString: database.url,
      jobs: [note],
      concurrency: 2,
      ...options,
    });
    workers.push(worker);
    return worker;
  };
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 400; i++) {
      if (await holds()) return;
      await after(25);
    }
    throw new Error('waited 10 seconds in vain');
  };
  const waiting = async (): Promise<number> => {
    const { rows } = await administrator.query<{ n: number }>(
      'select count(*)::int as n from graphile_worker.jobs',
    );
    return rows[0]!.n;
  };
  /** As if the worker that took the job had been killed, or lived on, that long ago. */
  const takenBy = (poolId: string, age: string): Promise<unknown> =>
    administrator.query(
      'update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval',
      [poolId, age],
    );

  describe('belong to the change that queued them', () => {
    test('a change that is rolled back leaves no job behind', async () => {
      await expect(
        database.db.transaction(async tx => {
          await enqueue(tx, note, { id: 'never' });
          throw new Error('refused');
        }),
      ).rejects.toThrow('refused');

      expect(await waiting()).toBe(0);
    });

    test('a committed change has its job done at once', async () => {
      await work();

      await queue('now');

      await until(() => done.includes('now'));
      await until(async () => (await waiting()) === 0);
    });

    test('jobs of one key wait as one', async () => {
      await queue('first', { key: 'same' });
      await queue('second', { key: 'same' });

      await runDueJobs(parts, { connectionString: database.url, jobs: [note] });

      expect(done).toEqual(['second']);
    });
  });

  describe('by our clock', () => {
    const runDue = (): Promise<void> => runDueJobs(parts, { connectionString: database.url, jobs: [note] });

    test('a job waits for its hour, whatever the database thinks that the time is', async () => {
      database.clock.setTo('2019-01-01T12:00:00Z');
      await queue('in two hours', { at: new Date('2019-01-01T14:00:00Z') });

      await runDue();
      const beforeTheHour = [...done];
      database.clock.advance(hours(2));
      await runDue();

      expect(beforeTheHour).toEqual([]);
      expect(done).toEqual(['in two hours']);
    });

    test('what a job queues is done in the same breath, what it queues for later is not', async () => {
      const chain = defineJob<{ id: string }>('chain', async (_, { id }) => {
        done.push(id);
        await queue('next');
        await queue('later', { at: new Date(database.clock.now().getTime() + hours(1)) });
      });
      await database.db.transaction(tx => enqueue(tx, chain, { id: 'first' }));

      await runDueJobs(parts, { connectionString: database.url, jobs: [note, chain] });

      expect(done).toEqual(['first', 'next']);
    });

    test('a job that fails is told to the caller, and tried again by the next call', async () => {
      let broken = true;
      const shaky = defineJob<{ id: string }>('shaky', () =>
        broken ? Promise.reject(new Error('not today')) : Promise.resolve(void done.push('tomorrow')),
      );
      await database.db.transaction(tx => enqueue(tx, shaky, { id: 'x' }));
      const options = { connectionString: database.url, jobs: [shaky] };

      await expect(runDueJobs(parts, options)).rejects.toThrow('not today');
      broken = false;
      await runDueJobs(parts, options);

      expect(done).toEqual(['tomorrow']);
    });
  });

  describe('outlive their worker', () => {
    test('a killed worker’s job is freed and done by the next', async () => {
      await queue('orphan');
      await takenBy('pool-of-the-dead', '31 seconds');

      await work();

      await until(() => done.includes('orphan'));
      expect(warnings).toContain('jobs of a dead worker freed');
    });

    test('a worker that has just begun is left alone until it can show that it lives', async () => {
      await queue('taken');
      await takenBy('pool-of-a-newcomer', '5 seconds');

      await work();
      await after(500);

      expect(done).toEqual([]);
    });

    test('a living worker keeps its long job', async () => {
      let finish: () => void = () => undefined;
      const long = defineJob<{ id: string }>('long', (_, { id }) => {
        done.push(id);
        return new Promise(resolve => (finish = resolve));
      });
      await work({ jobs: [long] });
      await database.db.transaction(tx => enqueue(tx, long, { id: 'long' }));
      await until(() => done.length === 1);
      await administrator.query(
        `update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`,
      );

      await work({ jobs: [long] });
      await after(500);

      expect(done).toEqual(['long']);
      finish();
    });

    test('a worker whose connections are cut comes back by itself', async () => {
      await work();

      const admin = new Client({ connectionString: administratorUrl(database) });
      await admin.connect();
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'affilia-jobs%'`,
        [database.name],
      );
      await admin.end();
      await until(() => warnings.includes('job worker lost the database'));
      await queue('after the cut');

      await until(() => done.includes('after the cut'));
    });
  });

  describe('are never lost silently', () => {
    test('a job of an unknown name stays, and is told of', async () => {
      await database.db.transaction(tx => enqueue(tx, { name: 'from-the-future' }, { id: 'x' }));

      await work();

      await until(() => warnings.includes('jobs of a name that this program does not know are waiting'));
      expect(await waiting()).toBe(1);
    });

    test('each outcome is counted by the job’s name', async () => {
      const counted: string[] = [];
      const failing = defineJob<{ id: string }>('failing', () => Promise.reject(new Error('no')));
      await work({
        jobs: [note, failing],
        counted: (job, outcome) => void counted.push(`${job} ${outcome}`),
      });

      await queue('one');
      await database.db.transaction(tx => enqueue(tx, failing, { id: 'x' }));

      await until(() => counted.length >= 2);
      expect(counted).toEqual(expect.arrayContaining(['note DONE', 'failing FAILED']));
      await until(async () => (await waiting()) === 1);
    });

    test('a worker that is stopped finishes the job in hand', async () => {
      const slow = defineJob<{ id: string }>('slow', async (_, { id }) => {
        done.push(`${id} begun`);
        await after(250);
        done.push(`${id} finished`);
      });
      const worker = await work({ jobs: [slow] });
      await database.db.transaction(tx => enqueue(tx, slow, { id: 'it' }));
      await until(() => done.length === 1);

      await worker.stop();
      workers.length = 0;

      expect(done).toEqual(['it begun', 'it finished']);
      expect(await waiting()).toBe(0);
    });

    test('a routine starts by the calendar', async () => {
      await work({ cron: [{ job: note, at: '0 9 * * *' }] });

      await until(async () => {
        const { rows } = await administrator.query(
          'select identifier from graphile_worker._private_known_crontabs',
        );
        return JSON.stringify(rows) === '[{"identifier":"note"}]';
      });
    });

    test('two jobs of one name are a mistake that stops the start', async () => {
      await expect(work({ jobs: [note, note] })).rejects.toThrow('two jobs are called note');
    });

    test('a worker without a database says so', async () => {
      await expect(work({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' })).rejects.toThrow();
    });
  });
});

function administratorUrl({ name }: TestDatabase): string {
  const { administrationUrl } = JSON.parse(process.env['AFFILIA_TEST_DATABASE']!) as {
    administrationUrl: string;
  };
  return administrationUrl.replace(/\/[^/]*$/, `/${name}`);
}
