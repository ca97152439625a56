import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GraphQLError,
  isObjectType,
  isIntrospectionType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { IdKind } from '../../src/kernel/id.ts';
import { askWidely } from './ask-everything.ts';
import { openAttempts, questionOf, type Attempts, type GoodTrial } from './attempts.ts';
import { DATED } from './dated-fields.ts';
import { everyOperation, placesOf, type Operation } from './every-operation.ts';
import {
  CANARY,
  CANARY_NUMBER,
  idsOf,
  takesNothing,
  wrongValues,
  type Ids,
  type WrongValue,
} from './faults.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { judgeTypes, kindOf } from './ill-typed.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { askEach } from './packed-questions.ts';
import { has, put } from './places.ts';
import { recordLog } from './recorded-log.ts';
import { openTables, type TableReader } from './table-contents.ts';
import type { Answered } from './judge-refusal.ts';

/** Counting an attempt is all that a refusal may leave behind. */
const COUNTERS = ['public.attempt_window'];
/** Where an operation has so many places, two neighbours share the wrong values: one place of the code judges them. */
const SHARED_BY = 3;

const operations = await everyOperation();

describe('whatever is sent in place of what belongs there', () => {
  const { log, said, written } = recordLog();
  let portal: Portal;
  let door: InnerDoor;
  let attempts: Attempts;
  let tables: TableReader;
  let ids: Ids;
  let good: Readonly<Record<string, readonly MakeGood[]>>;
  let ours: FurnishedBody;
  beforeAll(async () => {
    portal = await openPortal({ log });
    tables = await openTables(portal);
    await tables.stopCountingAttempts();
    door = await openInnerDoor(portal);
    attempts = openAttempts(portal, door);
    ours = await furnish(portal, portal.world.aqpm, 'Quimper');
    const theirs = await furnish(portal, portal.world.acps, 'Zorbec');
    ids = idsOf(portal.parts, ours, theirs);
    good = goodArguments(portal, ours);
  });
  afterAll(async () => {
    await tables.close();
    await portal.close();
  });

  const ask = (operation: Operation, variables: object, asked: Asked): Promise<Answered> =>
    askWidely(portal, operation, variables, asked);
  const seen = new Set<string>();
  /** Of each kind one is asked over the wire, and one of each operation; of what the types refuse no other is asked. */
  const isNew = (trial: GoodTrial): boolean => {
    const kinds = [kindOf(trial), trial.operation.name].filter(kind => !seen.has(kind));
    kinds.forEach(kind => seen.add(kind));
    return kinds.length > 0;
  };

  it('there are good arguments for every query and mutation', () => {
    expect(Object.keys(good).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  describe.each(operations.filter(one => placesOf(one).length > 0))('$name', operation => {
    /** Each wrong value in its place, everything around it right. */
    const trialsOf = (shapes: readonly Good[], wanted: (wrong: WrongValue) => boolean): GoodTrial[] => {
      const huge = new Set<string>();
      return placesOf(operation).flatMap((place, i, { length }) => {
        const shape = shapes.find(({ variables }) => has(variables, place.path)) ?? shapes[0]!;
        return wrongValues(operation, place, ids)
          .filter(wanted)
          .filter((_, j) => length < SHARED_BY || (i + j) % 2 === 0)
          .filter(({ what, isHuge }) => !isHuge || (!huge.has(what) && huge.add(what)))
          .map(wrong => {
            const variables = put(shape.variables, place.path, wrong.value);
            return { operation, place, wrong, good: shape, variables };
          });
      });
    };

    it('answers in words, changes nothing and repeats nothing; then the right values still work', async () => {
      const shapes = await Promise.all(good[operation.name]!.map(make => make()));
      const before = await tables.fingerprints(COUNTERS);

      const wrong: string[] = [];
      const trials = trialsOf(shapes, value => !value.meansNothing);
      expect(trials.length).toBeGreaterThan(5);
      const overWire: GoodTrial[] = [];
      const behind = trials.filter(trial => {
        const faults = judgeTypes(portal.parts.wordings, trial);
        wrong.push(...(faults ?? []));
        if (!isNew(trial)) return faults === null;
        overWire.push(trial);
        return false;
      });
      wrong.push(...(await Promise.all(overWire.map(attempts.overWire))).flat());
      for (const shape of shapes)
        wrong.push(...(await attempts.behind(behind.filter(({ good }) => good === shape))));

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

    if (placesOf(operation).some(takesNothing))
      it('takes an empty line for none where a line may be left out', async () => {
        const shape = await good[operation.name]![0]!();
        const trials = trialsOf([shape], value => value.meansNothing === true);
        const answers = await askEach(door, trials.map(questionOf), shape.asked);

        expect(answers.map(({ errors }, number) => [trials[number]!.place.path, errors])).toEqual(
          trials.map(({ place }) => [place.path, []]),
        );
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
    // What is refused before it runs is answered by one function: every document is tried, and some of each kind sent.
    const refused = documents.filter(document => isRefused(operations[0]!.schema, document));
    expect(refused).toEqual(documents);
    for (const document of documents.filter((_, number) => number % 10 === 0 || number >= calls.length)) {
      const { status, errors, text, headers } = await portal.graphql(document);

      expect(errors.map(error => [document, status, error.extensions])).toEqual(
        errors.map(() => [document, 400, { code: 'BAD_REQUEST', requestId: headers.get('x-request-id') }]),
      );
      expect(errors.length).toBeGreaterThan(0);
      expect(text.toLowerCase()).not.toContain(CANARY);
    }
  });

  it('fields below a query take pages, and days or instants, which are judged as well', () => {
    const [operation] = operations;
    const below = Object.values(operation!.schema.getTypeMap())
      .filter(
        type => isObjectType(type) && !isIntrospectionType(type) && !/^(Query|Mutation)$/.test(type.name),
      )
      .flatMap(type =>
        isObjectType(type)
          ? Object.values(type.getFields())
              .filter(({ args }) => args.some(arg => String(arg.type).startsWith('Date')))
              .map(({ name, args }) => ({ field: `${type.name}.${name}`, args: args.map(arg => arg.name) }))
          : [],
      );
    // Pages are judged wherever lists are; these are read in the same way.
    const others = below.filter(({ args }) => !args.includes('first')).map(({ field }) => field);

    expect(others.sort()).toEqual(DATED.map(({ field }) => field).sort());
  });

  it.each(DATED)('$field asks for a day or an instant', async ({ field, of, query, wrong, edges }) => {
    const id = of === 'Viewer' ? undefined : ours.ids[of as IdKind];
    const answerTo = (at: unknown) => portal.graphql(query, { id, at }, ours.office.asked);

    for (const at of wrong) {
      const { status, errors, text } = await answerTo(at);
      expect({ at, status, codes: errors.map(error => error.extensions.code) }).toEqual({
        at,
        status: 400,
        codes: ['BAD_USER_INPUT'],
      });
      expect(text).not.toContain(CANARY);
    }
    for (const at of edges) {
      const { status, errors } = await answerTo(at);
      expect({ field, at, status, errors }).toEqual({ field, at, status: 200, errors: [] });
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

function isRefused(schema: GraphQLSchema, document: string): boolean {
  try {
    return validate(schema, parse(document)).length > 0;
  } catch (error) {
    return error instanceof GraphQLError;
  }
}
