/** How another system kept passwords: accounts bring their hashes along. */
export interface OldScheme {
  /** Whether the text is one of its hashes, at a cost that we are ready to spend. */
  readonly knows: (stored: string) => boolean;
  /** Judges a hash that it knows. */
  readonly verify: (stored: string, password: string) => Promise<boolean>;
}

/** argon2id with a bounded queue, so that a storm of sign-ins waits in line instead of exhausting the machine. */
export interface Passwords {
  hash(plain: string): Promise<string>;
  /**
   * Judges our own hashes and those of old schemes. Spends the same work when `hash` is null, and a refusal takes as
   * long whatever the scheme, so that time tells nothing about whether an account exists or where it comes from.
   */
  verify(hash: string | null, plain: string): Promise<boolean>;
}
