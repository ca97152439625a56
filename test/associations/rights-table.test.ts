import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  covers,
  leftWithout,
  type Grant,
  type Tree,
} from '../../src/modules/associations/association.policy.ts';
import { isSomebodyElse, needsSecondPerson } from '../../src/modules/associations/second-person.policy.ts';
import {
  coveringBodies,
  isKeptOut,
  kindsLetThrough,
  type Sharing,
} from '../../src/modules/associations/sharing/sharing.policy.ts';
import {
  mayAct,
  STAFF_ACTIONS,
  type StaffAction,
} from '../../src/modules/associations/staff-action.policy.ts';
import { StaffReach, StaffRole } from '../../src/modules/associations/staff.enums.ts';
import { CLIENT_SCOPES } from '../../src/platform/graphql/client-scope.ts';

const ROLES = Object.values(StaffRole);
const ACTIONS = Object.keys(STAFF_ACTIONS) as StaffAction[];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : [];
  });

describe('what staff may do (C7, M1)', () => {
  it('stands in docs/rights.md as it is in the code: the act, a tick per role, the scope, one’s own', () => {
    const rows = readFileSync('docs/rights.md', 'utf8')
      .split('\n')
      .filter(line => /^\| `[A-Z_]+`/.test(line))
      .map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim()),
      );
    const told = rows.map(([act, , ...rights]) => [act, ...rights]);

    expect(told).toEqual(
      ACTIONS.map(action => {
        const { roles, scope, own } = STAFF_ACTIONS[action];
        const ticks = ROLES.map(role => (roles.includes(role) ? '✓' : ''));
        return [`\`${action}\``, ...ticks, `\`${scope}\``, own ? 'yes' : 'no'];
      }),
    );
  });

  it.each(ACTIONS)(
    '%s is decided by role, scope and whether it is one’s own, and by nothing else',
    action => {
      const { roles, scope, own } = STAFF_ACTIONS[action];
      for (const role of ROLES)
        for (const isOwn of [false, true])
          for (const scopes of [CLIENT_SCOPES, CLIENT_SCOPES.filter(other => other !== scope)])
            expect(mayAct(action, { staffRoles: [role], scopes, isOwn })).toBe(
              roles.includes(role) && scopes.includes(scope) && (own || !isOwn),
            );
    },
  );

  it('is never anything to somebody’s own, except to read it', () => {
    const reading = ACTIONS.filter(action => action.startsWith('READ_'));

    expect(ACTIONS.filter(action => STAFF_ACTIONS[action].own)).toEqual(reading);
  });

  it('leaves a reader nothing but reading, and gives an administrator everything', () => {
    const of = (role: StaffRole): StaffAction[] =>
      ACTIONS.filter(action => mayAct(action, { staffRoles: [role], scopes: CLIENT_SCOPES, isOwn: false }));

    expect(of(StaffRole.READER).every(action => action.startsWith('READ_'))).toBe(true);
    expect(of(StaffRole.ADMIN)).toEqual(ACTIONS);
  });

  it('is said in one place: no other file lists roles of staff', () => {
    const name = `'(?:${ROLES.join('|')})'`;
    const list = new RegExp(`\\[\\s*(?:StaffRole\\.\\w|${name}\\s*(?:,\\s*${name}|\\]))`);
    const places = filesBelow('src').filter(path => list.test(readFileSync(path, 'utf8')));

    expect(places.filter(path => !path.includes('/migrations/')).sort()).toEqual([
      'src/modules/associations/settings/association-settings.ts',
      'src/modules/associations/staff-action.policy.ts',
    ]);
  });
});

/** icu ─ oppi ─ toronto ; icu ─ pibc (independent) ─ yukon ; pibc ─ north (independent). */
const tree: Tree = new Map(
  [
    { id: 'icu', parentId: null, independent: false },
    { id: 'oppi', parentId: 'icu', independent: false },
    { id: 'toronto', parentId: 'oppi', independent: false },
    { id: 'pibc', parentId: 'icu', independent: true },
    { id: 'yukon', parentId: 'pibc', independent: false },
    { id: 'north', parentId: 'pibc', independent: true },
  ].map(node => [node.id, node]),
);
const { NODE, NODE_AND_BELOW } = StaffReach;
const admin = (associationId: string, reach: StaffReach): Grant => ({
  associationId,
  reach,
  role: StaffRole.ADMIN,
  fromAt: new Date(0),
  toAt: null,
});

