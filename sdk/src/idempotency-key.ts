/** Whoever sends the same intent twice sends the same key, and it happens once. */
export const newIdempotencyKey = (): string =>
  // Not `randomUUID`: browsers have it on secure origins only.
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** The input with a key of its own, unless the caller brought one. */
export const withKey = <Input extends Keyed>(input: Input): Input => ({
  ...input,
  idempotencyKey: input.idempotencyKey ?? newIdempotencyKey(),
});
