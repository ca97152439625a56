import { describe, expect, it } from '@jest/globals';
import {
  allows,
  exercisable,
  type Grant,
  type Tree,
} from '../../src/modules/associations/association.policy.ts';
import { StaffReach, StaffRole } from '../../src/modules/associations/staff.enums.ts';

const { NODE, NODE_AND_BELOW } = StaffReach;

/** icu ─ oppi ─ toronto ; icu ─ pibc (independent) ─ yukon ; aqpm is another tree. */
const tree: Tree = new Map(
  [
    { id: 'icu', parentId: null, independent: false },
    { id: 'oppi', parentId: 'icu', independent: false },
    { id: 'toronto', parentId: 'oppi', independent: false },
    { id: 'pibc', parentId: 'icu', independent: true },
    { id: 'yukon', parentId: 'pibc', independent: false },
  ].map(node => [node.id, node]),
);
const bodies = [...tree.keys(), 'aqpm'];

const grant = (associationId: string, reach: StaffReach, facts: Partial<Grant> = {}): Grant => ({
  associationId,
  reach,
  role: StaffRole.MEMBERSHIP,
  fromAt: new Date('2026-01-01T00:00:00Z'),
  toAt: null,
  ...facts,
});
const now = new Date('2026-11-22T15:00:00Z');
const tool = (associationId: string) => ({ kind: 'SECRET' as const, associationId });
const reached = (client: Parameters<typeof exercisable>[1], held: Grant, roles = [StaffRole.MEMBERSHIP]) => {
  const grants = exercisable(tree, client, [held], now);
  return bodies.filter(body => allows(tree, grants, body, roles));
};

describe('how far a staff assignment reaches (C7)', () => {
  it.each([
    ['the national body alone', grant('icu', NODE), ['icu']],
    ['the national body and below', grant('icu', NODE_AND_BELOW), ['icu', 'oppi', 'toronto']],
    ['an institute alone', grant('oppi', NODE), ['oppi']],
    [
      'an institute and below, not its siblings nor its parent',
      grant('oppi', NODE_AND_BELOW),
      ['oppi', 'toronto'],
    ],
    ['a leaf and below', grant('toronto', NODE_AND_BELOW), ['toronto']],
  ])('%s', (_, held, expected) => {
    expect(reached(tool('icu'), held)).toEqual(expected);
  });

  it('reaches below an independent body for that body itself, through its own tool', () => {
    expect(reached(tool('pibc'), grant('pibc', NODE_AND_BELOW))).toEqual(['pibc', 'yukon']);
    expect(reached(tool('yukon'), grant('yukon', NODE))).toEqual(['yukon']);
  });

  it('never reaches another tree', () => {
    expect(reached(tool('aqpm'), grant('icu', NODE_AND_BELOW))).toEqual([]);
    expect(reached(tool('icu'), grant('aqpm', NODE_AND_BELOW))).toEqual([]);
  });
});

describe("a person's rights, cut by the client's", () => {
  it.each([
    [
      'an assignment of the national body, through the tool of an institute',
      'oppi',
      grant('icu', NODE_AND_BELOW),
    ],
    [
      'an assignment of an independent body, through the tool of the national one',
      'icu',
      grant('pibc', NODE),
    ],
    [
      'an assignment below an independent body, through the tool of the national one',
      'icu',
      grant('yukon', NODE),
    ],
    ['an assignment of a sibling', 'toronto', grant('pibc', NODE_AND_BELOW)],
  ])('nothing remains of %s', (_, client, held) => {
    expect(reached(tool(client), held)).toEqual([]);
  });

  it.each([null, { kind: 'PUBLISHABLE' as const, associationId: 'icu' }])(
    'nothing remains through a site with a publishable key, nor without a client (%j)',
    client => {
      expect(reached(client, grant('icu', NODE_AND_BELOW))).toEqual([]);
    },
  );
});

describe('when a staff assignment is in force', () => {
  it.each([
    ['not before it starts', { fromAt: new Date(now.getTime() + 1) }, []],
    ['from its first instant', { fromAt: now }, ['icu']],
    ['until just before its end', { toAt: new Date(now.getTime() + 1) }, ['icu']],
    ['not at its end', { toAt: now }, []],
  ])('%s', (_, dates, expected) => {
    expect(reached(tool('icu'), grant('icu', NODE, dates))).toEqual(expected);
  });
});

describe('what a staff role allows', () => {
  it.each(Object.values(StaffRole))('%s is asked for by name', role => {
    const held = grant('icu', NODE, { role });
    const others = Object.values(StaffRole).filter(other => other !== role);

    expect(reached(tool('icu'), held, [role])).toEqual(['icu']);
    expect(reached(tool('icu'), held, others)).toEqual([]);
    expect(reached(tool('icu'), held, [])).toEqual([]);
  });
});
