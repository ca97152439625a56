import { z } from 'zod';
import type { RealmMode } from '../platform/context.ts';
import { LONGEST_TOKEN_SECONDS } from '../platform/secrets/signing-keys.ts';
import { LOG_LEVELS } from './config.ts';
import { databaseUrlIn, publicUrlIn, smtpUrlIn } from './read-addresses.ts';
import {
  gatewayIn,
  stripePublishableKeyIn,
  stripeSecretKeyIn,
  stripeWebhookSecret,
} from './read-payments.ts';
import { secretKeysIn } from './read-secret-keys.ts';
import { readStorageUrl } from './read-storage.ts';
import { directory, emailAddress, host, networks, oneOf, wholeNumber } from './read-texts.ts';
import { REALM_MODES } from './variables.ts';

/** How the variables are read: LIVE asks for more and believes less. */
export const VARIABLE_READERS = { TEST: readersIn('TEST'), LIVE: readersIn('LIVE') };

function readersIn(mode: RealmMode) {
  const inLive = <Reader extends z.ZodType>(reader: Reader): Reader | z.ZodOptional<Reader> =>
    mode === 'LIVE' ? reader : reader.optional();
  return z.object({
    REALM_MODE: oneOf(REALM_MODES),
    HOST: host,
    PORT: wholeNumber(1, 65_533),
    PUBLIC_URL: inLive(publicUrlIn(mode)),
    DATA_DIR: directory,
    DATABASE_URL: databaseUrlIn(mode).optional(),
    MIGRATION_DATABASE_URL: databaseUrlIn(mode).optional(),
    DATABASE_POOL: wholeNumber(2, 200),
    STORAGE_URL: readStorageUrl.optional(),
    STORAGE_KEY: z.string().optional(),
    STORAGE_SECRET: z.string().optional(),
    PAYMENT_GATEWAY: gatewayIn(mode).optional(),
    STRIPE_SECRET_KEY: stripeSecretKeyIn(mode).optional(),
    STRIPE_WEBHOOK_SECRET: stripeWebhookSecret.optional(),
    STRIPE_PUBLISHABLE_KEY: stripePublishableKeyIn(mode).optional(),
    SMTP_URL: inLive(smtpUrlIn(mode)),
    MAIL_FROM: emailAddress.optional(),
    SECRET_KEY: inLive(secretKeysIn(mode)),
    TRUSTED_PROXIES: networks,
    LOG_LEVEL: oneOf(LOG_LEVELS),
    ACCESS_TOKEN_SECONDS: wholeNumber(30, LONGEST_TOKEN_SECONDS),
    SESSION_IDLE_DAYS: wholeNumber(1, 365),
    SESSION_DAYS: wholeNumber(1, 365),
    STAFF_SESSION_IDLE_MINUTES: wholeNumber(1, 1_440),
    STAFF_SESSION_HOURS: wholeNumber(1, 168),
    WORKER_CONCURRENCY: wholeNumber(1, 100),
    PASSWORD_CONCURRENCY: wholeNumber(1, 64),
    REQUESTS_PER_MINUTE: wholeNumber(1, 100_000),
  });
}
