import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId, type MembershipId } from '../../src/kernel/id.ts';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import {
  affiliationAt,
  asKnown,
  closeAffiliation,
  closeHold,
  grantTerm,
  historyJson,
  openAffiliation,
  openHold,
  statusOf,
  withdrawAffiliation,
  withdrawTerm,
  type MembershipClassEntity,
} from '../../src/modules/memberships/index.ts';
import type { MembershipHistory } from '../../src/modules/memberships/membership-facts.ts';
import { Refusal } from '../../src/platform/problem.ts';
import type { Tx } from '../../src/platform/database/database.ts';
import { statusIs } from '../../src/read-models/membership-conditions.ts';
import { STATUS_CODES } from '../../src/modules/memberships/membership-words.ts';
import { givenMembershipOffice } from '../organizations/given-house.ts';
import { days } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const MEMBERS = 40;
const ROUNDS = 12;
const STATUSES = Object.values(STATUS_CODES);
const HISTORIES = {
  name: 'test-histories',
  text: `select m.id, ${historyJson('m')} as history from membership m where m.association_id = $1 order by m.id`,
};
const COUNTS = `query ($associationId: ID!, $asOf: DateTime) {
  membershipCounts(associationId: $associationId, asOf: $asOf) { class { code } status members } }`;

interface Listed {
  readonly id: string;
  readonly class: { readonly code: string } | null;
  readonly status: { readonly code: string };
  readonly before: { readonly code: string };
}
const LIST = (status: string): string => `query ($filter: MembershipFilter!, $then: DateTime!) {
  memberships(filter: $filter, first: ${MEMBERS}) { nodes {
    id class { code name } status { ${status} } before: status(asOf: $then) { code } } } }`;
const standingIn = ({ class: held, status, before }: Listed): object => ({
  class: held?.code ?? null,
  status: status.code,
  before: before.code,
});

interface Read {
  readonly id: MembershipId;
  readonly history: MembershipHistory;
}

/** What somebody does to a history: which act, on which of its rows, how many days from now and for how long. */
const anyAct = fc.record({
  act: fc.constantFrom(
    'TERM',
    'TERM',
    'UNTERM',
    'RESIGN',
    'UNRESIGN',
    'CLASS',
    'HOLD',
    'UNHOLD',
    'LEAVE',
    'VOID',
    'NOTHING',
  ),
  row: fc.nat(5),
  away: fc.integer({ min: -150, max: 150 }),
  length: fc.integer({ min: 1, max: 400 }),
});
type Act = ReturnType<typeof anyAct.generate>['value'];

