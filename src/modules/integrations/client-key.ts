import type { Random } from '../../kernel/random.ts';
import type { CallingClient, RealmMode } from '../../platform/context.ts';

/** A key taken apart, as far as it says something by itself. */
export interface ClientKey {
  readonly kind: CallingClient['kind'];
  readonly mode: RealmMode;
}

/** The prefix tells a scanner, a log filter and a person what they found. */
const KEY = /^affilia_(pk|sk)_(test|live)_[A-Za-z0-9_-]{32,64}$/;
const RANDOM_BYTES = 32;

export function readClientKey(text: string): ClientKey | null {
  const [, kind, mode] = KEY.exec(text) ?? [];
  if (kind === undefined) return null;
  return { kind: kind === 'pk' ? 'PUBLISHABLE' : 'SECRET', mode: mode === 'live' ? 'LIVE' : 'TEST' };
}

export function newClientKey({ kind, mode }: ClientKey, random: Random): string {
  const chance = Buffer.from(random(RANDOM_BYTES)).toString('base64url');
  return `affilia_${kind === 'PUBLISHABLE' ? 'pk' : 'sk'}_${mode === 'LIVE' ? 'live' : 'test'}_${chance}`;
}
