import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, isIntrospectionType } from 'graphql';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { wideDocumentOf } from './ask-everything.ts';
import { everyOperation, placesOf, type Operation } from './every-operation.ts';
import { CANARY, CANARY_NUMBER, idsOf, wrongValues, type Ids, type WrongValue } from './faults.ts';
import { furnish } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { has, put } from './places.ts';
import { recordLog } from './recorded-log.ts';
import { openTables, type TableReader } from './table-contents.ts';
import { why, type Answered, type Judged } from './judge-refusal.ts';

/** Counting an attempt is all that a refusal may leave behind. */
const COUNTERS = ['public.attempt_window'];
const AT_ONCE = 10;
/** Where an operation has so many places, two neighbours share the wrong values: one place of the code judges them. */
const SHARED_BY = 3;

const operations = await everyOperation();

describe('whatever is sent in place of what belongs there', () => {
  const { log, said, written } = recordLog();
  let portal: Portal;
  let tables: TableReader;
  let ids: Ids;
  let good: Readonly<Record<string, readonly MakeGood[]>>;
  beforeAll(async () => {
    portal = await openPortal({ log });
    tables = await openTables(portal);
    await tables.stopCountingAttempts();
    const ours = await furnish(portal, portal.world.aqpm, 'Quimper');
    const theirs = await furnish(portal, portal.world.acps, 'Zorbec');
    ids = idsOf(portal.parts, ours, theirs);
    good = goodArguments(portal, ours);
  });
  afterAll(async () => {
    await tables.close();
    await portal.close();
  });

  const ask = (operation: Operation, variables: object, asked: Asked): Promise<Answered> =>
    portal.graphql(documents.get(operation)!, variables, asked);
  const documents = new Map(operations.map(one => [one, wideDocumentOf(one)]));

  it('there are good arguments for every query and mutation', () => {
    expect(Object.keys(good).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  describe.each(operations.filter(one => placesOf(one).length > 0))('$name', operation => {
    interface Trial extends Judged {
      readonly good: Good;
      readonly variables: object;
    }
    /** Each wrong value in its place, everything around it right. */
    const trialsOf = (shapes: readonly Good[], wanted: (wrong: WrongValue) => boolean): Trial[] =>
      placesOf(operation).flatMap((place, i, { length }) => {
        const shape = shapes.find(({ variables }) => has(variables, place.path)) ?? shapes[0]!;
        return wrongValues(operation, place, ids)
          .filter(wanted)
          .filter((_, j) => length < SHARED_BY || (i + j) % 2 === 0)
          .map(wrong => {
            const variables = put(shape.variables, place.path, wrong.value);
            return { operation, place, wrong, good: shape, variables };
          });
      });
    const makeShapes = (): Promise<Good[]> => Promise.all(good[operation.name]!.map(make => make()));

    it('answers in words, changes nothing and repeats nothing; then the right values still work', async () => {
      const shapes = await makeShapes();
      const before = await tables.fingerprints(COUNTERS);

      const wrong: string[] = [];
      const heard = new Set<string>();
      const waiting = trialsOf(shapes, value => !value.meansNothing);
      expect(waiting.length).toBeGreaterThan(5);
      const attempt = async (trial: Trial): Promise<void> => {
        const { asked } = trial.good;
        const french = await ask(operation, trial.variables, { ...asked, locale: 'fr-CA' });
        const words = french.text.replaceAll(/"requestId":"\w+"/g, '');
        // Where the same was said before, it was also asked in English.
        const english = heard.has(words)
          ? null
          : await ask(operation, trial.variables, { ...asked, locale: 'en-CA' });
        heard.add(words);
        wrong.push(...why({ ...trial, french, english }));
      };
      while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(attempt));

      expect(wrong).toEqual([]);
      expect(await tables.fingerprints(COUNTERS)).toEqual(before);
      for (const { variables, asked, answer = /Success$/ } of shapes) {
        const { data, errors } = await ask(operation, variables, asked);
        expect(errors).toEqual([]);
        const isResult = operation.field.type.toString().endsWith('Result!');
        if (isResult)
          expect(data?.[operation.name]).toMatchObject({ __typename: expect.stringMatching(answer) });
        else expect(data?.[operation.name] ?? null).not.toBeNull();
      }
    });

    it('takes an empty line for none where a line may be left out', async () => {
      const [shape] = await makeShapes();
      for (const trial of trialsOf([shape!], value => value.meansNothing === true)) {
        const { status, errors, text } = await ask(operation, trial.variables, trial.good.asked);

        expect({ ...trial.place, status, errors, text }).toMatchObject({ status: 200, errors: [] });
      }
    });
  });

  it('nor is anything repeated that was written into the document itself', async () => {
    const calls = operations.flatMap(({ kind, name, field }) => [
      `${kind} { ${name}(${CANARY}: 1) { __typename } }`,
      `${kind} { ${name} { ${CANARY} } }`,
      ...field.args.flatMap(arg => [
        `${kind} { ${name}(${arg.name}: ${CANARY.toUpperCase()}) { __typename } }`,
        `${kind} { ${name}(${arg.name}: {${CANARY}: "${CANARY}"}) { __typename } }`,
      ]),
    ]);
    const documents = [
      ...calls,
      `{ ${CANARY} }`,
      `query ${CANARY} { ...${CANARY} }`,
      `{ realm @${CANARY} }`,
      `{ "${CANARY}`,
    ];
    expect(documents.length).toBeGreaterThan(100);
    for (const document of documents) {
      const { status, errors, text, headers } = await portal.graphql(document);

      expect(errors.map(error => [document, status, error.extensions])).toEqual(
        errors.map(() => [document, 400, { code: 'BAD_REQUEST', requestId: headers.get('x-request-id') }]),
      );
      expect(errors.length).toBeGreaterThan(0);
      expect(text.toLowerCase()).not.toContain(CANARY);
    }
  });

  it('fields below a query take arguments in one place alone, which is judged as well', async () => {
    const [operation] = operations;
    const below = Object.values(operation!.schema.getTypeMap())
      .filter(
        type => isObjectType(type) && !isIntrospectionType(type) && !/^(Query|Mutation)$/.test(type.name),
      )
      .flatMap(type =>
        isObjectType(type)
          ? Object.values(type.getFields())
              .filter(field => field.args.length > 0)
              .map(field => `${type.name}.${field.name}`)
          : [],
      );
    // Pages are judged wherever lists are; these are read in the same way.
    const pages = ['Person.mails', 'Viewer.mails', 'Viewer.sessions'];
    expect(below.sort()).toEqual(['Membership.status', ...pages].sort());

    const [make] = good['membership']!;
    const { variables, asked } = await make!();
    const query = `query ($id: ID!, $asOf: DateTime) { membership(id: $id) { status(asOf: $asOf) { code since until } } }`;
    const instants = [
      CANARY,
      '',
      ' ',
      CANARY_NUMBER,
      true,
      [CANARY],
      '2026-02-30T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '2026-01-01T00:00:00.000',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      `2026-01-01T00:00:00Z${CANARY}`,
    ];
    for (const asOf of instants) {
      const { status, errors, text } = await portal.graphql(query, { ...variables, asOf }, asked);
      expect({ asOf, status, codes: errors.map(error => error.extensions.code) }).toEqual({
        asOf,
        status: 400,
        codes: ['BAD_USER_INPUT'],
      });
      expect(text).not.toContain(CANARY);
    }
    for (const asOf of ['0001-01-03T00:00:00Z', '9999-12-29T23:59:59.999Z']) {
      const { status, errors } = await portal.graphql(query, { ...variables, asOf }, asked);
      expect({ asOf, status, errors }).toEqual({ asOf, status: 200, errors: [] });
    }
  });

  it.each(['mails', 'sessions'])('pages of viewer.%s are judged like those of any list', async list => {
    const [make] = good['viewer']!;
    const { asked } = await make!();
    for (const page of [
      { first: 101 },
      { first: -1 },
      { first: 1, last: 1 },
      { after: CANARY },
      { before: Buffer.from(JSON.stringify([CANARY, CANARY])).toString('base64url') },
    ]) {
      const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
        viewer { ${list}(first: $first, after: $after, last: $last, before: $before) { totalCount } } }`;
      const { errors, text } = await portal.graphql(query, page, asked);
      expect([page, errors.map(error => error.extensions.code)]).toEqual([page, ['BAD_USER_INPUT']]);
      expect(text).not.toContain(CANARY);
    }
  });

  it('nothing of it was ever written to the log', () => {
    expect(said.length).toBeGreaterThan(1_000);
    const telling = [...said, ...written].filter(
      line => line.toLowerCase().includes(CANARY) || line.includes(String(CANARY_NUMBER)),
    );

    expect(telling).toEqual([]);
    expect(written.filter(line => /"level":"error"/.test(line))).toEqual([]);
  });
});
