import type { Outcome, ResultMember } from '../outcome.ts';
import type { Acting, Acts } from './acts.ts';
import { notRefused, refusal, type Refusal } from './refusal.ts';
import { createResend, type Resending } from './resend.ts';

/** What a page shows of a form whose answer is a mail. */
export interface Mailed extends Resending {
  /** What to expect, the same whoever was asked for. Show it once `ASKED`. */
  readonly message: string | null;
}

export const notMailed = { message: null, maySendAgain: false } as const;

export interface MailActs<Input, Snapshot> {
  ask(values: Input): Promise<Snapshot>;
  /** The same once more: mail can be slow, or lost. */
  sendAgain(): Promise<Snapshot>;
}

interface Sent {
  readonly message: string;
  readonly next: Refusal<never>['next'][number];
}

type Ask<Input> = (
  input: Input & { readonly idempotencyKey: string },
) => Promise<Outcome<Sent, ResultMember>>;

export function askForMail<Input extends object, Snapshot extends Acting & Mailed>(
  { snapshot, change, once, keyOf }: Acts<Snapshot>,
  ask: Ask<Input>,
): MailActs<Input, Snapshot> {
  let asked: Input | null = null;
  const allowAfter = createResend(part => change(part as Partial<Snapshot>));

  const made = (outcome: Outcome<Sent, ResultMember>): object => {
    if (!outcome.ok) {
      const { retryAfterSeconds } = outcome.problem as { retryAfterSeconds?: number };
      if (asked && retryAfterSeconds !== undefined) allowAfter(retryAfterSeconds);
      return { ...refusal(outcome.problem), maySendAgain: false };
    }
    const { message, next } = outcome.value;
    allowAfter(next.retryAfterSeconds ?? 0);
    return { ...notRefused, state: 'ASKED', message, maySendAgain: false, next: [next] };
  };

  const send = (input: Input): Promise<Snapshot> =>
    once(async () => {
      const outcome = await ask({ ...input, idempotencyKey: keyOf('ask', input) });
      if (outcome.ok) asked = input;
      return made(outcome);
    });

  return {
    ask: send,
    sendAgain: () => (asked ? send(asked) : Promise.resolve(snapshot())),
  };
}
