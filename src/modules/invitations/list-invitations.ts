import { fromPublicId, type InvitationId } from '../../kernel/id.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { Context } from '../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { readWalk, turned, walkByInstant, type InstantWalk } from '../../platform/graphql/instant-walk.ts';
import { readOwnedWalk, walkOfEach } from '../../platform/graphql/owned-walk.ts';
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

const walkOf = (name: string, whose: string): InstantWalk<{ readonly id: InvitationId }> =>
  walkByInstant(name, {
    columns: 'i.id',
    from: `from invitation i join person p on p.id = i.person_id
      where ${whose}
        and ($3::text[] is null or ${stateInSql('$4')} = any ($3))
        and ($5::text is null or position(lower($5) in i.email_normalized) > 0 or position($6 in p.search_key) > 0)`,
    values: 6,
    instant: 'i.issued_at',
    id: 'i.id',
  });

// Each walks an index of its own: an organization has few invitations, its association many.
const ofAssociation = walkOf('invitations', 'i.association_id = $1 and $2::uuid is null');
export const ofOrganization = walkOf(
  'invitations-of-organization',
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

const UNANSWERED = [InvitationState.PENDING, InvitationState.EXPIRED];

export const unanswered = walkOfEach<{ readonly id: InvitationId }>('invitations-unanswered', {
  columns: 'i.id',
  from: organization => `from invitation i
    where i.organization_id = ${organization} and ${stateInSql('$3')} = any ($2::text[])`,
  values: 2,
  instant: 'i.issued_at',
  id: 'i.id',
});

/** Those to an organization that can still be sent again, for whoever may list them: ask before. */
export const listUnanswered = (
  context: Context,
  organizationId: string,
  args: ConnectionArgs,
): Promise<Page<Invitation>> =>
  readOwnedWalk(context, unanswered, organizationId, [UNANSWERED], args, ({ id }) =>
    invitationView(context, id),
  );

function list(
  context: Context,
  values: readonly unknown[],
  order: InvitationOrder,
  args: ConnectionArgs,
): Promise<Page<Invitation>> {
  const latestFirst = values[1] === null ? ofAssociation : ofOrganization;
  const walk = order === InvitationOrder.ISSUED_AT_DESC ? latestFirst : turned(latestFirst);
  return readWalk(context, walk, values, args, ({ id }) => invitationView(context, id));
}

async function invitationView({ load }: Context, id: string): Promise<Invitation> {
  const invitation = await load(invitationById, id);
  if (!invitation) throw new Error('an invitation went away between two reads');
  return new Invitation(invitation);
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
