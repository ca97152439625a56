import type { LocalDate } from '../kernel/local-date.ts';
import { unansweredInvitationsInSql } from '../modules/invitations/index.ts';
import type { MembershipStatusCode } from '../modules/memberships/index.ts';
import {
  handoverStandsAt,
  organizationColumns,
  requestStateInSql,
  type OrganizationFacts,
} from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { byInstant, byName, given, type Condition, type Directory, NOTHING } from './directory.ts';
import { organizationsNamed } from './name-conditions.ts';
import { inClass, statusIs } from './membership-conditions.ts';

export type OrganizationRow = OrganizationFacts;

export enum PrincipalState {
  IN_FORCE = 'IN_FORCE',
  SUSPENDED = 'SUSPENDED',
  NONE = 'NONE',
}

export enum OrganizationAwaits {
  HANDOVER = 'HANDOVER',
  HANDOVER_APPROVAL = 'HANDOVER_APPROVAL',
  JOIN_REQUEST = 'JOIN_REQUEST',
  INVITATION = 'INVITATION',
}

export const ORGANIZATIONS: Directory = {
  name: 'organizations',
  table: 'organization',
  alias: 'o',
  columns: organizationColumns('o'),
  orders: { NAME: byName('o.search_key'), NEWEST: byInstant('o.added_at') },
};

export interface OrganizationWishes {
  readonly search?: string | null;
  readonly classCode?: string | null;
  readonly status?: MembershipStatusCode | null;
  readonly sectionCode?: string | null;
  readonly sectionOn?: LocalDate | null;
  readonly province?: string | null;
  readonly principal?: PrincipalState | null;
  readonly awaits?: OrganizationAwaits | null;
}

/** What narrows the organizations of an association; a class and a section are looked up first, as in `inClass`. */
export async function organizationConditions(
  context: Pick<Context, 'db'>,
  { id, now, today }: { readonly id: string; readonly now: Date; readonly today: LocalDate },
  { search, classCode, status, sectionCode, sectionOn, province, principal, awaits }: OrganizationWishes,
): Promise<readonly Condition[]> {
  const ofClass = await inClass(context, id, classCode, { day: today, at: now });
  return [
    ...organizationsNamed(search),
    ...ofClass.map(ofMembership),
    ...given(status, wanted => ofMembership(statusIs(wanted, { day: today, at: now }))),
    ...(await inSection(context, id, sectionCode, sectionOn ?? today)),
    ...given(province, wanted => bind => `o.province = ${bind(wanted.trim())}`),
    ...given(principal, state => principalIs(state, now)),
    ...given(awaits, what => bind => `o.id in (${AWAITING[what](bind(now))})`),
  ];
}

/** The membership of an organization in its own association. */
const ofMembership =
  (condition: Condition): Condition =>
  bind =>
    `o.id in (
      select m.organization_id from membership m
      where m.association_id = $1 and m.organization_id is not null and m.merged_into_id is null and ${condition(bind)})`;

const sectionByCode = statement<{ readonly id: string }>(
  'section-by-code',
  'select id from section where association_id = $1 and code = $2',
);

async function inSection(
  { db }: Pick<Context, 'db'>,
  associationId: string,
  code: string | null | undefined,
  day: LocalDate,
): Promise<readonly Condition[]> {
  if (code === null || code === undefined) return [];
  const [section] = await db.read(sectionByCode, [associationId, code]);
  if (!section) return [NOTHING];
  return [
    bind => {
      const on = `${bind(day)}::date`;
      return `o.id in (
        select os.organization_id from organization_section os
        where os.section_id = ${bind(section.id)}::uuid
          and os.from_on <= ${on} and (os.to_on is null or os.to_on > ${on}))`;
    },
  ];
}

function principalIs(state: PrincipalState, now: Date): Condition {
  const principals = (at: string): string => `
    select d.organization_id from delegation d
    where d.role = 'PRINCIPAL' and d.from_at <= ${at} and (d.to_at is null or d.to_at > ${at})`;
  switch (state) {
    case PrincipalState.IN_FORCE:
      return bind => `o.id in (${principals(bind(now))} and d.suspended_at is null)`;
    case PrincipalState.SUSPENDED:
      return bind => `o.id in (${principals(bind(now))} and d.suspended_at is not null)`;
    case PrincipalState.NONE:
      return bind => `not exists (${principals(bind(now))} and d.organization_id = o.id)`;
  }
}

type Awaiting = (now: `$${number}`) => string;

// Each starts from the few that wait.
const AWAITING: Readonly<Record<OrganizationAwaits, Awaiting>> = {
  HANDOVER: now => `select h.organization_id from principal_handover h where ${handoverStandsAt(now)}`,
  HANDOVER_APPROVAL: now =>
    `select h.organization_id from principal_handover h where h.accepted_at is not null and ${handoverStandsAt(now)}`,
  JOIN_REQUEST: now =>
    `select r.organization_id from join_request r where r.ended_at is null and ${requestStateInSql(now)} = 'PENDING'`,
  INVITATION: now => `select i.organization_id from invitation i where ${unansweredInvitationsInSql(now)}`,
};
