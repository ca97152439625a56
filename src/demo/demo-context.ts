import type { Actor, CallingClient, Context, Parts } from '../platform/context.ts';
import { openLoaders } from '../platform/database/loader.ts';

/** The house does some of its own demonstration through the acts that people use, and they ask who is calling. */
export function demoContext(
  parts: Parts,
  caller: { readonly client: CallingClient | null; readonly actor: Actor | null } = {
    client: null,
    actor: null,
  },
): Context {
  const context: Context = {
    ...parts,
    ...caller,
    visitor: { address: '127.0.0.1', userAgent: null, origin: null },
    locale: 'fr-CA',
    wording: parts.wordings.in('fr-CA'),
    requestId: 'demo',
    load: openLoaders(() => context),
  };
  return context;
}
