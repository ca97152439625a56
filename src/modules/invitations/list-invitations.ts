import { fromPublicId, type InvitationId } from '../../kernel/id.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { Context } from '../../platform/context.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { pageOf, pageWindow } from '../../platform/graphql/page-window.ts';
import { readSearch } from '../../platform/graphql/search-text.ts';
import { associationInReach, mayAsStaff } from '../associations/index.ts';
import { organizationById, speaksFor } from '../organizations/index.ts';
import { InvitationOrder, InvitationState } from './invitation.enums.ts';
import { invitationById } from './invitation.loaders.ts';
import { stateInSql } from './invitation.ts';
import { Invitation } from './invitation.type.ts';

export interface InvitationFilter {
  readonly associationId: string;
  readonly organizationId?: string | null;
  readonly states?: readonly InvitationState[] | null;
  /** Part of an address or of a name. */
  readonly search?: string | null;
}

interface Place {
  readonly id: InvitationId;
  readonly issuedAt: string;
}

const wanted = (whose: string): string => `
  from invitation i join person p on p.id = i.person_id
  where ${whose}
    and ($3::text[] is null or ${stateInSql('$4')} = any ($3))
    and ($5::text is null or position(lower($5) in i.email_normalized) > 0 or position($6 in p.search_key) > 0)`;

interface Reads {
  readonly counted: Statement<{ readonly count: number }>;
  readonly latestFirst: Statement<Place>;
  readonly earliestFirst: Statement<Place>;
}

function reads(of: string, whose: string): Reads {
  // One statement per direction, so that each walks its index; the instant goes out and back with all its digits.
  const walk = (order: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<Place> =>
    statement(
      `invitations${of}-${order}`,
      `select i.id, to_char(i.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "issuedAt" ${wanted(whose)}
         and ($7::timestamptz is null or (i.issued_at, i.id) ${than} ($7, $8::uuid))
       order by i.issued_at ${direction}, i.id ${direction} limit $9`,
    );
  return {
    counted: statement(`invitations${of}-count`, `select count(*)::int as count ${wanted(whose)}`),
    latestFirst: walk('latest-first', '<', 'desc'),
    earliestFirst: walk('earliest-first', '>', 'asc'),
  };
}

// Each walks an index of its own: an organization has few invitations, its association many.
const ofAssociation = reads('', 'i.association_id = $1 and $2::uuid is null');
export const ofOrganization = reads(
  '-of-organization',
  'i.organization_id = (select o.id from organization o where o.id = $2 and o.association_id = $1)',
);

/** For staff of the association, and for the principal delegate those of their organization. */
export async function listInvitations(
  context: Context,
  filter: InvitationFilter,
  order: InvitationOrder,
  args: ConnectionArgs,
): Promise<Page<Invitation>> {
  return list(context, await judgeFilter(context, filter), order, args);
}

/** Those to an organization that can still be sent again, for whoever may list them: ask before. */
export const listUnanswered = (
  context: Context,
  { associationId, id }: { readonly associationId: string; readonly id: string },
  args: ConnectionArgs,
): Promise<Page<Invitation>> => {
  const states = [InvitationState.PENDING, InvitationState.EXPIRED];
  const values = [associationId, id, states, context.clock.now(), null, ''];
  return list(context, values, InvitationOrder.ISSUED_AT_DESC, args);
};

async function list(
  context: Context,
  values: readonly unknown[],
  order: InvitationOrder,
  args: ConnectionArgs,
): Promise<Page<Invitation>> {
  const { counted, latestFirst, earliestFirst } = values[1] === null ? ofAssociation : ofOrganization;
  const window = pageWindow(args, ['instant', 'uuid']);
  const descending = (order === InvitationOrder.ISSUED_AT_DESC) !== window.backward;
  const [issuedAt = null, id = null] = window.from ?? [];
  const places = await context.db.read(descending ? latestFirst : earliestFirst, [
    ...values,
    issuedAt,
    id,
    window.rows,
  ]);

  const rows = await Promise.all(places.map(place => context.load(invitationById, place.id)));
  return pageOf(window, {
    rows: places.map((place, i) => ({ place, row: rows[i] ?? null })),
    cursorOf: ({ place }) => [place.issuedAt, place.id],
    nodeOf: ({ row }) => {
      if (!row) throw new Error('an invitation went away between two reads');
      return new Invitation(row);
    },
    totalCount: async () => (await context.db.read(counted, values))[0]?.count ?? 0,
  });
}

async function judgeFilter(context: Context, filter: InvitationFilter): Promise<readonly unknown[]> {
  const associationId = fromPublicId('Association', filter.associationId);
  const named = filter.organizationId ?? null;
  const organizationId = named === null ? null : fromPublicId('Organization', named);
  if (!associationId || !(await mayListInvitations(context, associationId, organizationId)))
    throw new Forbidden();

  const nothing = named !== null && !organizationId;
  const search = readSearch(filter.search);
  return [
    associationId,
    organizationId,
    nothing ? [] : filter.states?.length ? filter.states : null,
    context.clock.now(),
    search === '' ? null : search,
    searchKey(search),
  ];
}

/** Staff list any of the association; a principal those to their organization. */
export async function mayListInvitations(
  context: Context,
  associationId: string,
  organizationId: string | null,
): Promise<boolean> {
  const association = await associationInReach(context, associationId);
  if (!association) return false;
  if (await mayAsStaff(context, 'READ_INVITATIONS', associationId)) return true;
  return organizationId !== null && isPrincipalOf(context, associationId, organizationId);
}

export async function isPrincipalOf(
  context: Context,
  associationId: string,
  organizationId: string,
): Promise<boolean> {
  const organization = await context.load(organizationById, organizationId);
  return organization?.associationId === associationId && speaksFor(context, organization);
}
