import type { GraphQLResolveInfo } from 'graphql';
import type { MembershipClassId } from '../kernel/id.ts';
import {
  BRIEF_CLASS_FIELDS,
  type MembershipStatusCode,
  type StandingToday,
} from '../modules/memberships/index.ts';
import { IN_CLASS, standingCode, standingJoins, type BoundMoment } from './membership-conditions.ts';
import { asksForMore } from './selection.ts';

const BRIEF_STATUS_FIELDS = ['__typename', 'code', 'label'];

/** Whether the classes and statuses that are asked for need their history. */
export const asksWhy = (info: GraphQLResolveInfo): boolean =>
  asksForMore(info, 'class', BRIEF_CLASS_FIELDS) || asksForMore(info, 'status', BRIEF_STATUS_FIELDS);

/** Where a membership stands, as columns beside it: to judge it there is quicker than to bring its history along. */
export interface StandingRow {
  readonly statusCode: MembershipStatusCode;
  readonly classId: MembershipClassId | null;
  readonly classCode: string;
  readonly classNameFr: string;
  readonly classNameEn: string;
}

/** The columns of a `StandingRow` of the membership `m` at a moment, and what they are read from. */
export const standingPart = (moment: BoundMoment): { readonly columns: string; readonly joins: string } => ({
  columns: `${standingCode(moment)} as "statusCode", case when ${IN_CLASS} then c.id end as "classId",
    c.code as "classCode", c.name_fr as "classNameFr", c.name_en as "classNameEn"`,
  joins: standingJoins(moment),
});

export const standingOf = (row: StandingRow): StandingToday => ({
  statusCode: row.statusCode,
  class: row.classId && {
    id: row.classId,
    code: row.classCode,
    nameFr: row.classNameFr,
    nameEn: row.classNameEn,
  },
});
