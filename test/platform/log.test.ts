import { describe, expect, it } from '@jest/globals';
import type { Log } from '../../src/platform/log/log.ts';
import { createLog } from '../../src/platform/log/pino-log.ts';

const CANARY = 'Kanarienvogel42';

function listen(level: 'debug' | 'warn' = 'debug'): {
  log: Log;
  text: () => string;
  last: () => Record<string, unknown>;
} {
  const lines: string[] = [];
  const log = createLog({ level, stream: { write: line => void lines.push(line) } });
  return {
    log,
    text: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

describe('The log', () => {
  it('writes one line of JSON per event', () => {
    const { log, last } = listen();

    log.child({ requestId: 'r1' }).info({ mails: 3 }, 'mails sent');

    expect(last()).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId: 'r1',
      mails: 3,
      event: 'mails sent',
    });
  });

  it('keeps to its level', () => {
    const { log, text } = listen('warn');

    log.info({}, 'quiet');
    log.warn({}, 'loud');

    expect(text()).toContain('loud');
    expect(text()).not.toContain('quiet');
  });

  it.each([
    'password',
    'newPassword',
    'current_password',
    'code',
    'invitationCode',
    'token',
    'refreshToken',
    'secret',
    'clientSecret',
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'x-affilia-client',
    'x-affilia-visitor',
    'clientKey',
    'email',
    'workEmail',
    'address',
    'phone',
    'identifier',
    'username',
    'familyName',
    'name',
    'input',
    'variables',
    'query',
    'parameters',
    'detail',
  ])('hides what stands under %s, however deep', key => {
    const { log, text } = listen();

    log.info({ [key]: CANARY }, 'shallow');
    log.error({ a: { b: [{ c: { d: { [key]: { e: CANARY } } } }] } }, 'deep');
    log.child({ [key]: CANARY }).warn({}, 'child');

    expect(text()).not.toContain(CANARY);
    expect(text().match(/\[hidden\]/g)).toHaveLength(3);
  });

  it.each([
    ['a client key', `key affilia_sk_test_${CANARY} refused`],
    ['a one-time secret', `affilia_once_${CANARY}`],
    ['an access token', `eyJhbGciOi${CANARY}.eyJzdWIi${CANARY}.sig${CANARY}`],
    ['credentials', `authorization: Bearer ${CANARY}xyz`],
    ['a hash', `$argon2id$v=19$m=19456,t=2,p=1$${CANARY}$${CANARY}`],
    ['the password of a database', `postgres://affilia:${CANARY}@db.example.ca:5432/affilia`],
    ['an e-mail address', `mail to <${CANARY}@exemple.ca> bounced`],
  ])('hides %s inside any text', (_what, telling) => {
    const { log, text } = listen();

    log.info({ reason: telling, list: [telling] }, telling);
    log.error({ error: new Error(telling, { cause: new Error(telling) }) }, 'failed');

    expect(text()).not.toContain(CANARY);
  });

  it('describes an error by name, place and state, without what the database quoted', () => {
    const { log, last, text } = listen();
    const driverError = Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), {
      code: '22P02',
      detail: CANARY,
      routine: 'string_to_uuid',
      table: 'mail',
    });
    const error = Object.assign(new Error(driverError.message), {
      driverError,
      query: CANARY,
      parameters: [CANARY],
    });

    log.error({ error }, 'unexpected error');

    expect(last()['error']).toMatchObject({ name: 'Error', state: '22P02', table: 'mail' });
    expect(last()['error']).toHaveProperty('frames');
    expect(text()).not.toContain(CANARY);
  });

  it('does not quote what a parser stumbled over', () => {
    const { log, text } = listen();
    try {
      JSON.parse(CANARY);
    } catch (error) {
      log.error({ error }, 'unreadable');
    }

    expect(text()).toContain('SyntaxError');
    expect(text()).not.toContain('Kanarien');
  });

  it('survives what cannot be written', () => {
    const { log, text } = listen();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;

    log.info(
      { circle, bytes: Buffer.from(CANARY), count: 3n, act: () => CANARY, at: new Date(0), none: undefined },
      'odd',
    );

    expect(text()).toContain('"count":"3"');
    expect(text()).toContain('[deep]');
    expect(text()).not.toContain(CANARY);
  });
});
