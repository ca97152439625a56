/**
 * What a program must deal with. `NETWORK`: the service was not reached or broke off. `ABORTED`: the caller's signal.
 * `BAD_RESPONSE`: whoever answered does not speak this API. The others are said by the service; more may come.
 */
export type AffiliaErrorCode =
  | 'NETWORK'
  | 'ABORTED'
  | 'BAD_RESPONSE'
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'SERVICE_BUSY'
  | 'INTERNAL_SERVER_ERROR'
  | (string & {});

export interface AffiliaErrorDetails {
  /** Quote it when you ask for help: the service's logs know it. */
  readonly requestId?: string | null;
  /** For `RATE_LIMITED` and `SERVICE_BUSY`, when the service says it. */
  readonly retryAfterSeconds?: number | null;
  readonly cause?: unknown;
}

/**
 * The only thing that the SDK throws: something that the person in front of the page cannot put right by answering
 * differently. What they can put right is a problem in an `Outcome`.
 *
 * @example
 * ```ts
 * try {
 *   await affilia.accounts.viewer();
 * } catch (error) {
 *   if (error instanceof AffiliaError && error.code === 'NETWORK') sayOffline();
 *   else throw error;
 * }
 * ```
 */
export class AffiliaError extends Error {
  readonly code: AffiliaErrorCode;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: AffiliaErrorCode, message: string, details: AffiliaErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'AffiliaError';
    this.code = code;
    this.requestId = details.requestId ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}
