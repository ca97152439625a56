/**
 * Seals what must be readable again but never lie in the database in clear (a mail's code until hand-over, a
 * signing key). AES-256-GCM under the configured key; `label` binds the box to its place.
 */
export interface Vault {
  seal(plain: string, label: string): Buffer;
  open(box: Buffer, label: string): string;
  /** A keyed one-way digest (HMAC-SHA-256), for deriving one secret from another. */
  derive(plain: string, label: string): Buffer;
}
