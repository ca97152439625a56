import type { Clock } from '../kernel/clock.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Random } from '../kernel/random.ts';
import type { Database } from './database/database.ts';
import type { ClientScope } from './graphql/client-scope.ts';
import type { Limits } from './http/limits.ts';
import type { Log } from './log/log.ts';
import type { AccessTokens } from './secrets/access-tokens.ts';
import type { Passwords } from './secrets/passwords.ts';
import type { Vault } from './secrets/vault.ts';
import type { Ports } from './port.ts';
import type { Wording, Wordings } from './wording/wording.ts';

/** TEST shows demo data, the mailbox page and GraphiQL; LIVE never does. */
export type RealmMode = 'TEST' | 'LIVE';

/** What the operator chose, as far as more than one room needs it. Frozen at start. */
export interface Settings {
  readonly realmMode: RealmMode;
  /** The bare origin under which browsers and mails reach this realm, without a trailing slash. */
  readonly publicUrl: string;
  readonly accessTokenSeconds: number;
  readonly sessionIdleDays: number;
  readonly sessionDays: number;
  /** Through an internal tool, whoever signs in there. */
  readonly staffSessionIdleMinutes: number;
  readonly staffSessionHours: number;
}

/** The long-lived objects, made once in app.ts and passed by hand: to requests, and to jobs as they are. */
export interface Parts {
  readonly clock: Clock;
  readonly random: Random;
  readonly db: Database;
  readonly wordings: Wordings;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly tokens: AccessTokens;
  readonly limits: Limits;
  readonly log: Log;
  readonly settings: Settings;
  readonly ports: Ports;
}

/** The program that speaks to us: a partner site with a publishable key, or an internal tool with a secret one. */
export interface CallingClient {
  readonly id: string;
  readonly name: string;
  readonly kind: 'PUBLISHABLE' | 'SECRET';
  /** DIRECT: the site's own pages may take a password. HOSTED: only the realm's page may. */
  readonly signInMode: 'HOSTED' | 'DIRECT';
  /** What a client with a secret key may be used for; a publishable one has none. */
  readonly scopes: readonly ClientScope[];
  readonly associationId: string;
  /** The top of the tree that the client belongs to: it learns nothing of other trees. */
  readonly rootId: string;
}

/** The signed-in account, read afresh from its session on each request. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  /** When the password (or factor) was last given. */
  readonly authenticatedAt: Date;
  /** When a second factor was given in this session; null where none was. */
  readonly factorAt: Date | null;
}

/** Where the request comes from, for limits, sessions and the audit trail. */
export interface Visitor {
  /** Normalised: IPv4-mapped addresses unwrapped, IPv6 cut to its /64. */
  readonly address: string;
  readonly userAgent: string | null;
  /** Of the page that calls, judged to be the client's; null where no page does. */
  readonly origin: string | null;
}

/** A batch read by key, declared once by its module; each request has its own cache of it. */
export interface Loader<K, V> {
  readonly batch: (context: Context, keys: readonly K[]) => Promise<readonly V[]>;
}

/** What one request knows. Made at the edge and passed by hand; there is no ambient state. */
export interface Context extends Parts {
  readonly client: CallingClient | null;
  readonly actor: Actor | null;
  readonly visitor: Visitor;
  readonly locale: Locale;
  /** The wording in `locale`. */
  readonly wording: Wording;
  readonly requestId: string;
  /** Loads one record through a batch that lives as long as the request. */
  load<K, V>(loader: Loader<K, V>, key: K): Promise<V>;
}
