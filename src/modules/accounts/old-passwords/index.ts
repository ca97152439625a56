/**
 * Passwords that accounts bring from another system; a room of accounts.
 *
 * Responsible for: which foreign hashes are known and how each is judged, taking one over, whether an association
 * still accepts it, and replacing it by our own once its password was typed.
 * Not responsible for: our own hashes and the queue in which all are judged (platform/secrets).
 */
export { importPassword, type ImportedPassword, type PasswordImport } from './import-password.ts';
export { acceptedHash, demandsReset } from './old-password-policy.ts';
export { isKnownHash, oldSchemes } from './old-schemes.ts';
export { renewOldPassword } from './renew-old-password.ts';
