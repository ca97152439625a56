import type { Accounts } from '../accounts.ts';
import type {
  OwedSecondFactorFragment,
  SignInInput,
  VerifySecondFactorInput,
} from '../generated/operations.ts';
import { passkeysWork, type SecondFactors } from '../second-factors.ts';
import { createActs, idle, type Acting, type Flow } from './acts.ts';
import { noFault, readPasskey, type PasskeyFault } from './passkey-fault.ts';
import { notRefused, refusal, type Refusal } from './refusal.ts';

/** The acts that the flow is made of. */
export type SignInActs = Pick<Accounts, 'signIn'> &
  Pick<SecondFactors, 'verify' | 'verifyByPasskey' | 'signInWithPasskey'>;
type Answer = Awaited<ReturnType<SignInActs[keyof SignInActs]>>;
type Given = Awaited<ReturnType<SecondFactors['verify'] | SecondFactors['signInWithPasskey']>>;

/** Every way in which a step of signing in can be refused. */
export type SignInProblem = Extract<Answer, { readonly ok: false }>['problem'];

/** All that a page draws. */
export interface SignInSnapshot extends Refusal<SignInProblem>, Acting {
  /**
   * `PASSWORD`: draw `signInForm` of the realm. `FACTOR`: the password is right: draw the `forms` of `secondFactor`.
   * `ENROLMENT`, in tools of the office alone: signed in, and staff rights rest until a second factor is added: offer
   * `openEnrolment`, and `goOn`.
   * `DONE`: signed in.
   */
  readonly state: 'PASSWORD' | 'FACTOR' | 'ENROLMENT' | 'DONE';
  /** Whether to offer a button for `usePasskey`: instead of the password, or as the second factor. */
  readonly passkey: boolean;
  readonly passkeyFault: PasskeyFault | null;
  readonly secondFactor: OwedSecondFactorFragment | null;
  /** After too many attempts: none is judged for so long. `next` has what stays open meanwhile. */
  readonly retryAfterSeconds: number | null;
}

/** Signing in, from the identifier to the last factor. Every act gives the fresh snapshot. */
export interface SignInFlow extends Flow<SignInSnapshot> {
  signIn(values: SignInInput): Promise<SignInSnapshot>;
  /** A code of the app, or a recovery code. */
  verify(values: Omit<VerifySecondFactorInput, 'challenge'>): Promise<SignInSnapshot>;
  /** Call it when the person presses a button. */
  usePasskey(): Promise<SignInSnapshot>;
  /** Leaves `ENROLMENT`, whether a factor was added or not. */
  goOn(): SignInSnapshot;
}

export interface OpenSignIn {
  /** What is owed already, by whoever gave the password elsewhere, as in `openInvitation`. */
  readonly secondFactor?: OwedSecondFactorFragment | null;
}

interface Needed {
  readonly accounts: Pick<Accounts, 'signIn'>;
  readonly secondFactors: Pick<SecondFactors, Exclude<keyof SignInActs, 'signIn'>>;
}

/**
 * Leads through signing in: the password, or a passkey in its place, then the second factor where one is owed.
 *
 * @example
 * ```ts
 * const flow = openSignIn(affilia);
 * const { state, problem, next } = await flow.signIn({ identifier, password });
 * ```
 */
export function openSignIn(
  { accounts, secondFactors }: Needed,
  { secondFactor: owed = null }: OpenSignIn = {},
  signal?: AbortSignal,
): SignInFlow {
  const owing = (secondFactor: OwedSecondFactorFragment | null) =>
    ({
      state: secondFactor ? 'FACTOR' : 'PASSWORD',
      secondFactor,
      passkey: passkeysWork() && (secondFactor?.methods.includes('PASSKEY') ?? true),
    }) as const;
  const cleared = { ...notRefused, ...noFault, retryAfterSeconds: null };
  const { snapshot, subscribe, change, once } = createActs<SignInSnapshot>({
    ...cleared,
    ...idle,
    ...owing(owed),
  });

  const shown = (problem: SignInProblem) => ({
    ...refusal(problem),
    ...noFault,
    retryAfterSeconds: problem.__typename === 'TooManyAttempts' ? problem.retryAfterSeconds : null,
  });
  const signedIn = (next: SignInSnapshot['next'][number]) =>
    ({
      ...cleared,
      state: next.kind === 'ENROLL_SECOND_FACTOR' ? 'ENROLMENT' : 'DONE',
      secondFactor: null,
      passkey: false,
      next: [next],
    }) as const;
  const given = (outcome: Given): Partial<SignInSnapshot> => {
    if (outcome.ok) return signedIn(outcome.value.next);
    const { problem } = outcome;
    const refused = shown(problem);
    // To begin again is what the page shows by then.
    return problem.__typename === 'SecondFactorExpired'
      ? { ...refused, next: refused.next.filter(({ kind }) => kind !== 'SIGN_IN'), ...owing(null) }
      : refused;
  };

  return {
    snapshot,
    subscribe,
    signIn: values =>
      once(async () => {
        const outcome = await accounts.signIn(values, signal);
        if (!outcome.ok) return shown(outcome.problem);
        const { secondFactor, next } = outcome.value;
        return secondFactor ? { ...cleared, ...owing(secondFactor) } : signedIn(next);
      }),
    verify: values =>
      once(async () => {
        const challenge = snapshot().secondFactor?.challenge ?? '';
        return given(await secondFactors.verify({ ...values, challenge }, signal));
      }),
    usePasskey: () =>
      once(() =>
        readPasskey(async () => {
          const { secondFactor } = snapshot();
          return given(
            secondFactor
              ? await secondFactors.verifyByPasskey(secondFactor, signal)
              : await secondFactors.signInWithPasskey(signal),
          );
        }),
      ),
    goOn: () => change({ state: 'DONE' }),
  };
}
