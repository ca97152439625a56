import type { Core, Module } from '../core.ts';
import { createAffilia, type Affilia, type AffiliaOptions } from '../create-affilia.ts';
import type { Tokens } from '../outcome.ts';
import { memoryStorage } from '../session-storage.ts';
import { createSeal } from './seal.ts';

export interface ServerSessionOptions<Used extends Readonly<Record<string, Module<object>>>> extends Omit<
  AffiliaOptions<Used>,
  'storage'
> {
  /** The `Cookie` header of the request; null when it has none. */
  readonly cookies: string | null | undefined;
  /** 32 random bytes in base64, kept as safe as a password. Of several, the first seals and all open. */
  readonly cookieKey: string | readonly string[];
  /** The cookie is called `__Host-` and this. */
  readonly cookieName?: string;
  /**
   * How long the browser keeps it, 90 days unless told otherwise. How long the session lives is the service's word: 12
   * hours at most by a secret key, unless the realm says otherwise.
   */
  readonly maxAgeSeconds?: number;
}

/** One request of one person. */
export interface ServerSession<Used extends Readonly<Record<string, Module<object>>>> {
  readonly affilia: Affilia<Used>;
  /** Keeps tokens that another library got from the realm's sign-in. */
  adopt(tokens: Pick<Tokens, 'accessToken' | 'refreshToken'>): Promise<void>;
  /** What to send as `Set-Cookie` with the answer, after all calls; often nothing. */
  setCookies(): Promise<readonly string[]>;
}

const DAYS_90 = 7_776_000;

/**
 * Opens the session of the person whose browser sent a request. The tokens are sealed in a cookie that no script
 * reads; nothing is kept on the server.
 *
 * @example
 * ```ts
 * const session = await openServerSession({
 *   endpoint: 'https://api.example.org/graphql',
 *   clientKey: 'affilia_sk_live_…',
 *   visitorAddress: '192.0.2.7',
 *   locale: 'fr-CA',
 *   cookieKey: 'l6Qn…',
 *   cookies: null,
 *   use: { accounts },
 * });
 * const viewer = await session.affilia.accounts.viewer();
 * const headers = (await session.setCookies()).map(cookie => ['set-cookie', cookie]);
 * ```
 */
export async function openServerSession<Used extends Readonly<Record<string, Module<object>>>>(
  options: ServerSessionOptions<Used>,
): Promise<ServerSession<Used>> {
  const { cookies, cookieKey, maxAgeSeconds = DAYS_90 } = options;
  const name = `__Host-${options.cookieName ?? 'affilia'}`;
  const keys = typeof cookieKey === 'string' ? [cookieKey] : cookieKey;
  // A cookie of another service or client, sealed by the same key, is nobody's here.
  const seal = await createSeal(keys, `${name} ${options.endpoint} ${options.clientKey}`);
  const sent = readCookie(cookies ?? '', name);
  const opened = sent === null ? null : await seal.open(sent);
  const [text = '', accessToken = ''] = opened?.split('\n') ?? [];

  const storage = memoryStorage();
  await storage.write(text || null);
  let core = null as Core | null;
  const affilia = createAffilia({
    ...options,
    storage,
    use: {
      ...options.use,
      // The only way to the session, which is nobody's business beyond the SDK.
      [CORE]: (own: Core) => {
        core = own;
        return {};
      },
    },
  }) as unknown as Affilia<Used>;
  const { session } = core as unknown as Core;

  const [, refreshToken, deviceToken] = text.split(' ');
  // Without it every request would be a refresh. One that has aged is refused by the service, and then refreshed.
  if (accessToken && refreshToken)
    await session.start({ accessToken, refreshToken, deviceToken: deviceToken || null });
  const before = await storage.read();

  return {
    affilia,
    adopt: tokens => session.start(tokens),
    async setCookies() {
      const after = await storage.read();
      if (after === before && (sent === null) === (opened === null)) return [];
      const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
      if (after === null) return [`${name}=; ${attributes}; Max-Age=0`];
      const token = (await session.isKept()) ? await session.token() : null;
      // Getting the token may have ended the session.
      const kept = [(await storage.read()) ?? '', token ?? ''].join('\n');
      return [`${name}=${await seal.seal(kept)}; ${attributes}; Max-Age=${maxAgeSeconds}`];
    },
  };
}

const CORE = 'affilia core';

function readCookie(header: string, name: string): string | null {
  const pairs = header.split(';').map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) || null;
}
