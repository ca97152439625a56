import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { getNamedType } from 'graphql';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { openPortal, type Answer, type Asked, type Portal } from '../support/portal.ts';
import { askWidely, wideSelectionOf } from './ask-everything.ts';
import { everyOperation, placesOf, type Operation, type Place } from './every-operation.ts';
import { idsOf, kindOfId, type Ids } from './faults.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { askEach, type Part, type Question } from './packed-questions.ts';
import { has, put } from './places.ts';
import { openTables, type TableReader } from './table-contents.ts';

const operations = await everyOperation();
const idPlaces = (operation: Operation): readonly Place[] =>
  placesOf(operation).filter(({ type }) => getNamedType(type).name === 'ID' && !String(type).includes('['));
const takingIds = operations.filter(operation => idPlaces(operation).length > 0);
const whereOf = ({ path }: Place): string => path.join('.');

describe('what is absent and what is not yours are one answer, byte for byte', () => {
  let portal: Portal;
  let door: InnerDoor;
  let tables: TableReader;
  let ours: FurnishedBody;
  let theirs: FurnishedBody;
  let neighbour: FurnishedBody;
  let ids: Ids;
  let good: Readonly<Record<string, readonly MakeGood[]>>;
  beforeAll(async () => {
    portal = await openPortal();
    tables = await openTables(portal);
    await tables.stopCountingAttempts();
    door = await openInnerDoor(portal);
    ours = await furnish(portal, portal.world.aqpm, 'Quimper');
    theirs = await furnish(portal, portal.world.acps, 'Zorbec');
    neighbour = await furnish(portal, portal.world.aqpm, 'Voisin');
    ids = idsOf(portal.parts, ours, theirs);
    good = goodArguments(portal, ours);
  });
  afterAll(async () => {
    await tables.close();
    await portal.close();
  });

  /** All that a caller can tell apart. */
  const told = ({ status, headers, text }: Answer<unknown>): unknown => ({
    status,
    headers: [...headers].filter(([name]) => !['x-request-id', 'date', 'ratelimit'].includes(name)),
    text: text.replaceAll(/"requestId":"[\w-]+"/g, ''),
  });
  const ask = async (operation: Operation, variables: object, asked: Asked): Promise<unknown> =>
    told(await askWidely(portal, operation, variables, asked));

  it('there are ids in many places', () => {
    const places = takingIds.flatMap(one => idPlaces(one).map(place => `${one.name} ${whereOf(place)}`));
    expect(places).toEqual(
      expect.arrayContaining([
        'node id',
        'organization id',
        'membership id',
        'revokeInvitation input.invitationId',
        'issueInvitations input.invitations.0.personId',
      ]),
    );
  });

  const questionOf = (operation: Operation, label: string, variables: object): Question => ({
    label,
    operation,
    selection: wideSelectionOf(operation),
    variables: variables as Question['variables'],
  });
  const answersTo = (questions: readonly Question[], asked: Asked): Promise<readonly Part[]> =>
    askEach(door, questions, asked);

  /** Right arguments with something in each place; no more of them are made than it takes to find them. */
  const shapesWith = async (
    { name }: Operation,
    wanted: readonly Place[],
  ): Promise<readonly { readonly shape: Good; readonly places: readonly Place[] }[]> => {
    const shapes: { shape: Good; places: Place[] }[] = [];
    let left = wanted;
    for (const make of good[name]!) {
      if (left.length === 0) break;
      const shape = await make();
      shapes.push({ shape, places: left.filter(({ path }) => has(shape.variables, path)) });
      left = left.filter(({ path }) => !has(shape.variables, path));
    }
    shapes[0]!.places.push(...left);
    return shapes.filter(({ places }) => places.length > 0);
  };

  it.each(takingIds)('$name', async operation => {
    const shapes = await shapesWith(operation, idPlaces(operation));
    const before = await tables.fingerprints(['public.attempt_window']);
    const wrong: unknown[] = [];
    const absents: [Good, Part][] = [];

    for (const { shape, places } of shapes) {
      const { variables, asked } = shape;
      for (const place of places) {
        const kind = kindOfId(operation, place);
        const named = [
          ['absent', ids.absent(kind)],
          ['foreign', ids.foreign[kind]],
          ...othersOf(operation, kind).map(id => ['another’s', id]),
          ['of another kind', ids.absent('Client')],
          ['no id', `${kind}-1`],
        ] as const;
        const [absent, ...others] = await answersTo(
          named.map(([what, id]) => questionOf(operation, what, put(variables, place.path, id))),
          asked,
        );
        for (const [number, said] of others.entries())
          if (!isDeepStrictEqual(said, absent))
            wrong.push({ place: whereOf(place), what: named[number + 1]![0], said, absent });
        absents.push([shape, absent!]);
      }
    }
    // As it comes over the wire, with status and headers.
    const [{ shape, places }] = shapes as [(typeof shapes)[number]];
    const [place] = places as [Place];
    const kind = kindOfId(operation, place);
    const overWire = (id: string): Promise<unknown> =>
      ask(operation, put(shape.variables, place.path, id), shape.asked);
    expect(await overWire(ids.foreign[kind])).toEqual(await overWire(ids.absent(kind)));

    expect(wrong).toEqual([]);
    expect(await tables.fingerprints(['public.attempt_window'])).toEqual(before);
    // What is theirs is another answer, or this would prove nothing.
    for (const { shape } of shapes) {
      const [said] = await answersTo([questionOf(operation, 'own', shape.variables)], shape.asked);
      for (const [of, absent] of absents) if (of === shape) expect(said).not.toEqual(absent);
    }
  });

  /** Of the same body, yet somebody else's; of what everybody of the tree may see there is none. */
  const othersOf = ({ policy }: Operation, kind: keyof FurnishedBody['ids']): string[] =>
    policy === 'SIGNED_IN' && ['Person', 'Organization', 'Membership'].includes(kind)
      ? [neighbour.ids[kind]]
      : [];

  it('every record by node, through another tree, for another member and for nobody', async () => {
    const node = operations.find(({ name }) => name === 'node')!;
    const { Association, Section, MembershipClass, ...personal } = ours.ids;
    const through = async (asked: Asked, id: string): Promise<unknown> => ask(node, { id }, asked);

    const kinds = Object.keys(ours.ids) as (keyof typeof ours.ids)[];
    const all = (found: (kind: (typeof kinds)[number]) => string): Question[] =>
      kinds.map(kind => questionOf(node, kind, { id: found(kind) }));
    for (const asked of [theirs.member, theirs.office.asked, { clientKey: theirs.siteKey }])
      expect(
        await answersTo(
          all(kind => ours.ids[kind]),
          asked,
        ),
      ).toEqual(
        await answersTo(
          all(kind => toPublicId(kind, newId(portal.clock, portal.parts.random))),
          asked,
        ),
      );
    const nothing = await through(neighbour.member, ids.absent('Organization'));
    expect(await through(neighbour.member, ours.ids.Person)).toEqual(nothing);
    const ofOne = Object.entries(personal).map(([kind, id]) => questionOf(node, kind, { id }));
    for (const asked of [neighbour.member, { clientKey: ours.siteKey }])
      expect(await answersTo(ofOne, asked)).toEqual(ofOne.map(() => ({ data: null, errors: [] })));
    for (const id of [Association, Section, MembershipClass])
      expect(await through(neighbour.member, id)).not.toEqual(
        await through(neighbour.member, ids.absent('Section')),
      );
  });

  it('a code of another tree and one that never was', async () => {
    const taking = operations.filter(one =>
      placesOf(one).some(({ path }) => /^(?:code|invitationCode)$/.test(String(path.at(-1)))),
    );
    const withCode = taking.filter(({ name }) => name !== 'association');
    expect(withCode.length).toBeGreaterThan(4);
    for (const operation of withCode) {
      const place = placesOf(operation).find(({ path }) => /code$/i.test(String(path.at(-1))))!;
      const { variables, asked } = await good[operation.name]![0]!();
      const [unknown, ...others] = await answersTo(
        ['0123abcd-4567-89ef', theirs.code, 'pas un code'].map(code =>
          questionOf(operation, code, put(variables, place.path, code)),
        ),
        asked,
      );
      expect([operation.name, ...others]).toEqual([operation.name, unknown, unknown]);
    }
  });

  it('an association of another tree and one that never was', async () => {
    const association = operations.find(({ name }) => name === 'association')!;
    const answerTo = (code: string) => ask(association, { code }, ours.member);

    expect(await answerTo('acps')).toEqual(await answerTo('nulle'));
    expect(await answerTo('pibc')).toEqual(await answerTo('nulle'));
    expect(await answerTo('aqpm')).not.toEqual(await answerTo('nulle'));
  });

  it('a token of an invitation of another tree and one that never was', async () => {
    for (const name of ['confirmInvitationAddress', 'disputeInvitation']) {
      const operation = operations.find(one => one.name === name)!;
      const { variables } = await goodArguments(portal, theirs)[name]![0]!();
      const answerTo = (token: string) => ask(operation, { input: { token } }, { clientKey: ours.siteKey });
      const { token } = (variables as { input: { token: string } }).input;

      expect(await answerTo(token)).toEqual(await answerTo(`affilia_once_${'x'.repeat(32)}`));
    }
  });
});
