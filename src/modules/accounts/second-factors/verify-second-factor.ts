import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { accountIsOpen } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { judgeGuess } from '../guesses.ts';
import type { Session } from '../session.type.ts';
import { knownBrowser } from '../sessions/known-browsers.ts';
import { startSession } from '../start-session.ts';
import { waysToSignIn } from '../ways-on.ts';
import { endPendingSignIn, pendingAccount } from './pending-sign-in.ts';
import { judgeProof, type Proof, type Prove } from './prove-factor.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { recoveryCodeUsed } from './second-factor.mails.ts';
import { SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';
import { tellFactorNews } from './tell-factor-news.ts';

export interface VerifySecondFactor {
  readonly challenge: string;
  readonly code: string | undefined;
  readonly recoveryCode: string | undefined;
  readonly passkey: string | undefined;
  /** By which the browser is known, if it says so. */
  readonly deviceToken?: string | null;
}

export interface FactorVerified {
  readonly accountId: AccountId;
  readonly session: Session;
  readonly factorAt: Date;
}

/** What a factor was owed for: done in the transaction in which its proof is used up. */
export interface OwedAct<T> {
  /** Holds the account before anything is looked at; false when it may not be signed in to. */
  readonly hold: (tx: Tx, accountId: AccountId) => Promise<boolean>;
  readonly work: (tx: Tx, accountId: AccountId) => Promise<T>;
}

/** Ends a sign-in that owes a second factor. */
export function verifySecondFactor(context: Context, typed: VerifySecondFactor): Promise<FactorVerified> {
  return proveOwedFactor(context, typed, {
    hold: accountIsOpen,
    async work(tx, accountId) {
      const factorAt = context.clock.now();
      const { associationId } = clientOf(context);
      const start = { associationId, factorAt, deviceToken: typed.deviceToken ?? null };
      const session = await startSession(context, tx, { id: accountId }, start);
      return { accountId, session, factorAt };
    },
  });
}

/**
 * Judges what somebody shows who owes a second factor, and does what it was owed for. Codes are guesses like passwords
 * and counted with them; a signature cannot be guessed, so that passkeys work while an account is throttled.
 */
export async function proveOwedFactor<T>(
  context: Context,
  { challenge, deviceToken = null, ...typed }: VerifySecondFactor,
  act: OwedAct<T>,
): Promise<T> {
  const proof = readProof(context, typed);
  const accountId = await pendingAccount(context, challenge);
  if (accountId === null) return refuseExpired();
  const prove = await judgeProof(context, accountId, proof, challenge);

  const done: { with: { readonly value: T } | null } = { with: null };
  const judge = async (): Promise<boolean> => {
    const recovering = proof.kind === 'recoveryCode';
    done.with = await context.db.transaction(tx =>
      finish(context, tx, { accountId, challenge, prove, recovering }, act),
    );
    return done.with !== null;
  };
  if (proof.kind === 'passkey') await judge();
  else {
    const browser = await knownBrowser(context, accountId, deviceToken);
    const guess = { key: accountId, browser, waysOn: () => waysToSignIn(context) };
    await judgeGuess(context, guess, judge);
  }
  return done.with ? done.with.value : refuse(new SecondFactorRefused(proof.kind, waysToSignIn));
}

interface Finish {
  readonly accountId: AccountId;
  readonly challenge: string;
  readonly prove: Prove;
  readonly recovering: boolean;
}

/** Null when the proof is not good; then nothing was used up, and the person may try again. */
async function finish<T>(
  context: Context,
  tx: Tx,
  { accountId, challenge, prove, recovering }: Finish,
  { hold, work }: OwedAct<T>,
): Promise<{ readonly value: T } | null> {
  if (!(await hold(tx, accountId))) return refuseExpired();
  if (!(await prove(tx))) return null;
  if (!(await endPendingSignIn(context, tx, challenge))) return refuseExpired();
  if (recovering) await noteRecovery(context, tx, accountId);
  return { value: await work(tx, accountId) };
}

async function noteRecovery(context: Context, tx: Tx, accountId: AccountId): Promise<void> {
  const left = await recoveryCodesLeft(tx, accountId);
  await recordAudit(context, tx, {
    act: 'useRecoveryCode',
    subjectKind: 'Account',
    subjectId: accountId,
    associationId: clientOf(context).associationId,
    after: { left },
  });
  await tellFactorNews(context, tx, accountId, recoveryCodeUsed, { left });
}

function readProof(
  { wording }: Context,
  { code, recoveryCode, passkey }: Omit<VerifySecondFactor, 'challenge' | 'deviceToken'>,
): Proof {
  const proofs: Proof[] = [
    ...(code === undefined ? [] : [{ kind: 'code', code } as const]),
    ...(recoveryCode === undefined ? [] : [{ kind: 'recoveryCode', recoveryCode } as const]),
    ...(passkey === undefined ? [] : [{ kind: 'passkey', passkey } as const]),
  ];
  const [proof] = proofs;
  const issues = new InputIssues(wording);
  if (!proof) issues.add('code', InputIssueCode.REQUIRED);
  if (proofs.length > 1) issues.add('code', InputIssueCode.NOT_ALLOWED);
  issues.refuseIfAny();
  return proof as Proof;
}

const refuseExpired = (): never => refuse(new SecondFactorExpired(NextStepKind.SIGN_IN, waysToSignIn));
