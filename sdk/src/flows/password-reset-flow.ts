import type { FormFragment, RequestPasswordResetInput, ResetPasswordInput } from '../generated/operations.ts';
import type { PasswordReset, Recovery } from '../recovery.ts';
import { createActs, idle, type Acting, type Flow } from './acts.ts';
import { askForMail, notMailed, type MailActs, type Mailed } from './ask-for-mail.ts';
import { notRefused, refusal, type Refusal } from './refusal.ts';
import { takeFragment } from './take-fragment.ts';

/** The acts that the flow is made of. */
export type PasswordResetActs = Pick<Recovery, 'requestPasswordReset' | 'passwordReset' | 'resetPassword'>;
type Answer = Awaited<ReturnType<PasswordResetActs[keyof PasswordResetActs]>>;

/** Every way in which a step of setting a password can be refused. */
export type PasswordResetProblem = Extract<Answer, { readonly ok: false }>['problem'];

/** All that a page draws. */
export interface PasswordResetSnapshot extends Refusal<PasswordResetProblem>, Mailed, Acting {
  /**
   * `LINK`: a link came and could not be read for now: show `error` and offer `refresh`. `ASK`: draw
   * `passwordResetForm` of the realm; where a link was of no use, `problem` says why. `ASKED`: show `message`, and
   * offer `sendAgain` once `maySendAgain`. `CHOOSE`: show the `greeting` of `link` and draw `form`. `DONE`: the password is
   * saved, and nobody is signed in by that: offer `next`.
   */
  readonly state: 'LINK' | 'ASK' | 'ASKED' | 'CHOOSE' | 'DONE';
  /** What the link brought, as long as it can be used. */
  readonly token: string | null;
  /** What the link leads to: a first access, or a forgotten password. */
  readonly link: Omit<PasswordReset, 'form'> | null;
  /** Where the new password goes; null where this site may take none. */
  readonly form: FormFragment | null;
}

/** First access and forgotten password. Every act gives the fresh snapshot. */
export interface PasswordResetFlow
  extends
    Flow<PasswordResetSnapshot>,
    MailActs<Omit<RequestPasswordResetInput, 'idempotencyKey'>, PasswordResetSnapshot> {
  choose(values: Pick<ResetPasswordInput, 'newPassword'>): Promise<PasswordResetSnapshot>;
  /** Reads the link again. */
  refresh(): Promise<PasswordResetSnapshot>;
}

export interface OpenPasswordReset {
  /** Defaults to the one in the fragment of the page's address, which is taken out of the address bar. */
  readonly token?: string | null;
}

/**
 * Opens the mailed link to set a password, or asks for one. Looking at a link uses nothing up.
 *
 * @example
 * ```ts
 * const flow = await openPasswordReset(affilia);
 * const { state, form, problem } = flow.snapshot();
 * ```
 */
export async function openPasswordReset(
  { recovery }: { readonly recovery: PasswordResetActs },
  { token = takeFragment('token') }: OpenPasswordReset = {},
  signal?: AbortSignal,
): Promise<PasswordResetFlow> {
  const acts = createActs<PasswordResetSnapshot>({
    ...notRefused,
    ...notMailed,
    ...idle,
    state: token === null ? 'ASK' : 'LINK',
    token,
    link: null,
    form: null,
  });
  const { snapshot, subscribe, once, keyOf } = acts;
  const held = (): string => snapshot().token ?? '';
  const closed = { token: null, link: null, form: null } as const;

  /** Back to the start, with the reason: the way on is the form that the page shows by then. */
  const start = (problem: PasswordResetProblem): Partial<PasswordResetSnapshot> => ({
    ...refusal(problem),
    ...closed,
    state: 'ASK',
    next: [],
  });

  const read = async (): Promise<Partial<PasswordResetSnapshot>> => {
    if (snapshot().token === null) return {};
    const outcome = await recovery.passwordReset(held(), signal);
    if (!outcome.ok) return start(outcome.problem);
    const { form, ...link } = outcome.value;
    return { ...notRefused, state: 'CHOOSE', link, form };
  };

  if (token !== null) await once(read);
  return {
    snapshot,
    subscribe,
    ...askForMail(acts, input => recovery.requestPasswordReset(input, signal)),
    choose: ({ newPassword }) =>
      once(async () => {
        const input = { token: held(), newPassword };
        const idempotencyKey = keyOf('choose', input);
        const outcome = await recovery.resetPassword({ ...input, idempotencyKey }, signal);
        if (outcome.ok) return { ...notRefused, ...closed, state: 'DONE', next: [outcome.value.next] };
        const { problem } = outcome;
        return problem.__typename.startsWith('PasswordResetToken') ? start(problem) : refusal(problem);
      }),
    refresh: () => once(read),
  };
}
