import { GraphQLError } from 'graphql';

/** The closed set of codes of thrown errors. What a person can understand and act on is a `Problem` instead. */
export const FAULT_STATUS = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  SERVICE_BUSY: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type FaultCode = keyof typeof FAULT_STATUS;

export interface FaultFacts {
  /** Chooses a more precise sentence: the wording key is `Fault.<CODE>.<REASON>`. */
  readonly reason?: string;
  /** For the sentence. Limits, names of our own schema and positions; never what the caller sent. */
  readonly values?: Record<string, string | number>;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

/** An error for programs and operators. Its sentence is worded when it is answered, in the language of the request. */
export abstract class Fault extends GraphQLError {
  readonly wordingKey: string;
  readonly values: Record<string, string | number>;
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: FaultCode,
    facts: FaultFacts = {},
  ) {
    super(code, { extensions: { code } });
    this.wordingKey = facts.reason === undefined ? `Fault.${code}` : `Fault.${code}.${facts.reason}`;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.values = {
      ...facts.values,
      ...(facts.retryAfterSeconds !== undefined && { seconds: facts.retryAfterSeconds }),
    };
    this.status = facts.status ?? FAULT_STATUS[code];
  }
}

/** The request, its document or its headers cannot be used. */
export class BadRequest extends Fault {
  constructor(reason?: string, values?: FaultFacts['values'], status?: number) {
    super('BAD_REQUEST', factsOf({ reason, values, status }));
  }
}

/** Nobody is named, or whoever is named is not known (any more). */
export class Unauthenticated extends Fault {
  constructor(reason?: 'CLIENT_MISSING' | 'CLIENT_UNKNOWN' | 'TOKEN') {
    super('UNAUTHENTICATED', factsOf({ reason }));
  }
}

/** Known, but not allowed through this client or from this page. */
export class Forbidden extends Fault {
  constructor(reason?: 'ORIGIN' | 'SECRET_IN_BROWSER' | 'DIRECT_CLIENT' | 'STAFF' | 'TEST_CLIENT' | 'SCOPE') {
    super('FORBIDDEN', factsOf({ reason }));
  }
}

/** A program sent a value of the wrong type or out of range; what people type is answered with `InvalidInput`. */
export class BadUserInput extends Fault {
  constructor(reason?: string, values?: FaultFacts['values']) {
    super('BAD_USER_INPUT', factsOf({ reason, values }));
  }
}

export class RateLimited extends Fault {
  constructor(retryAfterSeconds: number) {
    super('RATE_LIMITED', { retryAfterSeconds });
  }
}

/** The house is there but cannot take the work now; trying again is safe. */
export class ServiceBusy extends Fault {
  constructor(retryAfterSeconds = 2) {
    super('SERVICE_BUSY', { retryAfterSeconds });
  }
}

/** Our own mistake: nothing about it is told except the id of the request. */
export class InternalFault extends Fault {
  constructor() {
    super('INTERNAL_SERVER_ERROR');
  }
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

const factsOf = (facts: Loose<FaultFacts>): FaultFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
