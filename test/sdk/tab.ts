import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import type * as sdkModule from '@affilia/sdk';
import type { accounts } from '@affilia/sdk/accounts';
import type * as flowsModule from '@affilia/sdk/flows';
import type { invitations } from '@affilia/sdk/invitations';

type Sdk = typeof sdkModule &
  typeof flowsModule & { accounts: typeof accounts; invitations: typeof invitations };

interface StorageEvent {
  readonly storageArea: unknown;
  readonly key: string | null;
}

type Heard = (event: StorageEvent) => void;

/** What one browser keeps for one origin, whichever tab looks. */
export class Browser {
  readonly #items = new Map<string, string>();
  readonly #tabs: { readonly area: unknown; readonly listeners: Set<Heard> }[] = [];
  #lock: Promise<unknown> = Promise.resolve();
  readonly #locks: boolean;
  readonly #blocked: boolean;

  constructor({ locks = true, blocked = false } = {}) {
    this.#locks = locks;
    this.#blocked = blocked;
  }

  get kept(): readonly string[] {
    return [...this.#items.values()];
  }

  clear(): void {
    this.#items.clear();
    this.#tell(null, null);
  }

  /** A page that loads the built SDK with a script tag. */
  openTab(address = 'https://site.test/invitation'): Tab {
    const area = {
      getItem: (key: string) => this.#items.get(key) ?? null,
      setItem: (key: string, value: string) => {
        this.#items.set(key, value);
        this.#tell(area, key);
      },
      removeItem: (key: string) => {
        this.#items.delete(key);
        this.#tell(area, key);
      },
    };
    const listeners = new Set<Heard>();
    this.#tabs.push({ area, listeners });

    const history = { state: { kept: true }, replaced: [] as string[] };
    const blocked = this.#blocked;
    const window = {
      get localStorage() {
        if (blocked) throw new Error('SecurityError');
        return area;
      },
      location: new URL(address),
      history: {
        state: history.state,
        replaceState(_state: unknown, _title: string, next: string) {
          history.replaced.push(next);
          window.location = new URL(next, window.location);
        },
      },
      addEventListener: (_type: string, listener: Heard) => listeners.add(listener),
      removeEventListener: (_type: string, listener: Heard) => listeners.delete(listener),
    };
    const request = <T>(_name: string, work: () => Promise<T>): Promise<T> => {
      const turn = this.#lock.then(work);
      this.#lock = turn.catch(() => undefined);
      return turn;
    };
    const page = {
      window,
      navigator: this.#locks ? { locks: { request } } : {},
      ...{ AbortSignal, URLSearchParams, atob, clearTimeout, crypto, performance, setTimeout },
    };
    const script = createRequire(import.meta.url).resolve('@affilia/sdk/affilia.iife.js');
    const sdk = runInNewContext(`${readFileSync(script, 'utf8')};Affilia`, page) as Sdk;
    return { sdk, address: () => window.location.href, listening: () => listeners.size };
  }

  #tell(from: unknown, key: string | null): void {
    for (const { area, listeners } of this.#tabs)
      if (area !== from)
        setTimeout(() => {
          for (const listener of listeners) listener({ storageArea: area, key });
        });
  }
}

export interface Tab {
  readonly sdk: Sdk;
  /** What the address bar shows. */
  address(): string;
  /** How many listeners the page has for changes of other tabs. */
  listening(): number;
}
