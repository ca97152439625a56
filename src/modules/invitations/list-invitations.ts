import { fromPublicId, type InvitationId } from '../../kernel/id.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { Context } from '../../platform/context.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { pageOf, pageWindow } from '../../platform/graphql/page-window.ts';
import { readSearch } from '../../platform/graphql/search-text.ts';
import { associationInReach, mayActAsStaff } from '../associations/index.ts';
import { delegationsOfPersons, organizationById } from '../organizations/index.ts';
import { personsOfActor } from '../people/index.ts';
import { InvitationOrder, type InvitationState } from './invitation.enums.ts';
import { invitationById } from './invitation.loaders.ts';
import { INVITING_STAFF } from './invitation.policy.ts';
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

const WANTED = `
  from invitation i join person p on p.id = i.person_id
  where i.association_id = $1
    and ($2::uuid is null or i.organization_id = $2)
    and ($3::text[] is null or ${stateInSql('$4')} = any ($3))
    and ($5::text is null or position(lower($5) in i.email_normalized) > 0 or position($6 in p.search_key) > 0)`;

const counted = statement<{ readonly count: number }>(
  'invitations-count',
  `select count(*)::int as count ${WANTED}`,
);

// One statement per direction, so that each walks its index; the instant goes out and back with all its digits.
const walk = (name: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<Place> =>
  statement(
    name,
    `select i.id, to_char(i.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "issuedAt" ${WANTED}
       and ($7::timestamptz is null or (i.issued_at, i.id) ${than} ($7, $8::uuid))
     order by i.issued_at ${direction}, i.id ${direction} limit $9`,
  );
const latestFirst = walk('invitations-latest-first', '<', 'desc');
const earliestFirst = walk('invitations-earliest-first', '>', 'asc');

/** For staff of the association, and for the principal delegate those of their organization. */
export async function listInvitations(
  context: Context,
  filter: InvitationFilter,
  order: InvitationOrder,
  args: ConnectionArgs,
): Promise<Page<Invitation>> {
  const values = await judgeFilter(context, filter);
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
  if (!associationId || !(await mayList(context, associationId, organizationId))) throw new Forbidden();

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

async function mayList(
  context: Context,
  associationId: string,
  organizationId: string | null,
): Promise<boolean> {
  const association = await associationInReach(context, associationId);
  if (!association) return false;
  if (await mayActAsStaff(context, associationId, INVITING_STAFF)) return true;
  return organizationId !== null && isPrincipalOf(context, associationId, organizationId);
}

export async function isPrincipalOf(
  context: Context,
  associationId: string,
  organizationId: string,
): Promise<boolean> {
  const organization = await context.load(organizationById, organizationId);
  if (organization?.associationId !== associationId) return false;
  const persons = await personsOfActor(context);
  const delegations = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
  return delegations
    .flat()
    .some(
      one => one.organizationId === organizationId && one.role === 'PRINCIPAL' && one.suspendedAt === null,
    );
}
