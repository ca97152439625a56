import type { Parts } from '../../../platform/context.ts';

/** What somebody typed who cannot sign in. */
export interface RecoveryAsked {
  readonly identifier: string;
  /** Null where no name was given; both stand together. */
  readonly names: { readonly givenName: string; readonly familyName: string } | null;
}

const label = (requestId: string): string => `recovery:${requestId}`;

export const sealAsked = (
  { vault }: Pick<Parts, 'vault'>,
  requestId: string,
  { identifier, names }: RecoveryAsked,
): Buffer => vault.seal(JSON.stringify({ identifier, names }), label(requestId));

export const openAsked = (
  { vault }: Pick<Parts, 'vault'>,
  requestId: string,
  sealed: Buffer,
): RecoveryAsked => JSON.parse(vault.open(sealed, label(requestId))) as RecoveryAsked;
