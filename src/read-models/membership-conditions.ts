import type { LocalDate } from '../kernel/local-date.ts';
import { CLOSING_REASONS, wasKnown, type MembershipStatusCode } from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { NOTHING, type Condition } from './directory.ts';

const CLOSING = `(${CLOSING_REASONS.map(reason => `'${reason}'`).join(', ')})`;

/** A day of an association, and the instant by whose knowledge it is judged. */
export interface Moment {
  readonly day: LocalDate;
  readonly at: Date;
}

/** The same, bound to a statement. */
export interface BoundMoment {
  readonly day: string;
  readonly at: string;
}

const bound = (bind: (value: unknown) => string, { day, at }: Moment): BoundMoment => ({
  day: `${bind(day)}::date`,
  at: `${bind(at)}::timestamptz`,
});

/** Whether a row was known at the instant, and covers the day. */
const on = (row: string, { day, at }: BoundMoment): string =>
  `${row}.from_on <= ${day} and (${row}.to_on is null or ${row}.to_on > ${day}) and ${wasKnown(row, at)}`;

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
  moment: Moment,
): Promise<readonly Condition[]> {
  if (code === null || code === undefined) return [];
  const [found] = await db.read(classByCode, [associationId, code]);
  return [found ? ofClass(found.id, moment) : NOTHING];
}

export const ofClass =
  (id: string, moment: Moment): Condition =>
  bind =>
    `m.id in (
      select f.membership_id from affiliation f
      where f.class_id = ${bind(id)}::uuid and f.reason not in ${CLOSING} and ${on('f', bound(bind, moment))})`;

/**
 * Whether a membership `m` stands so on a day, as conditions on the rows that `statusOf` judges, so that a list is
 * narrowed, and counted, by joins instead of row by row. The two are held together by a test that asks both about the
 * same histories.
 */
export const statusIs =
  (code: MembershipStatusCode, moment: Moment): Condition =>
  bind =>
    STANDING[code](bound(bind, moment));

const CLOSED = `f.reason in ${CLOSING}`;
const affiliated = (moment: BoundMoment, condition: string): string => `exists (
  select from affiliation f join membership_class c on c.id = f.class_id
  where f.membership_id = m.id and ${on('f', moment)} and ${condition})`;
const held = (moment: BoundMoment): string =>
  `exists (select from hold h where h.membership_id = m.id and ${on('h', moment)})`;
const paid = (moment: BoundMoment): string =>
  `exists (select from term t where t.membership_id = m.id and ${on('t', moment)})`;
const wasPaid = ({ day, at }: BoundMoment): string =>
  `exists (select from term t where t.membership_id = m.id and t.to_on <= ${day} and ${wasKnown('t', at)})`;
// Of `m`, whose rule stands one level up: PostgreSQL looks there for the rows that passed everything else. Written so
// that it joins them, it guesses their number wrong, and a page takes a hundred times as long.
/** Terms do not overlap: the first end from this day on that no other term adjoins is that of the stretch. */
const endsSoon = ({ day, at }: BoundMoment): string => `exists (select from term t
  where t.membership_id = m.id and t.to_on > ${day} and t.to_on <= ${day} + c.renewal_opens_days
    and ${wasKnown('t', at)} and not exists (
      select from term n where n.membership_id = m.id and n.from_on = t.to_on and ${wasKnown('n', at)}))`;
const endedLately = ({ day, at }: BoundMoment): string => `exists (
  select from term t where t.membership_id = m.id and t.to_on <= ${day} and t.to_on > ${day} - c.grace_days
    and ${wasKnown('t', at)})`;

const open = (moment: BoundMoment, condition: string): string =>
  `(not ${held(moment)} and ${affiliated(moment, `not ${CLOSED} and ${condition}`)})`;

const STANDING: Record<MembershipStatusCode, (moment: BoundMoment) => string> = {
  APPLICANT: moment => `(not exists (select from affiliation f
      where f.membership_id = m.id and f.from_on <= ${moment.day} and ${wasKnown('f', moment.at)})
    or (not ${paid(moment)} and not ${wasPaid(moment)} and ${open(moment, 'true')}))`,
  ACTIVE: moment => `${paid(moment)} and ${open(moment, `not ${endsSoon(moment)}`)}`,
  RENEWAL_DUE: moment => `${paid(moment)} and ${open(moment, endsSoon(moment))}`,
  GRACE: moment => `not ${paid(moment)} and ${open(moment, endedLately(moment))}`,
  LAPSED: moment =>
    `not ${paid(moment)} and ${wasPaid(moment)} and ${open(moment, `not ${endedLately(moment)}`)}`,
  ON_HOLD: moment => `${held(moment)} and ${affiliated(moment, `not ${CLOSED}`)}`,
  ENDED: moment => `m.id in (
    select f.membership_id from affiliation f where ${CLOSED} and ${on('f', moment)}
    union all
    select f.membership_id from affiliation f where f.to_on <= ${moment.day} and ${wasKnown('f', moment.at)}
      and not exists (select from affiliation g where g.membership_id = f.membership_id and ${on('g', moment)}))`,
};

/** What `standingCode` and `CLASS_TODAY` look at, beside a membership `m`. */
export const standingJoins = (moment: BoundMoment): string => `
  left join affiliation f on f.membership_id = m.id and ${on('f', moment)}
  left join membership_class c on c.id = f.class_id
  left join term t on t.membership_id = m.id and ${on('t', moment)}`;

/** Whether a membership is in the class `c`. */
export const IN_CLASS = `not ${CLOSED}`;

const wasInside = ({ day, at }: BoundMoment): string => `exists (
  select from affiliation g where g.membership_id = m.id and g.from_on <= ${day} and ${wasKnown('g', at)})`;

/** How a membership stands at a moment, in one expression: as `statusIs` says it of each code. */
export const standingCode = (moment: BoundMoment): string => `case
  when f.id is null and ${wasInside(moment)} then 'ENDED'
  when f.id is null then 'APPLICANT'
  when ${CLOSED} then 'ENDED'
  when ${held(moment)} then 'ON_HOLD'
  when t.id is not null and ${endsSoon(moment)} then 'RENEWAL_DUE'
  when t.id is not null then 'ACTIVE'
  when ${endedLately(moment)} then 'GRACE'
  when ${wasPaid(moment)} then 'LAPSED'
  else 'APPLICANT' end`;

/** How many of an association ($1) stand how in which class at a moment ($2, $3): every one counted once. */
export const STANDINGS_COUNTED = ((moment: BoundMoment): string => `
  select class_id, code, count(*)::int as members from (
    select case when ${IN_CLASS} then f.class_id end as class_id, ${standingCode(moment)} as code
    from membership m ${standingJoins(moment)}
    where m.association_id = $1 and m.merged_into_id is null) standing
  group by 1, 2`)({ day: '$2::date', at: '$3::timestamptz' });
