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

/** Whether a membership `m` stands so on a day. */
export const statusIs =
  (code: MembershipStatusCode, day: LocalDate): Condition =>
  bind =>
    `${statusInSql(`${bind(day)}::date`)} = ${bind(code)}`;

/**
 * `statusOf` for a membership `m`, so that a list can be narrowed before its histories are read. The two are held
 * together by a test that asks both about the same histories.
 */
export const statusInSql = (day: string): string => `coalesce(
  (select case
     when f.reason in ${CLOSING} then 'ENDED'
     when exists (select from hold h where h.membership_id = m.id and ${on('h', day)}) then 'ON_HOLD'
     when exists (select from term t where t.membership_id = m.id and ${on('t', day)}) then
       -- The first end from this day on that no other term adjoins: terms do not overlap.
       case when ${day} < (
         select min(t.to_on) from term t where t.membership_id = m.id and t.to_on > ${day}
           and not exists (select from term n where n.membership_id = m.id and n.from_on = t.to_on)
       ) - c.renewal_opens_days then 'ACTIVE' else 'RENEWAL_DUE' end
     else (
       select case when max(t.to_on) is null then 'APPLICANT'
         when ${day} < max(t.to_on) + c.grace_days then 'GRACE' else 'LAPSED' end
       from term t where t.membership_id = m.id and t.to_on <= ${day})
   end
   from affiliation f join membership_class c on c.id = f.class_id
   where f.membership_id = m.id and ${on('f', day)}),
  case when exists (select from affiliation f where f.membership_id = m.id and f.from_on <= ${day})
    then 'ENDED' else 'APPLICANT' end)`;
