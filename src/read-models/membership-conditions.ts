import type { LocalDate } from '../kernel/local-date.ts';
import { CLOSING_REASONS, type MembershipStatusCode } from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { NOTHING, type Condition } from './directory.ts';

const CLOSING = `(${CLOSING_REASONS.map(reason => `'${reason}'`).join(', ')})`;

const on = (row: string, day: string): string =>
  `${row}.from_on <= ${day} and (${row}.to_on is null or ${row}.to_on > ${day})`;

const classByCode = statement<{ readonly id: string }>(
  'membership-class-by-code',
  'select id from membership_class where association_id = $1 and code = $2',
);

/**
 * Whether a membership `m` gives a class of its association on a day. The class is looked up first: the plan hangs on
 * how many are in it.
 */
export async function inClass(
  { db }: Pick<Context, 'db'>,
  associationId: string,
  code: string | null | undefined,
  day: LocalDate,
): Promise<readonly Condition[]> {
  if (code === null || code === undefined) return [];
  const [found] = await db.read(classByCode, [associationId, code]);
  return [found ? ofClass(found.id, day) : NOTHING];
}

export const ofClass =
  (id: string, day: LocalDate): Condition =>
  bind =>
    `m.id in (
      select f.membership_id from affiliation f
      where f.class_id = ${bind(id)}::uuid and f.reason not in ${CLOSING} and ${on('f', `${bind(day)}::date`)})`;

/**
 * Whether a membership `m` stands so on a day, as conditions on the rows that `statusOf` judges, so that a list is
 * narrowed, and counted, by joins instead of row by row. The two are held together by a test that asks both about the
 * same histories.
 */
export const statusIs =
  (code: MembershipStatusCode, day: LocalDate): Condition =>
  bind =>
    STANDING[code](`${bind(day)}::date`);

const CLOSED = `f.reason in ${CLOSING}`;
const affiliated = (day: string, condition: string): string => `exists (
  select from affiliation f join membership_class c on c.id = f.class_id
  where f.membership_id = m.id and ${on('f', day)} and ${condition})`;
const held = (day: string): string =>
  `exists (select from hold h where h.membership_id = m.id and ${on('h', day)})`;
const paid = (day: string): string =>
  `exists (select from term t where t.membership_id = m.id and ${on('t', day)})`;
const wasPaid = (day: string): string =>
  `exists (select from term t where t.membership_id = m.id and t.to_on <= ${day})`;
// Of `m`, whose rule stands one level up: PostgreSQL looks there for the rows that passed everything else. Written so
// that it joins them, it guesses their number wrong, and a page takes a hundred times as long.
/** Terms do not overlap: the first end from this day on that no other term adjoins is that of the stretch. */
const endsSoon = (day: string): string => `exists (select from term t
  where t.membership_id = m.id and t.to_on > ${day} and t.to_on <= ${day} + c.renewal_opens_days
    and not exists (select from term n where n.membership_id = m.id and n.from_on = t.to_on))`;
const endedLately = (day: string): string => `exists (
  select from term t where t.membership_id = m.id and t.to_on <= ${day} and t.to_on > ${day} - c.grace_days)`;

const open = (day: string, condition: string): string =>
  `(not ${held(day)} and ${affiliated(day, `not ${CLOSED} and ${condition}`)})`;

const STANDING: Record<MembershipStatusCode, (day: string) => string> = {
  APPLICANT:
    day => `(not exists (select from affiliation f where f.membership_id = m.id and f.from_on <= ${day})
    or (not ${paid(day)} and not ${wasPaid(day)} and ${open(day, 'true')}))`,
  ACTIVE: day => `${paid(day)} and ${open(day, `not ${endsSoon(day)}`)}`,
  RENEWAL_DUE: day => `${paid(day)} and ${open(day, endsSoon(day))}`,
  GRACE: day => `not ${paid(day)} and ${open(day, endedLately(day))}`,
  LAPSED: day => `not ${paid(day)} and ${wasPaid(day)} and ${open(day, `not ${endedLately(day)}`)}`,
  ON_HOLD: day => `${held(day)} and ${affiliated(day, `not ${CLOSED}`)}`,
  ENDED: day => `m.id in (
    select f.membership_id from affiliation f where ${CLOSED} and ${on('f', day)}
    union all
    select f.membership_id from affiliation f where f.to_on <= ${day}
      and not exists (select from affiliation g where g.membership_id = f.membership_id and ${on('g', day)}))`,
};
