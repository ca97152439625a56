import { beforeAll, describe, expect, it } from '@jest/globals';
import { access, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config/index.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly configs?: readonly { readonly source: string }[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const seconds = z.string().regex(/^\d+s$/);
const healthCheck = z.strictObject({
  test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
  interval: seconds,
  timeout: seconds,
  retries: z.int().positive(),
  start_period: seconds.optional(),
});
/** What we use of the Compose Specification: an engine refuses a word that it does not know. */
const written = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  'x-affilia': z.unknown(),
  services: z.record(
    z.string(),
    z.strictObject({
      image: z
        .string()
        .regex(/^[a-z0-9/.-]+:v?\d+(\.\d+)*$/)
        .optional(),
      build: z.string().optional(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
      depends_on: z
        .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
        .optional(),
      healthcheck: healthCheck,
      ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
      volumes: z.array(z.string().regex(/^\w+:\/[\w/]+$/)).optional(),
      configs: z.array(z.strictObject({ source: z.string(), target: z.string().startsWith('/') })).optional(),
      restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
      init: z.boolean().optional(),
      read_only: z.boolean().optional(),
      tmpfs: z.array(z.string().startsWith('/')).optional(),
      cap_drop: z.array(z.string()).optional(),
      security_opt: z.array(z.string()).optional(),
      stop_grace_period: seconds.optional(),
    }),
  ),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  volumes: z.record(z.string(), z.strictObject({})),
});

/** No container engine is needed: what an engine would read is checked against what the product accepts. */
describe('docker-compose.yml', () => {
  let compose: Compose;
  let services: [string, Service][];
  beforeAll(async () => {
    compose = parse(await readFile('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
    services = Object.entries(compose.services);
  });

  it('is written in words that an engine knows', () => {
    expect(written.safeParse(compose).error?.issues ?? []).toEqual([]);
  });

  it('starts PostgreSQL, the API, a worker and a mail catcher behind a proxy', () => {
    const roles = services.map(([name, { command, image }]) => [name, command?.[0] ?? image?.split(':')[0]]);

    expect(Object.fromEntries(roles)).toEqual({
      database: 'postgres',
      api: '--role=api',
      worker: '--role=worker',
      mail: 'axllent/mailpit',
      proxy: 'caddy',
    });
  });

  it('gives every service a health check, and waits only for services that have one', () => {
    const unchecked = services.filter(([, { healthcheck }]) => !healthcheck?.test.length);
    const awaited = services.flatMap(([, { depends_on }]) => Object.entries(depends_on ?? {}));

    expect(unchecked).toEqual([]);
    expect(
      awaited.filter(([name, { condition }]) => !compose.services[name] || condition !== 'service_healthy'),
    ).toEqual([]);
  });

  it('gives the API and the worker settings that the product accepts', () => {
    for (const name of ['api', 'worker']) {
      const given = compose.services[name]?.environment ?? {};
      const filled = Object.entries(given).map(([variable, value]) => [
        variable,
        value.replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_, secret) =>
          secret === 'SECRET_KEY' ? 'a3'.repeat(8) + '9f0c'.repeat(12) : 'p4ss',
        ),
      ]);

      expect(readConfig(Object.fromEntries(filled) as Record<string, string>)).toMatchObject({ ok: true });
    }
  });

  it('keeps no password of its own: secrets come from outside and are asked for by name', async () => {
    const text = await readFile('docker-compose.yml', 'utf8');

    const given = [...text.matchAll(/(?:PASSWORD|SECRET_KEY): (.*)$/gm)].map(([, value]) => value);
    expect(given.length).toBeGreaterThan(1);
    expect(given.filter(value => !value?.startsWith('${'))).toEqual([]);
  });

  it('uses only the volumes and configs that it declares, and builds from a Dockerfile that is there', async () => {
    const configs = services.flatMap(([, service]) => service.configs?.map(({ source }) => source) ?? []);
    const volumes = services.flatMap(
      ([, service]) => service.volumes?.map(mount => mount.split(':')[0] ?? '') ?? [],
    );

    expect(configs.filter(name => !compose.configs[name])).toEqual([]);
    expect(volumes.filter(name => !(name in compose.volumes))).toEqual([]);
    await expect(access('Dockerfile')).resolves.toBeUndefined();
  });
});
