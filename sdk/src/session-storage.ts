/**
 * Where the session is kept between visits. The text is opaque: keep it as it is, and as safe as a password. A server
 * that serves many people makes one SDK per person, each with its own storage.
 */
export interface SessionStorage {
  read(): string | null | Promise<string | null>;
  /** Null forgets it. */
  write(text: string | null): void | Promise<void>;
  /** Tells of changes that others made: another tab, another process. Returns how to stop. */
  subscribe?(listener: (text: string | null) => void): () => void;
  /** Lets one of all who share this storage work at a time. */
  exclusively?<T>(work: () => Promise<T>): Promise<T>;
  /** Hears what the others who share this storage tell, which is kept nowhere; null where they cannot. */
  join?(listener: (told: Told) => void): Gathering | null;
}

/** Whose access token this is: opaque, as what is written. */
export type Told = readonly [session: string, accessToken: string];

/** As a `BroadcastChannel` is. */
export interface Gathering {
  postMessage(told: Told): void;
  close(): void;
}

/** `localStorage`: all tabs, until signed out; the default in a browser. `memory`: this page only; the default elsewhere. */
export type StorageKind = 'localStorage' | 'sessionStorage' | 'memory';

export function memoryStorage(): SessionStorage {
  let kept: string | null = null;
  return {
    read: () => kept,
    write(text) {
      kept = text;
    },
  };
}

function browserStorage(kind: 'localStorage' | 'sessionStorage', key: string): SessionStorage {
  const area = window[kind];
  const own: SessionStorage = {
    read: () => area.getItem(key),
    write: text => (text === null ? area.removeItem(key) : area.setItem(key, text)),
  };
  if (kind === 'sessionStorage') return own;
  return {
    ...own,
    subscribe(listener) {
      const heard = (event: StorageEvent) => {
        // A null key is everything cleared at once.
        if (event.storageArea === area && (event.key === key || event.key === null))
          listener(area.getItem(key));
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
    join(listener) {
      if (typeof BroadcastChannel !== 'function') return null;
      const channel = new BroadcastChannel(key);
      channel.onmessage = ({ data }: MessageEvent<Told>) => listener(data);
      return channel;
    },
    exclusively<T>(work: () => Promise<T>) {
      const locks = (navigator as Partial<Navigator>).locks;
      return locks ? (locks.request(key, work) as Promise<T>) : work();
    },
  };
}

export function openStorage(storage: StorageKind | SessionStorage | undefined, key: string): SessionStorage {
  if (typeof storage === 'object') return storage;
  if (storage === 'memory' || typeof window === 'undefined') return memoryStorage();
  try {
    return browserStorage(storage ?? 'localStorage', key);
  } catch {
    // A browser that blocks site data throws at the mere look: the person stays signed in on this page.
    return memoryStorage();
  }
}
