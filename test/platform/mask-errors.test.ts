import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTinyServer, type Reply, type TinyServer } from './tiny-server.ts';

const CANARY = 'kanarienvogel-42';

let server: TinyServer;
beforeAll(async () => {
  server = await openTinyServer();
});
afterAll(() => server.close());

const code = ({ errors }: Reply): unknown => errors[0]?.extensions['code'];

describe('What a program sends wrongly', () => {
  const guess = 'mutation ($input: GuessInput!) { guess(input: $input) { __typename } }';

  it.each([
    ['a number for a text', guess, { input: { password: 42, note: CANARY } }, 'input.password'],
    ['an object for a text', guess, { input: { password: { [CANARY]: CANARY } } }, 'input.password'],
    ['nothing for what is needed', guess, { input: { note: CANARY } }, 'input.password'],
    ['a field that does not exist', guess, { input: { password: CANARY, [CANARY]: CANARY } }, 'input'],
    ['a day that does not exist', guess, { input: { password: CANARY, day: '2026-02-30' } }, 'input.day'],
    [
      'a wrong row of a list',
      guess,
      { input: { password: CANARY, rows: [{ name: 'a' }, { name: [CANARY] }] } },
      'input.rows.1.name',
    ],
    ['no variables', guess, null, 'input'],
    ['a text for an object', guess, { input: CANARY }, 'input'],
  ])('%s is named by its place, never by its value', async (_what, document, variables, place) => {
    const answer = await server.ask(document, variables);

    expect(answer.status).toBe(400);
    expect(answer.errors).toMatchObject([
      {
        message: `A value has the wrong type or is missing: ${place}.`,
        extensions: { code: 'BAD_USER_INPUT', requestId: answer.headers.get('x-request-id') },
      },
    ]);
    expect(answer.text).not.toContain(CANARY);
  });

  it('is named in French to a French page', async () => {
    const answer = await server.ask(guess, { input: { password: 42 } }, { 'accept-language': 'fr-CA' });

    expect(answer.errors[0]?.message).toBe(
      'Une valeur est du mauvais type ou est manquante\u00a0: input.password.',
    );
  });

  it.each([
    ['a wrong literal', `mutation { guess(input: { password: 42, note: "${CANARY}" }) { __typename } }`],
    ['a wrong enum', `{ labels(enum: ${CANARY.replace('-', '')}) { value } }`],
    ['a field that nobody knows', `{ ${CANARY.replaceAll('-', '_')} }`],
    ['a text that does not end', `{ fails(text: "${CANARY}) }`],
    ['a type that nobody knows', `query ($x: ${CANARY.replaceAll('-', '_')}) { caller }`],
  ])('%s in a document is named by line and column only', async (_what, document) => {
    const answer = await server.ask(document);

    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.errors[0]?.message).toMatch(
      /^The document is not valid for the published schema, at line 1, column \d+\.$/,
    );
    expect(answer.text).not.toContain('kanarienvogel');
  });

  it('hundreds of wrong values are one answer', async () => {
    const answer = await server.ask('query ($names: [String!]!) { many(names: $names) }', {
      names: Array<number>(250).fill(7),
    });

    expect([answer.status, code(answer), answer.errors.length]).toEqual([400, 'BAD_USER_INPUT', 1]);
  });
});

