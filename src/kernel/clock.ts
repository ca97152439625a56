/** Time as the product sees it. What depends on the hour asks a clock, so that a test can move it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock: the one place of the house that reads it. */
export const systemClock: Clock = { now: () => new Date() };
