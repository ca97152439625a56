import type { RealmMode } from '../platform/context.ts';

export const REALM_MODES: readonly RealmMode[] = ['TEST', 'LIVE'];

/** What each variable is when it is left out; those that are not here have no fixed default. */
export const DEFAULTS = {
  REALM_MODE: 'TEST',
  HOST: '127.0.0.1',
  PORT: '4000',
  DATA_DIR: './.data',
  DATABASE_POOL: '10',
  TRUSTED_PROXIES: '',
  LOG_LEVEL: 'info',
  ACCESS_TOKEN_SECONDS: '600',
  SESSION_IDLE_DAYS: '30',
  SESSION_DAYS: '90',
  STAFF_SESSION_IDLE_MINUTES: '60',
  STAFF_SESSION_HOURS: '12',
  WORKER_CONCURRENCY: '4',
  PASSWORD_CONCURRENCY: '2',
  REQUESTS_PER_MINUTE: '600',
} as const;

/** What a good value looks like. None of these would be accepted as a secret or an address of a LIVE realm. */
export const EXAMPLES = {
  REALM_MODE: 'LIVE',
  HOST: '0.0.0.0',
  PORT: '4000',
  PUBLIC_URL: 'https://adhesion.exemple.ca',
  DATA_DIR: '/var/lib/affilia',
  DATABASE_URL: 'postgresql://user:password@db.exemple.ca:5432/affilia',
  MIGRATION_DATABASE_URL: 'postgresql://owner:password@db.exemple.ca:5432/affilia',
  DATABASE_POOL: '10',
  STORAGE_URL: 's3://dossiers?region=ca-central-1',
  STORAGE_KEY: 'AKIAEXEMPLE',
  STORAGE_SECRET: '$(cat storage-secret)',
  PAYMENT_GATEWAY: 'stripe',
  STRIPE_SECRET_KEY: '$(cat stripe-secret-key)',
  STRIPE_WEBHOOK_SECRET: '$(cat stripe-webhook-secret)',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_…',
  SMTP_URL: 'smtps://user:password@mail.exemple.ca:465',
  MAIL_FROM: 'adhesion@exemple.ca',
  SECRET_KEY: '$(openssl rand -hex 32)',
  TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8',
  LOG_LEVEL: 'warn',
  ACCESS_TOKEN_SECONDS: '300',
  SESSION_IDLE_DAYS: '14',
  SESSION_DAYS: '60',
  STAFF_SESSION_IDLE_MINUTES: '30',
  STAFF_SESSION_HOURS: '10',
  WORKER_CONCURRENCY: '4',
  PASSWORD_CONCURRENCY: '4',
  REQUESTS_PER_MINUTE: '600',
} as const;

export type VariableName = keyof typeof EXAMPLES;
export const VARIABLES = Object.keys(EXAMPLES) as readonly VariableName[];
export const REQUIRED_IN_LIVE: readonly VariableName[] = ['PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY'];
