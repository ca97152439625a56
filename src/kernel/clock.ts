/** Time as the product sees it. What depends on the hour asks a clock, so that a test can move it. */
export interface Clock {
  now(): Date;
}

/** As JSON Web Tokens write instants. */
export const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1_000);

/** The machine's clock: the one place of the house that reads it. */
export const systemClock: Clock = { now: () => new Date() };

/** The same clock, stopped: for a change of several steps that happens at one instant. */
export function stopped(clock: Clock): Clock {
  const instant = clock.now();
  return { now: () => new Date(instant) };
}
