import { Gauge, type Registry } from 'prom-client';
import { CLOCK_AHEAD } from '../clock/clock-offset.ts';
import type { Parts } from '../context.ts';
import { statement } from '../database/statement.ts';
import type { ObjectStorage } from '../storage/object-storage.ts';

const jobs = statement<{ waiting: number; given_up: number; late_seconds: number }>(
  'metrics-jobs',
  `select count(*) filter (where attempts < max_attempts)::int as waiting,
     count(*) filter (where attempts >= max_attempts)::int as given_up,
     coalesce(extract(epoch from $1::timestamptz - ${CLOCK_AHEAD} - min(run_at) filter (where attempts < max_attempts)),
       0)::float8 as late_seconds
   from graphile_worker.jobs`,
);

const mails = statement<{ state: string; mails: number }>(
  'metrics-mails',
  `select state, count(*)::int as mails from mail where state in ('QUEUED', 'DEFERRED') group by state`,
);

export interface HouseParts extends Pick<Parts, 'db' | 'clock'> {
  readonly storage: Pick<ObjectStorage, 'isWritable'> | undefined;
}

/** What waits in the house, read when somebody asks. A database that is away leaves them out, never breaks the page. */
export function addHouseGauges(registry: Registry, { db, clock, storage }: HouseParts): void {
  const registers = [registry];
  new Gauge({
    name: 'affilia_database_connections',
    help: 'Connections of this process, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, connections] of Object.entries(db.connections)) this.set({ state }, connections);
    },
  });
  new Gauge({
    name: 'affilia_jobs',
    help: 'Jobs that wait, and those given up after their last attempt.',
    labelNames: ['state'],
    registers,
    async collect() {
      const [row] = await db.read(jobs, [clock.now()]).catch(() => []);
      this.reset();
      if (!row) return;
      this.set({ state: 'waiting' }, row.waiting);
      this.set({ state: 'given_up' }, row.given_up);
    },
  });
  new Gauge({
    name: 'affilia_oldest_job_late_seconds',
    help: 'By how much the job that is due longest is late; negative when the next one lies ahead.',
    registers,
    async collect() {
      const [row] = await db.read(jobs, [clock.now()]).catch(() => []);
      this.reset();
      if (row) this.set(row.late_seconds);
    },
  });
  new Gauge({
    name: 'affilia_mails',
    help: 'Mails that are not handed over yet.',
    labelNames: ['state'],
    registers,
    async collect() {
      const rows = await db.read(mails).catch(() => []);
      this.reset();
      for (const { state, mails: count } of rows) this.set({ state: state.toLowerCase() }, count);
    },
  });
  if (!storage) return;
  new Gauge({
    name: 'affilia_storage_writable',
    help: '1 while files can be stored, 0 while they cannot.',
    registers,
    async collect() {
      this.set((await storage.isWritable()) ? 1 : 0);
    },
  });
}
