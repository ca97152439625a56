import { accessOf, AHEAD, type Access } from './access.ts';
import type { NextStepFragment } from './generated/operations.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import type { Tokens } from './outcome.ts';
import { pause } from './retry.ts';
import type { SessionStorage } from './session-storage.ts';

/** Why nobody is signed in here any more. */
export interface SignedOut {
  /** `SESSION_ENDED`: the service ended it: too old, revoked, or its token was seen twice. */
  readonly reason: 'SIGNED_OUT' | 'SIGNED_OUT_ELSEWHERE' | 'SESSION_ENDED';
  /** For `SESSION_ENDED`: what to tell the person. */
  readonly message: string | null;
  readonly next: NextStepFragment | null;
}

/** What a page is told of who is signed in, without having asked. */
export interface SessionListeners {
  /** Called once whenever nobody is signed in any more, for whatever reason. A lost network is no reason. */
  readonly onSignedOut?: (event: SignedOut) => void;
  /**
   * Called when a session begins in another tab, where nobody was signed in or in the place of the one that was: it
   * may be somebody else's. From then on this page asks in its name: show what is theirs, most simply by loading again.
   */
  readonly onSignedInElsewhere?: () => void;
}

/** What the service says instead of new tokens. */
export interface Ending {
  readonly message: string;
  readonly next?: NextStepFragment;
}

/** Longer than a message takes from one tab to another, in milliseconds. */
const HANDED_ROUND = 200;

export type Exchange = (refreshToken: string) => Promise<Tokens | Ending>;

/** Who is signed in here. The access token stays in memory, the refresh token in the storage. */
export interface Session {
  /** The token to send, refreshed when due; null when nobody is signed in. `refused` is one that the service would not take. */
  token(refused?: string): Promise<string | null>;
  /** Whether a session is kept here. The service may have ended it without our knowing. */
  isKept(): Promise<boolean>;
  /** By what the service knows this browser; it survives signing out. */
  deviceToken(): Promise<string | null>;
  /** Keeps what the service knows this browser by from now on, beside whatever session there is. */
  keepDevice(deviceToken: string): Promise<void>;
  start(tokens: Tokens): Promise<void>;
  /** Forgets the session and gives its refresh token, so that the service can be told. */
  leave(): Promise<string | null>;
  dispose(): void;
}

interface Kept {
  /** Our own name for the session: the same through its refreshes, another after the next sign-in. */
  readonly name: string;
  readonly refreshToken: string;
}

function parse(text: string | null): Kept | null {
  const [name, refreshToken] = text?.split(' ') ?? [];
  return name && refreshToken ? { name, refreshToken } : null;
}

export function createSession(
  storage: SessionStorage,
  exchange: Exchange,
  { onSignedOut, onSignedInElsewhere }: SessionListeners,
): Session {
  let access: Access | null = null;
  let refreshing: Promise<Access | null> | null = null;
  /** The session that this page stands for, whether it has a token of it or not. */
  let current: string | undefined;
  const kept = async () => parse(await storage.read());
  const deviceToken = async () => (await storage.read())?.split(' ')[2] || null;
  const write = (name: string, refreshToken: string, device: string | null) =>
    storage.write(`${name} ${refreshToken} ${device ?? ''}`);
  const keep = async (name: string, tokens: Tokens) =>
    write(name, tokens.refreshToken, tokens.deviceToken ?? (await deviceToken()));
  const forget = async () => {
    current = undefined;
    const device = await deviceToken();
    await storage.write(device && `  ${device}`);
  };

  const end = (reason: SignedOut['reason'], { message, next }: Partial<Ending> = {}) => {
    access = null;
    onSignedOut?.({ reason, message: message ?? null, next: next ?? null });
  };

  const stop = storage.subscribe?.(text => {
    const name = parse(text)?.name;
    // Refreshed, or known by another device token: the same person in the same session.
    if (name === current) return;
    current = name;
    access = null;
    if (name) onSignedInElsewhere?.();
    else end('SIGNED_OUT_ELSEWHERE');
  });
  // A storage that cannot be read is found out by whoever asks.
  void kept().then(
    now => (current ??= now?.name),
    () => undefined,
  );

  // An access token is kept nowhere: whoever got one hands it round, and one refresh serves all tabs.
  const others = storage.join?.(([name, accessToken]) => {
    void kept().then(now => {
      if (now?.name === name) access = accessOf({ accessToken }, name);
    });
  });

  async function refresh(refused: string | undefined, asked: string | undefined): Promise<Access | null> {
    for (;;) {
      const before = await kept();
      if (!before) return (access = null);
      if (access?.session === before.name && access.token !== refused && access.lasts(AHEAD)) return access;
      // Another tab refreshed while this one waited for its turn: what it got is on its way here.
      if (asked && asked !== before.refreshToken) {
        asked = '';
        await pause(HANDED_ROUND);
        continue;
      }

      const answer = await exchange(before.refreshToken);
      const after = await kept();
      // Somebody signed in or out meanwhile: the answer is about a session of the past.
      if (after?.name !== before.name) continue;

      const superseded = after.refreshToken !== before.refreshToken;
      if ('accessToken' in answer) {
        if (!superseded) await keep(before.name, answer);
        others?.postMessage([before.name, answer.accessToken]);
        return (access = accessOf(answer, before.name));
      }
      // Another tab was quicker: its token may be good where ours was too late.
      if (superseded) continue;
      await forget();
      end('SESSION_ENDED', answer);
      return null;
    }
  }

  async function renew(refused: string | undefined): Promise<Access | null> {
    try {
      const asked = (await kept())?.refreshToken;
      const work = () => refresh(refused, asked);
      return await (storage.exclusively ? storage.exclusively(work) : work());
    } catch (error) {
      // A refresh ahead of time that fails in passing costs nobody their session, nor this request.
      if (access?.lasts() && access.token !== refused) return access;
      throw error;
    }
  }

  return {
    async token(refused) {
      if (access?.lasts(AHEAD) && access.token !== refused) return access.token;
      refreshing ??= renew(refused).finally(() => {
        refreshing = null;
      });
      return (await refreshing)?.token ?? null;
    },
    isKept: async () => (await kept()) !== null,
    deviceToken,
    async keepDevice(device) {
      const { name = '', refreshToken = '' } = (await kept()) ?? {};
      await write(name, refreshToken, device);
    },
    async start(tokens) {
      const name = (current = newIdempotencyKey());
      access = accessOf(tokens, name);
      await keep(name, tokens);
    },
    async leave() {
      const before = await kept();
      await forget();
      if (before) end('SIGNED_OUT');
      return before?.refreshToken ?? null;
    },
    dispose() {
      stop?.();
      others?.close();
      access = null;
    },
  };
}
