import type { Accounts } from '../accounts.ts';
import type { AcceptInvitationInput, FormFragment } from '../generated/operations.ts';
import type { Invitations } from '../invitations.ts';
import { createActs, idle } from './acts.ts';
import type {
  Answers,
  InvitationActs,
  InvitationEnding,
  InvitationFlow,
  InvitationSnapshot,
} from './invitation-flow.ts';
import { notRefused, refusal } from './refusal.ts';
import { createResend } from './resend.ts';
import { takeFragment } from './take-fragment.ts';

export interface OpenInvitation {
  /** Defaults to the one in the fragment of the page's address, which is taken out of the address bar. */
  readonly code?: string | null;
}

interface Needed {
  isSignedIn(): Promise<boolean>;
  readonly accounts: Pick<Accounts, 'signIn'>;
  readonly invitations: Pick<Invitations, Exclude<keyof InvitationActs, 'signIn'>>;
}

type Change = Partial<InvitationSnapshot>;

/** The forms in which a person can act, those that they need first. */
function formsFor(existingAccount: boolean, signedIn: boolean): readonly string[] {
  if (!existingAccount) return ['acceptInvitationWithNewAccount'];
  return signedIn ? ['acceptInvitation'] : ['signIn', 'acceptInvitation'];
}

/**
 * Opens the invitation of a mailed link, or waits for a typed code.
 *
 * @example
 * ```ts
 * const flow = await openInvitation(affilia);
 * flow.subscribe(() => draw(flow.snapshot()));
 * draw(flow.snapshot());
 * ```
 */
export async function openInvitation(
  affilia: Needed,
  { code = takeFragment('code') }: OpenInvitation = {},
  signal?: AbortSignal,
): Promise<InvitationFlow> {
  const { accounts, invitations } = affilia;
  let forms: readonly FormFragment[] = [];
  let signedIn = false;
  const { snapshot, subscribe, change, once, keyOf } = createActs<InvitationSnapshot>({
    ...notRefused,
    ...idle,
    state: 'CODE',
    code,
    invitation: null,
    steps: [],
    existingAccount: false,
    form: null,
    documents: [],
    secondFactor: null,
    ending: null,
    maySendAgain: false,
  });

  const allowAfter = createResend(change);
  const held = (): string => snapshot().code ?? '';
  /** The code that waits for the invited address. */
  let waiting = '';
  const formOf = (existingAccount: boolean): FormFragment | null => {
    const names = formsFor(existingAccount, signedIn);
    return names.map(name => forms.find(form => form.name === name)).find(form => form) ?? null;
  };
  const done = (
    ending: InvitationEnding,
    { next, steps = [] }: { next: InvitationSnapshot['next'][number]; steps?: InvitationSnapshot['steps'] },
  ): Change => ({
    ...notRefused,
    secondFactor: null,
    state: 'DONE',
    steps,
    ending,
    next: [next],
  });

  const read = async (given: string): Promise<Change> => {
    const preview = await invitations.preview(given, signal);
    if (!preview.ok) return { ...refusal(preview.problem), state: 'CODE', code: given };
    const { invitation, flow } = preview.value;
    forms = flow.forms;
    signedIn = await affilia.isSignedIn();
    const { steps, documents } = flow;
    // Where no account can be opened, everybody who comes has one.
    const existingAccount = snapshot().existingAccount || formOf(false) === null;
    const form = formOf(existingAccount);
    return {
      ...notRefused,
      state: 'FORM',
      code: given,
      invitation,
      steps,
      documents,
      existingAccount,
      form,
      secondFactor: null,
    };
  };

  const accept = async ({ code: given = held() }: Answers<AcceptInvitationInput> = {}): Promise<Change> => {
    const idempotencyKey = keyOf('accept', { given });
    const outcome = await invitations.accept({ code: given, idempotencyKey }, signal);
    if (!outcome.ok) return refusal(outcome.problem);
    if (outcome.value.accepted) return done('ACCEPTED', outcome.value);
    waiting = given;
    allowAfter(outcome.value.next.retryAfterSeconds ?? 0);
    return { ...done('AWAITING_ADDRESS', outcome.value), maySendAgain: false };
  };

  const sendAgain = async (): Promise<Change> => {
    const { problem = null, ...made } = await accept({ code: waiting });
    if (problem?.__typename === 'TooManyAttempts') allowAfter(problem.retryAfterSeconds);
    return { ...made, problem, maySendAgain: false };
  };

  if (code !== null) await once(() => read(code));
  return {
    snapshot,
    subscribe,
    enterCode: given => once(() => read(given)),
    chooseExistingAccount: existingAccount =>
      change({ ...notRefused, existingAccount, form: formOf(existingAccount), secondFactor: null }),
    openAccount: values =>
      once(async () => {
        const input = { ...values, code: values.code ?? held() };
        const idempotencyKey = keyOf('openAccount', input);
        const outcome = await invitations.acceptWithNewAccount({ ...input, idempotencyKey }, signal);
        return outcome.ok ? done('ACCEPTED', outcome.value) : refusal(outcome.problem);
      }),
    signInAndAccept: values =>
      once(async () => {
        const outcome = await accounts.signIn(values, signal);
        if (!outcome.ok) return refusal(outcome.problem);
        const { secondFactor, next } = outcome.value;
        if (secondFactor) return { ...notRefused, secondFactor, next: [next] };
        const accepted = await accept();
        // The person is signed in now, and the form is another one.
        return accepted.ending ? accepted : { ...(await read(held())), ...accepted };
      }),
    accept: values => once(() => accept(values)),
    sendAgain: () => (waiting ? once(sendAgain) : Promise.resolve(snapshot())),
    decline: () =>
      once(async () => {
        const outcome = await invitations.decline({ code: held() }, signal);
        return outcome.ok ? done('DECLINED', outcome.value) : refusal(outcome.problem);
      }),
    reissue: () =>
      once(async () => {
        const idempotencyKey = keyOf('reissue');
        const outcome = await invitations.reissueExpired({ code: held(), idempotencyKey }, signal);
        return outcome.ok ? done('REISSUED', outcome.value) : refusal(outcome.problem);
      }),
    refresh: () => once(() => read(held())),
  };
}
