/** A budget of attempts: `points` in a window of `seconds`, counted per `name` and key in the database. */
export interface Budget {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export interface Spent {
  readonly allowed: boolean;
  /** Whole seconds until the window ends; meaningful when refused. */
  readonly retryAfterSeconds: number;
}

/**
 * Counts attempts by our own clock, one atomic statement each, so that parallel attempts cannot slip through.
 * It stands outside the caller's transaction: what counts attempts must survive a refusal.
 */
export interface Limits {
  spend(budget: Budget, key: string): Promise<Spent>;
  /** Gives an attempt back, for acts that turned out right. */
  refund(budget: Budget, key: string): Promise<void>;
}
