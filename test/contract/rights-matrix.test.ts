import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql';
import { openPortal, type Portal } from '../support/portal.ts';
import { askWidely, wholeSelectionsOf } from './ask-everything.ts';
import { everyOperation, everySelection, placesOf, type Operation, type Place } from './every-operation.ts';
import { idsOf, kindOfId, type Ids } from './faults.ts';
import { furnish } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { fieldsBeyond } from './judge-fields.ts';
import {
  askPacked,
  nodeQuestions,
  pack,
  type Packed,
  type PackedAnswer,
  type Question,
} from './packed-questions.ts';
import { has, put } from './places.ts';
import {
  CALLERS,
  canariesOf,
  nameOf,
  OUTSIDERS,
  PLACES,
  RECORDS,
  type Facet,
  type PlaceName,
  type RecordsName,
} from './rights-table.ts';
import { buildRightsWorld, type RightsWorld } from './rights-world.ts';
import { openTables, type TableReader } from './table-contents.ts';

const operations = await everyOperation();
/** What a secret opens is for whoever holds it, in its tree (`trees.test.ts`). */
const takesSecret = (operation: Operation): boolean =>
  placesOf(operation).some(({ path }) => /(?:[cC]ode|[tT]oken)$/.test(String(path.at(-1)))) &&
  operation.name !== 'association';
const queries = operations.filter(one => one.kind === 'query' && one.name !== 'node' && !takesSecret(one));
const idPlaces = (operation: Operation) =>
  placesOf(operation).filter(({ type }) => getNamedType(type).name === 'ID' && !String(type).includes('['));
/** What they name is shown to everybody of the tree. */
const PUBLIC_QUERIES = [
  'association',
  'associations',
  'joinableOrganizations',
  'membershipClasses',
  'realm',
  'sections',
];

/** Bodies, sections and classes are added for everybody of the tree to see, and to look is noted in the trail. */
const UNSTEADY = [...PUBLIC_QUERIES, 'auditTrail'];

type GoodArguments = Readonly<Record<string, readonly MakeGood[]>>;
type Caller = RightsWorld['callers'] extends ReadonlyMap<string, infer C> ? C : never;

