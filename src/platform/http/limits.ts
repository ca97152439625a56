/** A budget of attempts: `points` in any `seconds`, counted per `name` and key in the database. */
export interface Budget {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export interface Spent {
  readonly allowed: boolean;
  /** Whole seconds until another attempt is allowed; meaningful when refused. */
  readonly retryAfterSeconds: number;
  /** Takes back this very attempt, for acts that turned out right or were not judged. */
  giveBack(): Promise<void>;
}

/**
 * Counts attempts by our own clock, one atomic statement each, so that parallel attempts cannot slip through.
 * It stands outside the caller's transaction: what counts attempts must survive a refusal.
 */
export interface Limits {
  spend(budget: Budget, key: string): Promise<Spent>;
  /** Whole seconds until another attempt is allowed, without making one; 0 when it is now. */
  wait(budget: Budget, key: string): Promise<number>;
}
