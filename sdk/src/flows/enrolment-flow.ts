import type {
  ConfirmTotpInput,
  EnrollTotpMutation,
  FormFragment,
  RegisterPasskeyInput,
} from '../generated/operations.ts';
import type { ValueOf } from '../outcome.ts';
import { passkeysWork, type SecondFactors } from '../second-factors.ts';
import { createActs, idle, type Acting, type Flow } from './acts.ts';
import { noFault, readPasskey, type PasskeyFault } from './passkey-fault.ts';
import { notRefused, refusal, type Refusal } from './refusal.ts';

/** The acts that the flow is made of. */
export type EnrolmentActs = Pick<
  SecondFactors,
  'enrollTotp' | 'confirmTotp' | 'beginPasskeyRegistration' | 'registerPasskey'
>;
type Answer = Awaited<ReturnType<EnrolmentActs[keyof EnrolmentActs]>>;

/** Every way in which adding a second factor can be refused. */
export type EnrolmentProblem = Extract<Answer, { readonly ok: false }>['problem'];

/** All that a page draws. */
export interface EnrolmentSnapshot extends Refusal<EnrolmentProblem>, Acting {
  /**
   * `CHOICE`: offer `addApp`, and `addPasskey` where `passkey`. `APP`: show `app` and draw `form`. `PASSKEY`: draw
   * `form`. `RECOVERY_CODES`: show them, this once, and offer `goOn`. `DONE`: the factor is added.
   */
  readonly state: 'CHOICE' | 'APP' | 'PASSKEY' | 'RECOVERY_CODES' | 'DONE';
  /** Whether this browser can make passkeys. */
  readonly passkey: boolean;
  readonly passkeyFault: PasskeyFault | null;
  /** The picture to scan, and the same to open or to type. */
  readonly app: Pick<ValueOf<EnrollTotpMutation['result']>, 'secret' | 'uri' | 'qrCode'> | null;
  readonly form: FormFragment | null;
  readonly recoveryCodes: readonly string[];
}

/** Adding an authenticator app or a passkey, by whoever is signed in. Every act gives the fresh snapshot. */
export interface EnrolmentFlow extends Flow<EnrolmentSnapshot> {
  addApp(): Promise<EnrolmentSnapshot>;
  addPasskey(): Promise<EnrolmentSnapshot>;
  confirmApp(values: Omit<ConfirmTotpInput, 'idempotencyKey'>): Promise<EnrolmentSnapshot>;
  /** Call it when the person presses a button: the browser asks where to keep the passkey. */
  confirmPasskey(
    values: Omit<RegisterPasskeyInput, 'idempotencyKey' | 'passkey'>,
  ): Promise<EnrolmentSnapshot>;
  /** Back to the choice. */
  cancel(): EnrolmentSnapshot;
  /** The recovery codes are kept. */
  goOn(): EnrolmentSnapshot;
}

/**
 * Leads through adding a second factor.
 *
 * @example
 * ```ts
 * const flow = openEnrolment(affilia);
 * const { app, form, problem } = await flow.addApp();
 * ```
 */
export function openEnrolment(
  { secondFactors }: { readonly secondFactors: EnrolmentActs },
  signal?: AbortSignal,
): EnrolmentFlow {
  const start = {
    ...notRefused,
    ...noFault,
    state: 'CHOICE',
    passkey: passkeysWork(),
    app: null,
    form: null,
    recoveryCodes: [],
  } as const;
  const { snapshot, subscribe, change, once, keyOf } = createActs<EnrolmentSnapshot>({ ...start, ...idle });
  let options = '';

  const shown = (problem: EnrolmentProblem): Partial<EnrolmentSnapshot> => ({
    ...refusal(problem),
    ...noFault,
    // What was begun is of no use any more.
    ...(problem.__typename !== 'InvalidInput' &&
      problem.__typename !== 'SecondFactorRefused' && { state: 'CHOICE' as const, app: null, form: null }),
  });
  const added = (codes: readonly string[] | null): Partial<EnrolmentSnapshot> => ({
    ...start,
    state: codes ? 'RECOVERY_CODES' : 'DONE',
    recoveryCodes: codes ?? [],
  });

  return {
    snapshot,
    subscribe,
    addApp: () =>
      once(async () => {
        const outcome = await secondFactors.enrollTotp({ idempotencyKey: keyOf('addApp') }, signal);
        if (!outcome.ok) return shown(outcome.problem);
        const { form, ...app } = outcome.value;
        return { ...start, state: 'APP', app, form };
      }),
    addPasskey: () =>
      once(async () => {
        const idempotencyKey = keyOf('addPasskey');
        const outcome = await secondFactors.beginPasskeyRegistration({ idempotencyKey }, signal);
        if (!outcome.ok) return shown(outcome.problem);
        ({ options } = outcome.value);
        return { ...start, state: 'PASSKEY', form: outcome.value.form };
      }),
    confirmApp: values =>
      once(async () => {
        const idempotencyKey = keyOf('confirmApp', values);
        const outcome = await secondFactors.confirmTotp({ ...values, idempotencyKey }, signal);
        return outcome.ok ? added(outcome.value.recoveryCodes) : shown(outcome.problem);
      }),
    confirmPasskey: values =>
      once(() =>
        readPasskey(async () => {
          const outcome = await secondFactors.registerPasskey({ options }, values, signal);
          return outcome.ok ? added(outcome.value.recoveryCodes) : shown(outcome.problem);
        }),
      ),
    cancel: () => change(start),
    goOn: () => change({ state: 'DONE', recoveryCodes: [] }),
  };
}
