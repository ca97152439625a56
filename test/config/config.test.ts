import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainConfig, readConfig, type Config, type Environment } from '../../src/config/index.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'affilia-config-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const KEY = randomBytes(32).toString('hex');
const live = (): Environment => ({
  REALM_MODE: 'LIVE',
  DATA_DIR: home,
  PUBLIC_URL: 'https://adhesion.aqpm.ca',
  DATABASE_URL: 'postgresql://affilia:x8-Kd0@db.aqpm.ca:5432/affilia',
  SMTP_URL: 'smtps://envoi:q7-Lw2@courriel.aqpm.ca:465',
  SECRET_KEY: KEY,
});
const test = (): Environment => ({ DATA_DIR: home });

function accepted(environment: Environment): Config {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.faults.join('\n'));
  return reading.config;
}

function faultsIn(environment: Environment): readonly string[] {
  const reading = readConfig(environment);
  if (reading.ok) throw new Error('expected faults');
  return reading.faults;
}

describe('a test realm', () => {
  it('needs no setting at all', () => {
    const config = accepted(test());

    expect(config).toMatchObject({
      realmMode: 'TEST',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      dataDir: home,
      databaseUrl: null,
      migrationDatabaseUrl: null,
      databasePool: 10,
      smtpUrl: null,
      mailFrom: null,
      trustedProxies: [],
      logLevel: 'info',
      accessTokenSeconds: 600,
      sessionIdleDays: 30,
      sessionDays: 90,
      staffSessionIdleMinutes: 60,
      staffSessionHours: 12,
    });
  });

  it('makes its secret key once, for its owner alone, and keeps it between starts', async () => {
    const [first] = accepted(test()).secretKeys;
    const [second] = accepted(test()).secretKeys;

    const file = join(home, 'secret-key');
    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(`${first?.toString('base64url')}\n`);
    expect(await readdir(home)).toEqual(['secret-key']);
  });

  it('makes the directory of its data', () => {
    const dataDir = join(home, 'a', 'b');

    accepted({ DATA_DIR: dataDir });

    expect(existsSync(join(dataDir, 'secret-key'))).toBe(true);
  });

  it('keeps no key when one is given, or when something else is wrong', async () => {
    accepted({ ...test(), SECRET_KEY: KEY });
    faultsIn({ ...test(), PORT: 'x' });

    expect(await readdir(home)).toEqual([]);
  });

  it('says what to do when the kept key is damaged or cannot be kept', async () => {
    await writeFile(join(home, 'secret-key'), 'short');
    expect(faultsIn(test())).toEqual([expect.stringContaining(join(home, 'secret-key'))]);

    await rm(join(home, 'secret-key'));
    await mkdir(join(home, 'secret-key'));
    expect(faultsIn(test())).toEqual([expect.stringContaining('SECRET_KEY')]);

    await writeFile(join(home, 'file'), '');
    expect(faultsIn({ DATA_DIR: join(home, 'file', 'below') })).toHaveLength(1);
  });

  it('follows its port, and takes an empty variable for one that is not given', () => {
    expect(accepted({ ...test(), PORT: '4100', PUBLIC_URL: '', SMTP_URL: ' ' })).toMatchObject({
      publicUrl: 'http://localhost:4100',
      smtpUrl: null,
    });
  });

  it('cannot be changed once it is read', () => {
    const config = accepted(test());

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.secretKeys) && Object.isFrozen(config.trustedProxies)).toBe(true);
  });
});