describe('What people type wrongly is data, by field and in their language', () => {
  const guess = `mutation ($input: GuessInput!) {
    guess(input: $input) { __typename ... on InvalidInput { message issues { path code message } } ... on TooManyAttempts { message retryAfterSeconds next { kind label } } }
  }`;
  const typed = { password: '', note: 'much too long', rows: [{ name: '  ' }, { name: 'a\u202eb' }] };

  it('English', async () => {
    const answer = await server.ask(guess, { input: typed });

    expect(answer.status).toBe(200);
    expect(answer.data?.['guess']).toEqual({
      __typename: 'InvalidInput',
      message: 'Some answers must be corrected. Nothing has been saved yet.',
      issues: [
        { path: ['input', 'password'], code: 'REQUIRED', message: 'An answer is needed here.' },
        { path: ['input', 'note'], code: 'TOO_LONG', message: 'This is too long: 5 characters at most.' },
        { path: ['input', 'rows', '0', 'name'], code: 'REQUIRED', message: 'An answer is needed here.' },
        {
          path: ['input', 'rows', '1', 'name'],
          code: 'BAD_FORMAT',
          message: 'This is not written in the expected way.',
        },
      ],
    });
  });

  it('French', async () => {
    const answer = await server.ask(guess, { input: { ...typed, rows: [] } }, { 'accept-language': 'fr' });

    expect(answer.data?.['guess']).toMatchObject({
      message: 'Certaines réponses sont à corriger. Rien n’a encore été enregistré.',
      issues: [
        { message: 'Une réponse est requise ici.' },
        { message: 'C’est trop long\u00a0: au plus 5 caractères.' },
        { path: ['input', 'rows'], code: 'OUT_OF_RANGE', message: 'La valeur doit être de 1 à 3.' },
      ],
    });
  });

  it('and a password is judged as typed, blanks and all, but a NUL is not stored', async () => {
    const judged = async (password: string): Promise<unknown> => {
      const { data } = await server.ask(guess, { input: { password } });
      const { __typename, issues } = data?.['guess'] as { __typename: string; issues?: { code: string }[] };
      return issues?.[0]?.code ?? __typename;
    };

    expect(await judged('   ')).toBe('GuessSuccess');
    expect(await judged('a\u0000b')).toBe('BAD_FORMAT');
    expect(await judged('x'.repeat(21))).toBe('TOO_LONG');
  });

  it('and a refusal is an answer like any other', async () => {
    const answer = await server.ask(guess, { input: { password: 'again' } });

    expect(answer.data?.['guess']).toEqual({
      __typename: 'TooManyAttempts',
      message: 'Too many attempts. Try again in about 2 minutes.',
      retryAfterSeconds: 90,
      next: { kind: 'WAIT', label: 'Wait a moment' },
    });
  });
});

describe('Our own mistakes', () => {
  it('are told as such and written down, without what was sent', async () => {
    const answer = await server.ask('query ($text: String!) { fails(text: $text) }', { text: 'secret text' });

    expect(answer.status).toBe(500);
    expect(answer.errors).toEqual([
      {
        message: 'Something went wrong on our side. Tell us the number of the request.',
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers.get('x-request-id') },
      },
    ]);
    const line = server.lines.find(one => one.includes('unexpected error') && one.includes('TypeError'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 'error',
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('in the database tell no SQL and no value, neither to the caller nor to the log', async () => {
    const sql = `insert into mail (id, letter) values ('0190f0aa-0000-7000-8000-000000000001', '${CANARY}')`;

    const answer = await server.ask('query ($sql: String!) { failsInTheDatabase(sql: $sql) }', { sql });

    expect([answer.status, code(answer)]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toMatch(/insert|null value|mail|kanarien/);
    expect(server.lines.join()).not.toContain(CANARY);
    expect(server.lines.join()).toContain('"state":"23502"');
  });

  it('a value that the database cannot read is the caller’s', async () => {
    const answer = await server.ask('query ($sql: String!) { failsInTheDatabase(sql: $sql) }', {
      sql: `select '${CANARY}'::uuid`,
    });

    expect([answer.status, code(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.text + server.lines.join()).not.toContain(CANARY);
  });
});

describe('A database that cannot take more is told as busy, with a time to come back', () => {
  const sleep = (seconds: number): string => `select pg_sleep(${seconds})`;
  const ask = (to: TinyServer, sql: string): Promise<Reply> =>
    to.ask('query ($sql: String!) { failsInTheDatabase(sql: $sql) }', { sql });
  const busy = (answer: Reply): unknown[] => [answer.status, code(answer), answer.headers.get('retry-after')];

  it('when a statement takes too long', async () => {
    const answer = await ask(server, `set local statement_timeout = 50; ${sleep(2)}`);

    expect(busy(answer)).toEqual([503, 'SERVICE_BUSY', '2']);
    expect(answer.errors[0]?.extensions['retryAfterSeconds']).toBe(2);
    expect(answer.errors[0]?.message).toBe('The service is busy. Try again in 2 seconds: nothing was lost.');
  });

  it('when every connection is taken, and all is well afterwards', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => ask(server, sleep(4.6))));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status !== 200).map(busy)).toEqual(
      Array(4).fill([503, 'SERVICE_BUSY', '2']),
    );
    expect((await ask(server, 'select 1')).status).toBe(200);
  });

  it('when it is away, and all is well when it is back', async () => {
    const lost = await openTinyServer({ behindProxy: true });
    try {
      const working = ask(lost, sleep(5));
      await new Promise(resolve => setTimeout(resolve, 200));
      lost.proxy.cut();

      expect(busy(await working)).toEqual([503, 'SERVICE_BUSY', '2']);
      expect(busy(await ask(lost, 'select 1'))).toEqual([503, 'SERVICE_BUSY', '2']);

      lost.proxy.mend();

      expect((await ask(lost, 'select 1')).status).toBe(200);
    } finally {
      await lost.close();
    }
  });
});
