/** argon2id with a bounded queue, so that a storm of sign-ins waits in line instead of exhausting the machine. */
export interface Passwords {
  hash(plain: string): Promise<string>;
  /** Spends the same work when `hash` is null, so that time tells nothing about whether an account exists. */
  verify(hash: string | null, plain: string): Promise<boolean>;
}
