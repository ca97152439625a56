/** Secrets that are mailed, kept as digests, and work once: issue, look at, use up. */
export { claimSecret } from './claim-secret.ts';
export { issueSecret, type IssuedSecret, type SecretOrder } from './issue-secret.ts';
export { issueSecrets, type SecretsOrder } from './issue-secrets.ts';
export { renewSecret } from './renew-secret.ts';
export { readSecret } from './read-secret.ts';
export type { SecretState } from './secret-state.ts';