describe('nobody gives more reach than they have', () => {
  it.each<[string, Grant, StaffReach, string[]]>([
    ['one body alone gives itself alone', admin('oppi', NODE), NODE, ['oppi']],
    ['and nothing below', admin('oppi', NODE), NODE_AND_BELOW, []],
    ['a body and below gives either', admin('oppi', NODE_AND_BELOW), NODE_AND_BELOW, ['oppi', 'toronto']],
    [
      'the top stops before independent bodies',
      admin('icu', NODE_AND_BELOW),
      NODE,
      ['icu', 'oppi', 'toronto'],
    ],
  ])('%s', (_, grant, reach, bodies) => {
    expect([...tree.keys()].filter(associationId => covers(tree, grant, { associationId, reach }))).toEqual(
      bodies,
    );
  });
});

describe('whom the end of an administrator leaves without one', () => {
  it.each<[string, Grant, Grant[], string[]]>([
    ['the only one', admin('oppi', NODE), [], ['oppi']],
    ['one beside another', admin('oppi', NODE), [admin('oppi', NODE)], []],
    ['one below somebody who reaches down', admin('toronto', NODE), [admin('icu', NODE_AND_BELOW)], []],
    ['one below somebody who does not', admin('toronto', NODE), [admin('icu', NODE)], ['toronto']],
    ['whoever alone reached down', admin('oppi', NODE_AND_BELOW), [admin('oppi', NODE)], ['toronto']],
    ['an independent body has its own', admin('pibc', NODE), [admin('icu', NODE_AND_BELOW)], ['pibc']],
  ])('%s', (_, ended, others, bodies) => {
    expect(leftWithout(tree, ended, others)).toEqual(bodies);
  });
});

describe('what an independent body lets through', () => {
  const sharing = (to: string, ...kinds: Sharing['kinds']): Sharing => ({
    fromAssociationId: 'pibc',
    toAssociationId: to,
    kinds,
  });

  it.each([
    ['icu', 'pibc', true],
    ['icu', 'yukon', true],
    ['pibc', 'north', true],
    ['icu', 'oppi', false],
    ['pibc', 'yukon', false],
    ['oppi', 'pibc', false],
    ['pibc', 'icu', false],
    ['pibc', 'pibc', false],
  ])('%s above %s is kept out: %s', (above, below, keptOut) => {
    expect(isKeptOut(tree, above, below)).toBe(keptOut);
  });

  it('covers itself and what is below it, as far as the next independent body', () => {
    expect(coveringBodies(tree, 'yukon')).toEqual(['pibc', 'yukon']);
    expect(coveringBodies(tree, 'pibc')).toEqual(['pibc']);
    expect(coveringBodies(tree, 'north')).toEqual(['north']);
  });

  it('is what the agreements say with whom the reader acts for, and nothing else', () => {
    const agreements = [sharing('icu', 'MEMBERS'), sharing('elsewhere', 'MEMBERS', 'CONTACT')];

    expect(kindsLetThrough(agreements, new Set())).toEqual([]);
    expect(kindsLetThrough(agreements, new Set(['icu']))).toEqual(['MEMBERS']);
    expect(kindsLetThrough(agreements, new Set(['icu', 'elsewhere']))).toEqual(['MEMBERS', 'CONTACT']);
  });
});

describe('what one prepared above a set amount another approves', () => {
  it.each<[number | null, number, boolean]>([
    [null, 1_000_000, false],
    [10, 10, false],
    [10, 11, true],
    [0, 0, false],
    [0, 1, true],
  ])('above %s, %s records wait for a second person: %s', (above, records, waits) => {
    expect(needsSecondPerson(above, records)).toBe(waits);
  });

  it('is never approved by whoever prepared it, nor by nobody', () => {
    expect(isSomebodyElse('a', 'b')).toBe(true);
    expect(isSomebodyElse('a', 'a')).toBe(false);
    expect(isSomebodyElse('a', null)).toBe(false);
  });
});
