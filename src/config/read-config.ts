import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Locale } from '../kernel/locale.ts';
import type { Random } from '../kernel/random.ts';
import type { RealmMode } from '../platform/context.ts';
import type { Wording } from '../platform/wording/wording.ts';
import { ConfigFault, faultOf } from './config-fault.ts';
import type { Config } from './config.ts';
import { hintsFor } from './hints.ts';
import { configWordings, machineLocale } from './machine-locale.ts';
import { gatewayOf, paymentContradictions } from './read-payments.ts';
import { secretKeysIn } from './read-secret-keys.ts';
import { isS3Url, placeOf } from './read-storage.ts';
import { secretKeyFileIn, secretKeyOf } from './secret-key-file.ts';
import { VARIABLE_READERS } from './variable-readers.ts';
import { DEFAULTS, EXAMPLES, VARIABLES, type VariableName } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `hints` are variables that nothing reads but that look like a slip of the hand. All sentences are in `locale`. */
export type ConfigReading = { readonly locale: Locale; readonly hints: readonly string[] } & (
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] }
);

/** Reads and judges the whole environment; all that is wrong is told at once. */
export function readConfig(
  environment: Environment = process.env,
  { random = randomBytes }: { random?: Random } = {},
): ConfigReading {
  const locale = machineLocale(environment);
  const wording = configWordings.in(locale);
  const hints = hintsFor(Object.keys(environment)).map(hint => wording.of('config.hint', { ...hint }));

  const given: Given = { ...DEFAULTS, ...givenIn(environment) };
  const mode = given.REALM_MODE === 'LIVE' ? 'LIVE' : 'TEST';
  const read = VARIABLE_READERS[mode].safeParse(given);
  const unreadable = read.success ? [] : faultsOf(read.error);
  const contradicting = contradictions(given).filter(
    ([name]) => !unreadable.some(([other]) => other === name),
  );
  const faults = [...unreadable, ...contradicting];
  if (!read.success || faults.length > 0)
    return { ok: false, locale, hints, faults: faults.map(fault => worded(wording, fault)) };

  const keys = keysFor(read.data, random);
  if (keys instanceof ConfigFault)
    return { ok: false, locale, hints, faults: [worded(wording, ['SECRET_KEY', keys])] };
  return { ok: true, locale, hints, config: configOf(read.data, keys, locale) };
}

/** An empty variable is one that is not given: that is how containers leave one out. */
function givenIn(environment: Environment): Given {
  const given = VARIABLES.map(name => [name, environment[name]?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

type Given = Partial<Record<VariableName, string>>;
type Read = z.output<(typeof VARIABLE_READERS)[RealmMode]>;
type NamedFault = readonly [VariableName, ConfigFault];

const faultsOf = ({ issues }: z.ZodError): NamedFault[] =>
  issues.map(issue => [String(issue.path[0]) as VariableName, faultOf(issue)]);

const STORAGE_KEYS = ['STORAGE_KEY', 'STORAGE_SECRET'] as const;

/** Judged by the texts, so that they are told even when something else cannot be read. */
function contradictions(given: Given): NamedFault[] {
  const longer = (name: VariableName, other: VariableName, unit = 1): NamedFault[] =>
    Number(given[name]) > Number(given[other]) * unit
      ? [[name, new ConfigFault('LONGER_THAN', { other })]]
      : [];
  const inBucket = isS3Url(given.STORAGE_URL);
  const unpaired = STORAGE_KEYS.find(name => inBucket !== (given[name] !== undefined));
  const keys: NamedFault[] =
    unpaired === undefined
      ? []
      : [[unpaired, new ConfigFault(inBucket ? 'STORAGE_KEY' : 'STORAGE_KEY_ALONE')]];
  const alone = given.MIGRATION_DATABASE_URL !== undefined && given.DATABASE_URL === undefined;
  return [
    ...longer('SESSION_IDLE_DAYS', 'SESSION_DAYS'),
    ...longer('STAFF_SESSION_IDLE_MINUTES', 'STAFF_SESSION_HOURS', 60),
    ...keys,
    ...paymentContradictions(given),
    ...(alone ? [['MIGRATION_DATABASE_URL', new ConfigFault('ALONE')] as const] : []),
  ];
}

function worded(wording: Wording, [name, { code, values }]: NamedFault): string {
  return wording.of(`config.fault.${code}`, { name, example: `${name}=${EXAMPLES[name]}`, ...values });
}

function keysFor({ SECRET_KEY, DATA_DIR }: Read, random: Random): readonly Buffer[] | ConfigFault {
  if (SECRET_KEY) return SECRET_KEY;
  const unusable = new ConfigFault('KEY_FILE', { file: secretKeyFileIn(DATA_DIR) });
  try {
    const kept = secretKeysIn('TEST').safeParse(secretKeyOf(DATA_DIR, random));
    return kept.success ? kept.data : unusable;
  } catch {
    return unusable;
  }
}

function configOf(read: Read, secretKeys: readonly Buffer[], locale: Locale): Config {
  return Object.freeze({
    realmMode: read.REALM_MODE,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    migrationDatabaseUrl: read.MIGRATION_DATABASE_URL ?? read.DATABASE_URL ?? null,
    databasePool: read.DATABASE_POOL,
    storage: placeOf(read),
    payments: gatewayOf(read),
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM ?? null,
    secretKeys: Object.freeze([...secretKeys]),
    trustedProxies: Object.freeze(read.TRUSTED_PROXIES),
    logLevel: read.LOG_LEVEL,
    accessTokenSeconds: read.ACCESS_TOKEN_SECONDS,
    sessionIdleDays: read.SESSION_IDLE_DAYS,
    sessionDays: read.SESSION_DAYS,
    staffSessionIdleMinutes: read.STAFF_SESSION_IDLE_MINUTES,
    staffSessionHours: read.STAFF_SESSION_HOURS,
    workerConcurrency: read.WORKER_CONCURRENCY,
    passwordConcurrency: read.PASSWORD_CONCURRENCY,
    requestsPerMinute: read.REQUESTS_PER_MINUTE,
    locale,
  });
}