describe('who sees what of whom (C7)', () => {
  let portal: Portal;
  let door: InnerDoor;
  let tables: TableReader;
  let world: RightsWorld;
  let ids: Ids;
  const good = {} as Record<PlaceName, GoodArguments>;
  let canaries: readonly (readonly [RecordsName, Facet, string])[];
  beforeAll(async () => {
    portal = await openPortal();
    tables = await openTables(portal);
    await tables.stopCountingAttempts();
    door = await openInnerDoor(portal);
    world = await buildRightsWorld(portal);
    const { records } = world;
    for (const place of PLACES) good[place] = goodArguments(portal, records[place]);
    ids = idsOf(portal.parts, records.own, records.foreign);
    const isShared = (name: RecordsName): boolean => name.startsWith('two');
    // Of one body there may be one record alone, like its client: it is the first one's.
    const words = new Set<string>();
    canaries = RECORDS.flatMap(name =>
      canariesOf(records[name], isShared(name))
        .filter(([, word]) => !words.has(word) && words.add(word))
        .map(([facet, word]): readonly [RecordsName, Facet, string] => [name, facet, word]),
    );
    asking = await ask();
  }, 90_000);
  afterAll(async () => {
    await tables.close();
    await portal.close();
  });

  const isForeign = (name: RecordsName): boolean => /foreign$/i.test(name);
  const maySee = ({ client, sees }: Caller, name: RecordsName, facet: Facet): boolean =>
    facet === 'PUBLIC'
      ? isForeign(name) === client.startsWith('foreign')
      : sees[name]?.includes(facet) === true;
  /** What stands in these bytes and is not for the caller. */
  const leaksIn = (caller: Caller, text: string): string[] => {
    const all = text.toLowerCase();
    return canaries
      .filter(([name, facet, word]) => !maySee(caller, name, facet) && all.includes(word))
      .map(canary => canary.join(' '));
  };

  /** The right arguments of a query, from the first page on. */
  const variablesOf = async (operation: Operation, place: PlaceName): Promise<Question['variables']> => {
    const { variables } = await good[place][operation.name]![0]!();
    const { after: _, before: __, last: ___, ...others } = variables;
    return 'first' in variables ? { ...others, first: 100 } : others;
  };
  const absentOf = (operation: Operation, variables: Question['variables']): Question['variables'] => {
    if (operation.name === 'association') return { code: 'nulle' };
    return idPlaces(operation).reduce(
      (all, place) => put(all, place.path, ids.absent(kindOfId(operation, place))),
      variables,
    );
  };
  interface Asking {
    /** By every caller: what names nothing. */
    readonly ofCaller: readonly Packed[];
    readonly narrow: readonly Packed[];
    readonly wide: Readonly<Partial<Record<PlaceName, readonly Packed[]>>>;
  }
  /** Each query with the names of each body, and of none; and with all that it leads to. */
  const ask = async (): Promise<Asking> => {
    const ofCaller: Question[] = [];
    for (const operation of queries.filter(namesNothing)) {
      const variables = await variablesOf(operation, 'own');
      for (const selection of wholeSelectionsOf(operation))
        ofCaller.push({ label: `own ${operation.name}`, operation, selection, variables });
    }
    const narrow: Question[] = [];
    const wide: Partial<Record<PlaceName, readonly Packed[]>> = {};
    const whole = new Map(queries.map(one => [one, wholeSelectionsOf(one)]));
    for (const place of PLACES) {
      const all: Question[] = [];
      for (const operation of queries) {
        if (namesNothing(operation)) continue;
        const variables = await variablesOf(operation, place);
        const brief = everySelection(operation.schema, operation.field.type, 1).join(' ');
        narrow.push({ label: `${place} ${operation.name}`, operation, selection: brief, variables });
        if (place === 'own' && idPlaces(operation).length + Number(operation.name === 'association') > 0) {
          const absent = absentOf(operation, variables);
          narrow.push({
            label: `absent ${operation.name}`,
            operation,
            selection: brief,
            variables: absent,
          });
        }
        for (const selection of whole.get(operation)!)
          all.push({ label: `${place} ${operation.name}`, operation, selection, variables });
      }
      wide[place] = pack(all);
    }
    return { ofCaller: pack(ofCaller), narrow: pack(narrow), wide };
  };
  /** Of the two records of one body, the first stands for what the body has once. */
  const isOfBody = (place: RecordsName, facet: Facet): boolean =>
    facet === 'ADMINISTRATION' && place.startsWith('two');
  const namesNothing = ({ field }: Operation): boolean =>
    field.args.every(({ name }) => PAGING.includes(name));
  const PAGING = ['first', 'after', 'last', 'before', 'order', 'enum'];
  let asking: Asking;

  describe('is told by every query with every field, about the records of every body', () => {
    it.each(CALLERS.map(nameOf))('%s', async name => {
      const caller = world.callers.get(name)!;
      const wrong: unknown[] = [];
      const told: string[] = [];
      const take = (text: string, where: string): void => {
        told.push(text.toLowerCase());
        const leaks = leaksIn(caller, text);
        if (leaks.length > 0) wrong.push({ where: where.slice(0, 600), leaks, text: text.slice(0, 600) });
      };
      // What they read of themselves names nobody, and is asked apart.
      const judgeFields = ({ parts: answered }: PackedAnswer): void => {
        for (const [{ label }, { data }] of answered) {
          const fields = fieldsBeyond(caller, data);
          if (fields.length > 0) wrong.push({ label, fields });
        }
      };
      const parts = new Map<string, string>();
      for (const packed of asking.narrow) {
        const answer = await askPacked(door, packed, caller.asked);
        take(answer.text, packed.document);
        judgeFields(answer);
        for (const [{ label }, part] of answer.parts) parts.set(label, JSON.stringify(part));
      }
      // What is out of reach and what there is not are one answer.
      for (const [label, part] of parts) {
        const [place, operation] = label.split(' ') as [PlaceName, string];
        const absent = parts.get(`absent ${operation}`);
        const isHidden = isForeign(place)
          ? !caller.client.startsWith('foreign')
          : caller.client.startsWith('foreign') ||
            (!caller.sees[place]?.includes('HOUSE') && !PUBLIC_QUERIES.includes(operation));
        if (absent !== undefined && place !== ('absent' as string) && isHidden && part !== absent)
          wrong.push({ label, part: part.slice(0, 400), absent: absent.slice(0, 400) });
      }
      const reached = PLACES.filter(place => caller.sees[place]?.includes('HOUSE'));
      for (const packed of asking.ofCaller)
        take((await askPacked(door, packed, caller.asked)).text, packed.document);
      for (const packed of reached.flatMap(place => asking.wide[place] ?? [])) {
        const answer = await askPacked(door, packed, caller.asked);
        take(answer.text, packed.document);
        judgeFields(answer);
      }
      const nodes = new Set(RECORDS.flatMap(place => Object.values(world.records[place].ids)));
      for (const packed of pack(nodeQuestions(operations, [...nodes])))
        take((await askPacked(door, packed, caller.asked)).text, 'node');

      // What they do see is seen, or this would prove nothing.
      for (const [place, facets] of Object.entries(caller.sees) as [RecordsName, readonly Facet[]][])
        for (const facet of facets.filter(one => one !== 'PRIVATE' && !isOfBody(place, one))) {
          const words = canaries.filter(one => one[0] === place && one[1] === facet).map(one => one[2]);
          if (words.length > 0 && !words.some(word => told.some(text => text.includes(word))))
            wrong.push({ sees: `nothing of ${place} ${facet}` });
        }
      expect(wrong).toEqual([]);
    });
  });

  it('is told by no search, filter or order', async () => {
    const looking = [
      'own tool: staff own ADMIN+',
      'own tool: staff own READER',
      'own site: holder own',
      'parent tool: staff parent ADMIN',
    ];
    const wrong: unknown[] = [];
    for (const name of looking) {
      const caller = world.callers.get(name)!;
      const place: PlaceName = name.includes('parent') ? 'parent' : 'own';
      const questions: (Question & { readonly finds: 'NOTHING' | 'ANYTHING' })[] = [];
      for (const operation of queries.filter(({ field }) => String(field.type).includes('Connection'))) {
        const variables = await variablesOf(operation, place);
        const selection = 'totalCount nodes { __typename }';
        const add = (path: readonly (string | number)[], value: unknown, finds: 'NOTHING' | 'ANYTHING') =>
          questions.push({
            label: `${operation.name} ${path.join('.')} ${String(value)}`,
            operation,
            selection,
            variables: put(variables, path, value),
            finds,
          });
        for (const { path, type } of placesOf(operation)) {
          const named = getNamedType(type);
          if (PAGING.slice(0, 4).includes(String(path[0]))) continue;
          if (isEnumType(named) && !String(type).includes('['))
            named.getValues().forEach(({ name: value }) => add(path, value, 'ANYTHING'));
          if (path.at(-1) === 'search')
            for (const other of RECORDS.filter(one => !(one in caller.sees) && one !== place)) {
              const { mark } = world.records[other];
              [mark, `Écuyer-${mark}`, `Maison ${mark}`, `${mark}-7`].forEach(word =>
                add(path, word, 'NOTHING'),
              );
            }
          if (named.name === 'ID' && !String(type).includes('[') && path.at(-1) !== 'associationId') {
            const kind = kindOfId(operation, { path, type, description: '' });
            add(path, world.records.sibling.ids[kind], 'NOTHING');
          }
        }
      }
      for (const packed of pack(questions)) {
        const answer = await askPacked(door, packed, caller.asked);
        const leaks = leaksIn(caller, answer.text);
        if (leaks.length > 0) wrong.push({ name, leaks, text: answer.text.slice(0, 400) });
        for (const [question, { data }] of answer.parts) {
          const { finds } = question as (typeof questions)[number];
          const found = (data as { totalCount?: number } | null)?.totalCount ?? 0;
          if (finds === 'NOTHING' && found > 0) wrong.push({ name, question: question.label, found });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  const isId = ({ type }: { readonly type: GraphQLInputType }): boolean => getNamedType(type).name === 'ID';
  describe('is told by no mutation to whoever names what is not theirs, and nothing changes', () => {
    const mutations = operations.filter(
      one => one.kind === 'mutation' && !takesSecret(one) && placesOf(one).some(isId),
    );

    it.each(mutations)('$name', async operation => {
      // Where an operation names a record only now and then, a way to call it that does.
      let shape: Good | null = null;
      for (const make of good.own[operation.name]!) {
        shape = await make();
        if (placesOf(operation).some(one => isRecord(operation, one) && names(shape?.variables, one.path)))
          break;
        shape = null;
      }
      if (shape === null) return;
      const { variables, asked } = shape;
      const place = idPlaces(operation).find(({ path }) => names(variables, path));
      const absent = place && put(variables, place.path, ids.absent(kindOfId(operation, place)));
      const before = await tables.fingerprints();
      const wrong: unknown[] = [];
      for (const name of OUTSIDERS) {
        // A tool of a test realm may at its body and below, whoever sits before it.
        if (operation.policy === 'TEST_CLIENT' && /^(own|parent) tool/.test(name)) continue;
        const outsider = world.callers.get(name)!.asked;
        const { text, headers, data, status } = await askWidely(door, operation, variables, outsider);
        const leaks = leaksIn({ ...world.callers.get(name)!, sees: {} }, `${[...headers].join(' ')} ${text}`);
        const done = /Success$/.test(data?.[operation.name]?.__typename ?? '');
        if (leaks.length > 0 || done || status >= 500) wrong.push({ name, leaks, text: text.slice(0, 400) });
        if (absent && COMPARED.includes(name)) {
          const nothing = await askWidely(door, operation, absent, outsider);
          if (bare(nothing.text) !== bare(text)) wrong.push({ name, text, nothing: nothing.text });
        }
      }

      expect(wrong).toEqual([]);
      expect(await tables.fingerprints()).toEqual(before);
      // Whose it is may do it.
      const { data, errors } = await askWidely(door, operation, variables, asked);
      expect(errors).toEqual([]);
      expect(data?.[operation.name]?.__typename).toMatch(/Success$/);
    });
  });
  /** Whether a record is named there, and not left out. */
  const names = (variables: object | undefined, path: Place['path']): boolean =>
    has(variables, path) && JSON.stringify(put(variables, path, null)) !== JSON.stringify(variables);
  const COMPARED = ['sibling tool: staff sibling ADMIN+', 'own site: stranger own'];
  /** To name a body alone, as what one does for oneself there, is open to everybody of its tree. */
  const isRecord = (operation: Operation, place: Place): boolean =>
    isId(place) && (operation.policy !== 'SIGNED_IN' || kindOfId(operation, place) !== 'Association');
  const bare = (text: string): string => text.replaceAll(/"requestId":"[\w-]+"/g, '');

  it('nor does anything that is counted change with what happens elsewhere', async () => {
    const looking = ['own tool: staff own ADMIN+', 'own site: holder own', 'parent tool: staff parent ADMIN'];
    const seen = async (name: string): Promise<Map<string, string>> => {
      const found = new Map<string, string>();
      for (const packed of asking.narrow) {
        const { parts } = await askPacked(door, packed, world.callers.get(name)!.asked);
        for (const [{ label, operation }, part] of parts)
          if (!UNSTEADY.includes(operation.name)) found.set(label, JSON.stringify(part));
      }
      return found;
    };
    // What was begun for other tests ends first.
    await portal.runDue();
    const before = await Promise.all(looking.map(seen));

    const { sibling, independent, foreign, twoSibling } = world.records;
    await furnish(portal, sibling, 'Nouveauzorb', twoSibling.account);
    await furnish(portal, independent, 'Nouveaugand');
    await furnish(portal, foreign, 'Nouveaurim', twoSibling.account);

    expect(await Promise.all(looking.map(seen))).toEqual(before);
  });
});
