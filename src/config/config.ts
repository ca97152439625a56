import type { Locale } from '../kernel/locale.ts';
import type { GatewayPlace } from '../modules/billing/index.ts';
import type { RealmMode } from '../platform/context.ts';
import type { StoragePlace } from '../platform/storage/open-storage.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the operator chose, judged and frozen. */
export interface Config {
  readonly realmMode: RealmMode;
  readonly host: string;
  readonly port: number;
  /** The bare origin under which browsers and mails reach this realm, without a trailing slash. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the PostgreSQL that comes with the product. */
  readonly databaseUrl: string | null;
  /** The role that owns the tables; the same address as `databaseUrl` unless another one is given. */
  readonly migrationDatabaseUrl: string | null;
  readonly databasePool: number;
  /** Where files lie that people send. */
  readonly storage: StoragePlace;
  /** Who takes cards. */
  readonly payments: GatewayPlace;
  /** Null: the development mailbox, in a test realm only. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** The first one seals, all of them open. */
  readonly secretKeys: readonly Buffer[];
  /** Addresses and networks whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  readonly accessTokenSeconds: number;
  readonly sessionIdleDays: number;
  readonly sessionDays: number;
  readonly staffSessionIdleMinutes: number;
  readonly staffSessionHours: number;
  readonly workerConcurrency: number;
  /** How many passwords each process hashes at once. */
  readonly passwordConcurrency: number;
  readonly requestsPerMinute: number;
  /** The language of the machine, for what the operator reads. */
  readonly locale: Locale;
}
