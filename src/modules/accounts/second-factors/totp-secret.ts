import type { Context } from '../../../platform/context.ts';

const label = (id: string): string => `totp:${id}`;

/** The service must know the secret to judge its codes, so it is sealed rather than digested. */
export const sealTotpSecret = ({ vault }: Pick<Context, 'vault'>, id: string, secret: string): Buffer =>
  vault.seal(secret, label(id));

export const openTotpSecret = (
  { vault }: Pick<Context, 'vault'>,
  { id, sealedSecret }: { readonly id: string; readonly sealedSecret: Buffer },
): string => vault.open(sealedSecret, label(id));