describe('a live realm', () => {
  it('starts with real settings', () => {
    expect(accepted({ ...live(), PUBLIC_URL: 'https://adhesion.aqpm.ca/' })).toMatchObject({
      realmMode: 'LIVE',
      publicUrl: 'https://adhesion.aqpm.ca',
      migrationDatabaseUrl: live()['DATABASE_URL'],
      secretKeys: [Buffer.from(KEY, 'hex')],
    });
  });

  it('does not start without its address, its mail server and its key, and makes no key of its own', async () => {
    const faults = faultsIn({ REALM_MODE: 'LIVE', DATA_DIR: home });

    expect(faults.map(fault => fault.split(' ')[0])).toEqual(['PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY']);
    expect(await readdir(home)).toEqual([]);
  });

  it('accepts no example of ours for an address or a secret', () => {
    const examples = explainConfig().filter(({ name }) => /URL|SECRET/.test(name));

    for (const { name, example } of examples)
      expect(faultsIn({ ...live(), [name]: example })).toHaveLength(1);
  });

  it.each([
    ['PUBLIC_URL', 'http://adhesion.aqpm.ca'],
    ['PUBLIC_URL', 'https://localhost'],
    ['PUBLIC_URL', 'https://127.0.0.1'],
    ['PUBLIC_URL', 'https://[::1]'],
    ['PUBLIC_URL', 'https://portal.example.com'],
    ['PUBLIC_URL', 'https://portal.test'],
    ['DATABASE_URL', 'postgresql://affilia:affilia@db.aqpm.ca/affilia'],
    ['DATABASE_URL', 'postgresql://affilia:changeme@db.aqpm.ca/affilia'],
    ['DATABASE_URL', 'postgresql://affilia:x8-Kd0@db.example.org/affilia'],
    ['SMTP_URL', 'smtp://user:Password@courriel.aqpm.ca'],
  ])('does not start with %s=%s', (name, value) => {
    expect(faultsIn({ ...live(), [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it.each([
    ['31 bytes', randomBytes(31).toString('hex')],
    ['one short key among good ones', `${KEY},${randomBytes(16).toString('hex')}`],
    ['words', 'please-change-me-please-change-me-please-change-me'],
    ['the product’s name', Buffer.from('affilia').toString('utf8').padEnd(48, 'Qz81_')],
    ['one letter', 'a'.repeat(64)],
    ['a repetition in base64url', 'Zm9v'.repeat(16)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'],
    ['counting in hexadecimal', Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('hex')],
    ['digits in a row', '0123456789'.repeat(7)],
    ['other characters', 'é'.repeat(64)],
    ['an empty key in the list', `${KEY},`],
  ])('does not start with a key of %s', (_, key) => {
    const faults = faultsIn({ ...live(), SECRET_KEY: key });

    expect(faults).toEqual([expect.stringMatching(/^SECRET_KEY /)]);
    expect(faults.join()).not.toContain(key);
  });

  it('never takes a key that chance made for a guessable one', () => {
    for (let round = 0; round < 2_000; round++) {
      const encoding = round % 2 === 0 ? 'hex' : 'base64url';
      expect(readConfig({ ...live(), SECRET_KEY: randomBytes(32).toString(encoding) }).ok).toBe(true);
    }
  });

  it('takes several keys, of which the first one comes first', () => {
    const keys = [randomBytes(32), randomBytes(48)] as const;

    const config = accepted({
      ...live(),
      SECRET_KEY: `${keys[0].toString('base64url')}, ${keys[1].toString('hex')}`,
    });

    expect(config.secretKeys).toEqual(keys);
  });
});

describe('a bad setting', () => {
  it.each([
    ['REALM_MODE', 'PROD'],
    ['REALM_MODE', 'live'],
    ['PORT', '0'],
    ['PORT', '65535'],
    ['PORT', '4000.5'],
    ['PORT', '4e3'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['HOST', '-a'],
    ['PUBLIC_URL', 'adhesion.aqpm.ca'],
    ['PUBLIC_URL', 'ftp://adhesion.aqpm.ca'],
    ['PUBLIC_URL', 'https://adhesion.aqpm.ca/portail'],
    ['PUBLIC_URL', 'https://adhesion.aqpm.ca/?a'],
    ['PUBLIC_URL', 'https://u:p@adhesion.aqpm.ca'],
    ['DATABASE_URL', 'mysql://affilia@db/affilia'],
    ['DATABASE_URL', 'db.aqpm.ca'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_POOL', '10000'],
    ['SMTP_URL', 'http://courriel.aqpm.ca'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'AQPM'],
    ['MAIL_FROM', 'a@b.ca\nBcc: c@d.ca'],
    ['SECRET_KEY', 'abc'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, proxy'],
    ['TRUSTED_PROXIES', '::1/64/2'],
    ['LOG_LEVEL', 'loud'],
    ['ACCESS_TOKEN_SECONDS', '601'],
    ['SESSION_DAYS', '20'],
    ['SESSION_IDLE_DAYS', '91'],
    ['STAFF_SESSION_IDLE_MINUTES', '721'],
    ['PASSWORD_CONCURRENCY', '65'],
    ['MIGRATION_DATABASE_URL', 'postgresql://owner@db.aqpm.ca/affilia'],
    ['WORKER_CONCURRENCY', '0'],
    ['REQUESTS_PER_MINUTE', 'many'],
  ])('%s=%s is one sentence that names it, gives an example and does not repeat the value', (name, value) => {
    const faults = faultsIn({ ...test(), [name]: value });

    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
    expect(faults[0]).toMatch(/[A-Z_]+=\S.*\.$/);
    if (value.length > 7) expect(faults[0]).not.toContain(value);
  });

  it('is told together with all others', () => {
    const faults = faultsIn({
      ...live(),
      SESSION_DAYS: '20',
      PORT: 'x',
      LOG_LEVEL: 'x',
      SECRET_KEY: '',
      DATABASE_URL: 'x',
    });

    expect(faults.map(fault => fault.split(' ')[0]).toSorted()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'SECRET_KEY',
      'SESSION_IDLE_DAYS',
    ]);
  });

  it.each([
    [{ LANG: 'fr_CA.UTF-8' }, 'doit être'],
    [{ LANG: 'fr' }, 'doit être'],
    [{ LANG: 'en_CA.UTF-8' }, 'must be'],
    [{ LANG: 'C' }, 'must be'],
    [{}, 'must be'],
    [{ LANG: 'en_CA.UTF-8', LC_MESSAGES: 'fr_CA.UTF-8' }, 'doit être'],
    [{ LC_ALL: 'en_CA', LC_MESSAGES: 'fr_CA', LANG: 'fr_CA' }, 'must be'],
    [{ LC_ALL: '', LANG: 'fr_CA' }, 'doit être'],
    [{ LANG: 'fry' }, 'must be'],
  ])('is told in the language of the machine: %j', (language: Environment, words) => {
    expect(faultsIn({ ...test(), ...language, PORT: 'x' })).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['SMPT_URL', 'SMTP_URL'],
    ['PUBLICURL', 'PUBLIC_URL'],
    ['SECRET_KEYS', 'SECRET_KEY'],
    ['database_url', 'DATABASE_URL'],
  ])('that nothing reads because %s was meant to be %s is hinted at', (given, meant) => {
    const { ok, hints } = readConfig({ ...test(), [given]: 'x' });

    expect(ok).toBe(true);
    expect(hints).toEqual([expect.stringMatching(new RegExp(`^${given} .* ${meant}[?]$`))]);
  });

  it('is not seen in the variables that a machine has anyway', () => {
    const usual = [
      'PATH',
      'HOME',
      'HOSTS',
      'HOSTNAME',
      'PWD',
      'USER',
      'HTTP_URL',
      'PORTS',
      'LOGNAME',
      'DATABASE_HOST',
      'NODE_ENV',
    ];

    expect(readConfig({ ...test(), ...Object.fromEntries(usual.map(name => [name, 'x'])) }).hints).toEqual(
      [],
    );
  });
});

describe('good settings', () => {
  it.each([
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::', { host: '::' }],
    ['HOST', 'portail.aqpm.ca', { host: 'portail.aqpm.ca' }],
    ['PUBLIC_URL', 'http://localhost:8080', { publicUrl: 'http://localhost:8080' }],
    [
      'TRUSTED_PROXIES',
      '10.0.0.0/8, fd00::/8 192.168.1.7',
      { trustedProxies: ['10.0.0.0/8', 'fd00::/8', '192.168.1.7'] },
    ],
    ['MAIL_FROM', 'adhesion@aqpm.ca', { mailFrom: 'adhesion@aqpm.ca' }],
    ['DATABASE_URL', 'postgres:///affilia?host=db', null],
    [
      'DATABASE_URL',
      'postgres://db/affilia',
      { databaseUrl: 'postgres://db/affilia', migrationDatabaseUrl: 'postgres://db/affilia' },
    ],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    [
      'STORAGE_URL',
      'file:///var/lib/affilia/files',
      { storage: { kind: 'DISK', directory: '/var/lib/affilia/files' } },
    ],
    ['STORAGE_URL', 'file://host/files', null],
    ['STORAGE_URL', 'file:///', null],
    ['STORAGE_URL', '/var/lib/affilia/files', null],
    ['STORAGE_URL', 'https://dossiers.s3.amazonaws.com/', null],
    ['STORAGE_URL', 's3://dossiers?region=ca-central-1', null],
    ['STORAGE_KEY', 'AKIA', null],
    ['STORAGE_SECRET', 'secret', null],
    ['PAYMENT_GATEWAY', 'sandbox', { payments: { kind: 'SANDBOX' } }],
    ['PAYMENT_GATEWAY', 'paypal', null],
    ['PAYMENT_GATEWAY', 'stripe', null],
    ['STRIPE_SECRET_KEY', 'sk_test_51Hx8Kd0q7Lw2Zz9', null],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_8Kd0q7Lw2Zz51Hxx', null],
  ])('%s=%s', (name, value, expected) => {
    if (expected === null) expect(faultsIn({ ...test(), [name]: value })).toHaveLength(1);
    else expect(accepted({ ...test(), [name]: value })).toMatchObject(expected);
  });

  it('name a bucket with its two keys, and nothing in its address that is not known', () => {
    const inBucket = (query: string) => ({
      ...test(),
      STORAGE_URL: `s3://dossiers?${query}`,
      STORAGE_KEY: 'AKIA',
      STORAGE_SECRET: 's3cr3t',
    });

    expect(accepted(inBucket('region=ca-central-1')).storage).toEqual({
      kind: 'S3',
      bucket: 'dossiers',
      region: 'ca-central-1',
      endpoint: null,
      pathStyle: false,
      accessKey: 'AKIA',
      secretKey: 's3cr3t',
    });
    expect(
      accepted(inBucket('region=local&endpoint=https://minio.aqpm.ca&pathStyle=true')).storage,
    ).toMatchObject({ endpoint: 'https://minio.aqpm.ca', pathStyle: true });
    for (const query of [
      '',
      'region=ca-central-1&key=AKIA',
      'region=local&endpoint=minio',
      'region=local&pathStyle=1',
    ])
      expect(faultsIn(inBucket(query))).toEqual([expect.stringMatching(/^STORAGE_URL /)]);
  });

  it('let Stripe take cards with all its keys, each of the mode of the realm', () => {
    const keys = (mode: string) => ({
      PAYMENT_GATEWAY: 'stripe',
      STRIPE_SECRET_KEY: `sk_${mode}_51Hx8Kd0q7Lw2Zz9`,
      STRIPE_WEBHOOK_SECRET: 'whsec_8Kd0q7Lw2Zz51Hxx',
      STRIPE_PUBLISHABLE_KEY: `pk_${mode}_51Hx8Kd0q7Lw2Zz9`,
    });

    expect(accepted({ ...live(), ...keys('live') }).payments).toEqual({
      kind: 'STRIPE',
      secretKey: keys('live').STRIPE_SECRET_KEY,
      webhookSecret: 'whsec_8Kd0q7Lw2Zz51Hxx',
      publishableKey: keys('live').STRIPE_PUBLISHABLE_KEY,
    });
    expect(accepted({ ...test(), ...keys('test') }).payments).toMatchObject({ kind: 'STRIPE' });
    for (const wrong of [
      { ...live(), ...keys('test') },
      { ...test(), ...keys('live') },
    ])
      expect(faultsIn(wrong).map(fault => fault.split(' ')[0])).toEqual([
        'STRIPE_SECRET_KEY',
        'STRIPE_PUBLISHABLE_KEY',
      ]);
    expect(faultsIn({ ...live(), ...keys('live'), STRIPE_WEBHOOK_SECRET: '' })).toEqual([
      expect.stringMatching(/^STRIPE_WEBHOOK_SECRET /),
    ]);
    expect(faultsIn({ ...live(), ...keys('live'), STRIPE_SECRET_KEY: 'pk_live_51Hx8Kd0q7Lw2Zz9' })).toEqual([
      expect.stringMatching(/^STRIPE_SECRET_KEY /),
    ]);
  });

  it('leave a live realm without cards rather than with those of the sandbox', () => {
    expect(accepted(live()).payments).toEqual({ kind: 'NONE' });
    expect(faultsIn({ ...live(), PAYMENT_GATEWAY: 'sandbox' })).toEqual([
      expect.stringMatching(/^PAYMENT_GATEWAY /),
    ]);
  });

  it('are explained one by one in both languages', () => {
    const explained = explainConfig();

    expect(explained.map(({ name }) => name)).toContain('DATABASE_URL');
    for (const { meaning, default: left } of explained) {
      expect(meaning['fr-CA']).not.toBe(meaning['en-CA']);
      expect(`${left['fr-CA']}${left['en-CA']}`).not.toBe('');
    }
    expect(explained.filter(({ requiredInLive }) => requiredInLive).map(({ name }) => name)).toEqual([
      'PUBLIC_URL',
      'SMTP_URL',
      'SECRET_KEY',
    ]);
  });
});
