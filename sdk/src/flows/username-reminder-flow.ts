import type { RequestUsernameReminderInput } from '../generated/operations.ts';
import type { Recovery } from '../recovery.ts';
import { createActs, idle, type Acting, type Flow } from './acts.ts';
import { askForMail, notMailed, type MailActs, type Mailed } from './ask-for-mail.ts';
import { notRefused, type Refusal } from './refusal.ts';

type Answer = Awaited<ReturnType<Recovery['requestUsernameReminder']>>;

export type UsernameReminderProblem = Extract<Answer, { readonly ok: false }>['problem'];

/** All that a page draws. */
export interface UsernameReminderSnapshot extends Refusal<UsernameReminderProblem>, Mailed, Acting {
  /** `ASK`: draw `usernameReminderForm` of the realm. `ASKED`: show `message`, and offer `sendAgain` once `maySendAgain`. */
  readonly state: 'ASK' | 'ASKED';
}

/** The mail with what signs in. Every act gives the fresh snapshot. */
export interface UsernameReminderFlow
  extends
    Flow<UsernameReminderSnapshot>,
    MailActs<Omit<RequestUsernameReminderInput, 'idempotencyKey'>, UsernameReminderSnapshot> {}

/**
 * Asks for a mail with what signs in.
 *
 * @example
 * ```ts
 * const flow = openUsernameReminder(affilia);
 * const { message, problem } = await flow.ask({ address: 'marie@example.org' });
 * ```
 */
export function openUsernameReminder(
  { recovery }: { readonly recovery: Pick<Recovery, 'requestUsernameReminder'> },
  signal?: AbortSignal,
): UsernameReminderFlow {
  const acts = createActs<UsernameReminderSnapshot>({ ...notRefused, ...notMailed, ...idle, state: 'ASK' });
  const { snapshot, subscribe } = acts;
  return {
    snapshot,
    subscribe,
    ...askForMail(acts, input => recovery.requestUsernameReminder(input, signal)),
  };
}
