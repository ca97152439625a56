import { EventEmitter } from 'node:events';
import type { TaskList, WorkerEvents } from 'graphile-worker';
import type { Parts } from '../context.ts';
import type { AnyJob } from './job.ts';

/** What became of one run of a job: a failed one is tried again, one given up stays in its table to be looked at. */
export type JobOutcome = 'DONE' | 'FAILED' | 'GIVEN_UP';
export type JobCounter = (job: string, outcome: JobOutcome) => void;

/** The jobs as the queue wants them. Throws when two share a name. */
export function taskList(parts: Parts, jobs: readonly AnyJob[]): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    if (job.name in tasks) throw new Error(`two jobs are called ${job.name}`);
    tasks[job.name] = (payload: unknown) => job.run(parts, payload as never);
  }
  return tasks;
}

/** Counts what becomes of each job and tells of failures by id. */
export function watchJobs(parts: Pick<Parts, 'log'>, counted: JobCounter): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on('job:success', ({ job }) => counted(job.task_identifier, 'DONE'));
  events.on('job:error', ({ job, error }) => {
    const outcome = job.attempts >= job.max_attempts ? 'GIVEN_UP' : 'FAILED';
    const { name: fault, message, stack } = error instanceof Error ? error : new Error(String(error));
    const facts = {
      job: job.task_identifier,
      jobId: job.id,
      attempt: job.attempts,
      outcome,
      fault,
      message,
      stack,
    };
    parts.log.error(facts, 'job failed');
    counted(job.task_identifier, outcome);
  });
  return events;
}