describe('a history that changes', () => {
  let portal: Portal;
  let classes: readonly MembershipClassEntity[];
  let timeZone: string;
  let associationId: string;
  beforeAll(async () => {
    portal = await openPortal();
    ({ timeZone, id: associationId } = portal.world.aqpm.association);
    classes = [
      await givenClass(portal, { code: 'USUAL', renewalOpensDays: 60, graceDays: 30 }),
      await givenClass(portal, { code: 'STRICT', renewalOpensDays: 0, graceDays: 0 }),
    ];
  });
  afterAll(() => portal.close());

  const read = (): Promise<Read[]> => portal.parts.db.read<Read>(HISTORIES, [associationId]);

  const act = async (tx: Tx, { id, history }: Read, today: LocalDate, wanted: Act): Promise<void> => {
    const { parts } = portal;
    const now = asKnown(history, portal.clock.now());
    const on = addDays(today, wanted.away);
    const stay = now.affiliations.find(({ from, to }) => from < on && to === null);
    const nth = <T>(rows: readonly T[]): T | undefined => rows[wanted.row % Math.max(rows.length, 1)];
    const turn = async (
      reason: 'RESIGNATION' | 'RECLASSIFICATION',
      classId = stay?.class.id,
    ): Promise<void> => {
      if (!stay || !classId) return;
      await closeAffiliation(parts, tx, stay, on);
      await openAffiliation(parts, tx, { membershipId: id, classId, from: on, to: null, reason });
    };
    switch (wanted.act) {
      case 'TERM':
        await grantTerm(parts, tx, {
          membershipId: id,
          from: on,
          ...(wanted.length % 5 === 0
            ? { to: null, kind: 'LIFETIME' }
            : { to: addDays(on, wanted.length), kind: 'ODD_LENGTH' }),
        });
        break;
      case 'UNTERM': {
        const term = nth(now.terms);
        if (term) await withdrawTerm(parts, tx, term.id);
        break;
      }
      case 'RESIGN':
        return turn('RESIGNATION');
      case 'CLASS':
        return turn('RECLASSIFICATION', classes[wanted.row % 2]?.id);
      case 'UNRESIGN': {
        const closing = now.affiliations.find(({ reason, to }) => reason === 'RESIGNATION' && to === null);
        const before = now.affiliations.find(({ to }) => to === closing?.from);
        if (!closing || !before) return;
        await withdrawAffiliation(parts, tx, closing.id);
        await closeAffiliation(parts, tx, before, null);
        break;
      }
      case 'LEAVE':
        if (stay) await closeAffiliation(parts, tx, stay, on);
        break;
      case 'VOID': {
        const mistaken = nth(now.affiliations);
        if (mistaken && wanted.length < 100) await withdrawAffiliation(parts, tx, mistaken.id);
        break;
      }
      case 'HOLD':
        if (now.holds.length === 0)
          await openHold(parts, tx, { membershipId: id, kind: 'LEAVE', from: on, to: null });
        break;
      case 'UNHOLD': {
        const hold = nth(now.holds);
        if (hold) await closeHold(parts, tx, hold, on);
        break;
      }
      case 'NOTHING':
        break;
    }
  };

  it('answers for every instant what was answered at it, in pages and in lists, and counts the same (D3, N1, Z11)', async () => {
    for (let i = 0; i < MEMBERS; i++) {
      const { id: personId } = await givenPerson(portal, { familyName: `Membre ${String(i)}` });
      const [ofClass] = classes;
      const begun = i % 4 === 0 ? '2026-12-24' : '2025-04-01';
      if (ofClass)
        await givenMembership(
          portal,
          ofClass,
          { personId },
          {
            memberNumber: `K-${String(i)}`,
            affiliations: [{ classId: ofClass.id, from: localDate(begun), to: null, reason: 'ADMISSION' }],
            terms:
              i % 3 === 0
                ? []
                : [{ kind: 'ROLLING', from: localDate('2025-12-01'), to: localDate('2026-12-01') }],
          },
        );
    }
    const acts = fc.sample(anyAct, { numRuns: MEMBERS * ROUNDS, seed: 7 });
    const shown: { readonly at: Date; readonly codes: readonly string[] }[] = [];

    for (let round = 0; round < ROUNDS; round++) {
      const today = dayAt(timeZone, portal.clock.now());
      for (const [i, one] of (await read()).entries()) {
        const wanted = acts[round * MEMBERS + i];
        const done = portal.parts.db.transaction(async tx => wanted && (await act(tx, one, today, wanted)));
        await done.catch((fault: unknown) => {
          if (!(fault instanceof Refusal)) throw fault;
        });
      }
      const at = portal.clock.now();
      shown.push({
        at,
        codes: (await read()).map(({ history }) => statusOf({ timeZone, ...history }, at).code),
      });
      portal.clock.advance(days(25));
    }

    const rows = await read();
    const withdrawn = rows.flatMap(({ history }) =>
      history.affiliations.filter(one => one.withdrawnAt !== null),
    );
    expect(withdrawn.length).toBeGreaterThan(20);
    expect(new Set(shown.flatMap(({ codes }) => codes))).toEqual(new Set(STATUSES));
    const office = await givenMembershipOffice(portal);
    const ahead = new Date(portal.clock.now().getTime() + days(90));
    const asked = [
      ...shown,
      { at: ahead, codes: rows.map(({ history }) => statusOf({ timeZone, ...history }, ahead).code) },
    ];
    for (const { at, codes } of asked) {
      const day = dayAt(timeZone, at);
      const moment = { day, at };
      const said = STATUSES.map(
        code =>
          `case when ${statusIs(code, moment)(value => (value === at ? '$3' : '$2'))} then '${code}' end`,
      );
      const inLists = await portal.parts.db.entities.query<{ codes: string[] }[]>(
        `select array_remove(array[${said.join(', ')}], null) as codes
         from membership m where m.association_id = $1 order by m.id`,
        [associationId, day, at],
      );
      const { data } = await portal.graphql<{
        membershipCounts: { class: { code: string } | null; status: string; members: number }[];
      }>(
        COUNTS,
        {
          associationId: toPublicId('Association', portal.world.aqpm.association.id),
          asOf: at.toISOString(),
        },
        office,
      );

      expect(rows.map(({ history }) => statusOf({ timeZone, ...history }, at).code)).toEqual(codes);
      expect(inLists.map(row => row.codes)).toEqual(codes.map(code => [code]));
      const sums = new Map<string, number>();
      for (const [i, { history }] of rows.entries()) {
        const held = affiliationAt({ timeZone, ...history }, at)?.class.code ?? 'none';
        const key = `${held} ${codes[i] ?? ''}`;
        sums.set(key, (sums.get(key) ?? 0) + 1);
      }
      expect(
        new Map(
          data.membershipCounts.map(one => [`${one.class?.code ?? 'none'} ${one.status}`, one.members]),
        ),
      ).toEqual(sums);
    }

    // A list judges in SQL what it asks no reasons of; with its reasons, by the histories.
    const now = portal.clock.now();
    const then = shown[ROUNDS / 2]?.at ?? now;
    const filter = { associationId: toPublicId('Association', portal.world.aqpm.association.id) };
    const brief = await portal.graphql<{ memberships: { nodes: Listed[] } }>(
      LIST('code label'),
      { filter, then },
      office,
    );
    const whole = await portal.graphql<{ memberships: { nodes: Listed[] } }>(
      LIST('code label since until'),
      { filter, then },
      office,
    );
    const listed = new Map(
      rows.map(({ id, history }) => [
        toPublicId('Membership', id),
        {
          class: affiliationAt({ timeZone, ...history }, now)?.class.code ?? null,
          status: statusOf({ timeZone, ...history }, now).code,
          before: statusOf({ timeZone, ...history }, then).code,
        },
      ]),
    );
    for (const { data } of [brief, whole])
      expect(new Map(data.memberships.nodes.map(one => [one.id, standingIn(one)]))).toEqual(listed);
    expect(brief.data.memberships.nodes).toHaveLength(MEMBERS);
  });
});
