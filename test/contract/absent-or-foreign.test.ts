import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType } from 'graphql';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { openPortal, type Answer, type Asked, type Portal } from '../support/portal.ts';
import { askWidely } from './ask-everything.ts';
import { everyOperation, placesOf, type Operation, type Place } from './every-operation.ts';
import { idsOf, kindOfId, type Ids } from './faults.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { has, put } from './places.ts';
import { openTables, type TableReader } from './table-contents.ts';

const operations = await everyOperation();
const places = operations.flatMap(operation =>
  placesOf(operation)
    .filter(({ type }) => getNamedType(type).name === 'ID' && !String(type).includes('['))
    .map(place => ({ operation, place, where: `${operation.name} ${place.path.join('.')}` })),
);

describe('what is absent and what is not yours are one answer, byte for byte', () => {
  let portal: Portal;
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
    expect(places.map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        'node id',
        'organization id',
        'membership id',
        'revokeInvitation input.invitationId',
        'issueInvitations input.invitations.0.personId',
      ]),
    );
  });

  /** Right arguments with something in that place; no more of them are made than it takes to find them. */
  const shapeWith = async ({ name }: Operation, { path }: Place): Promise<Good> => {
    const shapes: Good[] = [];
    for (const make of good[name]!) {
      const shape = await make();
      if (has(shape.variables, path)) return shape;
      shapes.push(shape);
    }
    return shapes[0]!;
  };

  it.each(places)('$where', async ({ operation, place }) => {
    const { variables, asked } = await shapeWith(operation, place);
    const kind = kindOfId(operation, place);
    const answerTo = (id: string): Promise<unknown> => ask(operation, put(variables, place.path, id), asked);
    const before = await tables.fingerprints(['public.attempt_window']);

    const absent = await answerTo(ids.absent(kind));
    for (const id of [ids.foreign[kind], ...othersOf(operation, kind), ids.absent('Client'), `${kind}-1`])
      expect(await answerTo(id)).toEqual(absent);
    expect(await tables.fingerprints(['public.attempt_window'])).toEqual(before);

    // What is theirs is another answer, or this would prove nothing.
    expect(await ask(operation, variables, asked)).not.toEqual(absent);
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

    for (const [kind, id] of Object.entries(ours.ids)) {
      const nothing = toPublicId(kind as never, newId(portal.clock, portal.parts.random));
      for (const asked of [theirs.member, theirs.office.asked, { clientKey: theirs.siteKey }])
        expect([kind, await through(asked, id)]).toEqual([kind, await through(asked, nothing)]);
    }
    for (const id of Object.values(personal))
      for (const asked of [neighbour.member, { clientKey: ours.siteKey }])
        expect(await through(asked, id)).toEqual(await through(asked, ids.absent('Organization')));
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
      const answerTo = (code: string): Promise<unknown> =>
        ask(operation, put(variables, place.path, code), asked);

      const unknown = await answerTo('0123abcd-4567-89ef');
      expect([operation.name, await answerTo(theirs.code)]).toEqual([operation.name, unknown]);
      expect([operation.name, await answerTo('pas un code')]).toEqual([operation.name, unknown]);
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
