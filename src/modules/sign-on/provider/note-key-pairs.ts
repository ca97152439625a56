import { decodeProtectedHeader } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { KeyUses } from '../../integrations/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { factsOf } from './sign-on-client.ts';

const PROVING: readonly string[] = [ADDRESSES.token, ADDRESSES.revocation, ADDRESSES.introspection];

/** Notes which key pair a tool proves itself by: before an old one is taken away, staff look whether it rests. */
export const noteKeyPairs =
  (keyUses: KeyUses) =>
  async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    await next();
    if (ctx.method !== 'POST' || !PROVING.includes(ctx.path) || ctx.status !== 200) return;
    const { client, params } = ctx.oidc;
    const proof = params?.['client_assertion'];
    if (client && typeof proof === 'string')
      keyUses.noteClient(factsOf(client).id, decodeProtectedHeader(proof).kid ?? null);
  };
