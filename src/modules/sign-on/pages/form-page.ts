import type { FastifyReply } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import { ServiceBusy } from '../../../platform/graphql/faults.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import type { NextStep } from '../../../platform/graphql/next-step.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { Refusal, type Problem } from '../../../platform/problem.ts';
import type { Sent } from './draw-form.ts';
import { stepsOf } from './draw-ways-on.ts';
import { sendPage, type Look, type Page } from './draw-page.ts';
import { html, type Html } from './html.ts';

/** Why nothing came of a form that was sent. */
export interface Refused {
  readonly status: number;
  readonly sent: Sent;
  /** Null where the faults of the fields say it all. */
  readonly problem: Problem | null;
  /** What the refusal names, be it about a field or not. */
  readonly nextSteps: readonly NextStep[];
  readonly busySeconds: number | null;
}

/** A form that has something against what was typed into it: nothing was judged yet. */
export const incomplete = (sent: Sent): Refused => ({
  status: 422,
  sent,
  problem: null,
  nextSteps: [],
  busySeconds: null,
});

/** Reads a refusal for the form that was sent: what is about a field is said there. Other faults go on. */
export function readRefusal(context: Context, sent: Sent, fault: unknown): Refused {
  if (fault instanceof ServiceBusy)
    return { ...incomplete(sent), status: 503, busySeconds: fault.retryAfterSeconds ?? 1 };
  if (!(fault instanceof Refusal)) throw fault;
  const { problem } = fault;
  const faults = faultsOf(context, problem);
  return {
    status: 422,
    sent: { ...sent, faults },
    problem: faults.size > 0 ? null : problem,
    nextSteps: stepsOf(problem),
    busySeconds: null,
  };
}

function faultsOf(context: Context, problem: Problem): ReadonlyMap<string, string> {
  if (problem instanceof InvalidInput)
    return new Map(problem.issues.map(({ path, message }) => [path.join('.'), message]));
  if (problem instanceof ProblemAtField) return new Map([[problem.path.join('.'), problem.message(context)]]);
  return new Map();
}

/** What stands above a form that was refused. */
export function drawRefusal(context: Context, refused: Refused | null): Html | null {
  if (refused === null) return null;
  const { problem, busySeconds, sent } = refused;
  const { wording } = context;
  if (busySeconds !== null)
    return html`<p role="alert">${wording.of('Fault.SERVICE_BUSY', { seconds: busySeconds })}</p>`;
  if (problem !== null) return html`<p role="alert">${problem.message(context)}</p>`;
  return sent.faults.size > 0 ? html`<p role="alert">${wording.of('signOn.page.correct')}</p>` : null;
}

/** Sends a page with a form: the first time, or again with what was wrong, and when to come back to a busy service. */
export function sendFormPage(
  reply: FastifyReply,
  look: Look,
  page: Page,
  refused: Refused | null,
): FastifyReply {
  if (refused === null) return sendPage(reply, look, page);
  if (refused.busySeconds !== null) reply.header('retry-after', String(refused.busySeconds));
  return sendPage(reply, look, page, refused.status);
}
