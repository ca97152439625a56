import { dayAt } from '../../kernel/deadline.ts';
import { newId, fromPublicId, type MembershipClassId } from '../../kernel/id.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { associationById, associationInReach, mayAsStaff } from '../associations/index.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';
import { MembershipClassNotFound } from './membership-class.problems.ts';
import { membershipClassById } from './membership.loaders.ts';
import type { DatedTermRule, TermRule } from './next-term.ts';

export const MOST_MONTHS = 120;
const FIRST_DAY = '1900-01-01';
const MOST_DAYS_AHEAD = 3_653;

export interface SetTermRule extends TermRule {
  readonly membershipClassId: string;
  /** The first day on which terms begin by it. */
  readonly from: LocalDate;
}

const rulesOfClass = statement<DatedTermRule & { readonly id: string }>(
  'term-rules-of-class',
  `select id, kind, months, rollover_on as "rolloverOn", from_on::text as "from", to_on::text as "to"
   from term_rule where class_id = $1 order by from_on`,
);
const dropLater = statement('term-rules-drop', 'delete from term_rule where class_id = $1 and from_on >= $2');
const endBefore = statement(
  'term-rule-end',
  'update term_rule set to_on = $2 where class_id = $1 and from_on < $2 and (to_on is null or to_on > $2)',
);
const add = statement(
  'term-rule-add',
  'insert into term_rule (id, class_id, kind, months, rollover_on, from_on) values ($1, $2, $3, $4, $5, $6)',
);

/**
 * Says how long the terms of a class last that begin from a day on. Rules of days to come are replaced; one that has
 * been in force stays for the days on which it was.
 */
export async function setTermRule(
  context: Context,
  { membershipClassId, ...rule }: SetTermRule,
): Promise<MembershipClassEntity> {
  demandFreshSignIn(context);
  const row = await classInCare(context, membershipClassId);
  const association = await context.load(associationById, row.associationId);
  if (association === null) throw new Error('a class names an association that is gone');

  return context.db.transaction(async tx => {
    await tx.findOneOrFail(MembershipClassEntity, {
      where: { id: row.id },
      lock: { mode: 'for_no_key_update' },
    });
    const known = await within(tx, rulesOfClass, [row.id]);
    judge(context, rule, known, dayAt(association.timeZone, context.clock.now()));
    await replace(context, tx, row.id, rule);
    await recordAudit(context, tx, {
      act: 'setTermRule',
      subjectKind: 'MembershipClass',
      subjectId: row.id,
      associationId: row.associationId,
      before: { rules: known },
      after: rule,
    });
    return row;
  });
}

async function replace(
  { clock, random }: Context,
  tx: Tx,
  classId: MembershipClassId,
  { kind, months, rolloverOn, from }: Omit<SetTermRule, 'membershipClassId'>,
): Promise<void> {
  await within(tx, dropLater, [classId, from]);
  await within(tx, endBefore, [classId, from]);
  await within(tx, add, [newId(clock, random), classId, kind, months, rolloverOn, from]);
}

/** A class of an association whose settings the signed-in person changes; absent and elsewhere are the same answer. */
async function classInCare(context: Context, publicId: string): Promise<MembershipClassEntity> {
  const id = fromPublicId('MembershipClass', publicId);
  const row = id && (await context.load(membershipClassById, id));
  const association = row && (await associationInReach(context, row.associationId));
  if (!association || !(await mayAsStaff(context, 'CHANGE_SETTINGS', association.id)))
    refuse(new MembershipClassNotFound());
  return row;
}

const MONTH_DAY = /^\d{2}-\d{2}$/;

function judge(
  { wording }: Context,
  { kind, months, rolloverOn, from }: Omit<SetTermRule, 'membershipClassId'>,
  known: readonly DatedTermRule[],
  today: LocalDate,
): void {
  const issues = new InputIssues(wording);
  const blame = (field: string, sentence: string, values = {}): void =>
    issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.termRule.${sentence}`, values);
  // What terms began by until today stays as it was.
  if (from < today && known.length > 0) blame('from', 'past');
  if (from < FIRST_DAY || from > addDays(today, MOST_DAYS_AHEAD)) blame('from', 'range');
  const hasMonths = kind === 'ODD_LENGTH';
  if (hasMonths !== (months !== null)) blame('months', 'months');
  else if (months !== null && (months < 1 || months > MOST_MONTHS))
    blame('months', 'monthsRange', { max: MOST_MONTHS });
  const isYear = kind === 'CALENDAR_YEAR' || kind === 'ASSOCIATION_YEAR';
  // A day of every year: the last one of February is not.
  const isDay = rolloverOn === null || (MONTH_DAY.test(rolloverOn) && isLocalDate(`2027-${rolloverOn}`));
  if (!isDay || (rolloverOn !== null && !isYear)) blame('rolloverOn', 'rollover');
  issues.refuseIfAny();
}
