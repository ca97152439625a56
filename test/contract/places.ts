type Step = string | number;

/** Whether there is something in that place. */
export function has(value: unknown, [step, ...rest]: readonly Step[]): boolean {
  if (step === undefined) return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    step in value &&
    has((value as Record<Step, unknown>)[step], rest)
  );
}

/** A copy of the value with something else in one place; `undefined` leaves the place out. */
export function put<T>(value: T, [step, ...rest]: readonly Step[], wrong: unknown): T {
  if (step === undefined) return wrong as T;
  const known = value ?? (typeof step === 'number' ? [] : {});
  const copy = (Array.isArray(known) ? [...(known as unknown[])] : { ...known }) as Record<Step, unknown>;
  copy[step] = put(copy[step], rest, wrong);
  return copy as T;
}
