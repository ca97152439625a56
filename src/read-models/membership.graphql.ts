import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { mayAsStaff } from '../modules/associations/index.ts';
import {
  historyJson,
  Membership,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  membershipView,
  type MembershipFacts,
} from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { Policy } from '../platform/graphql/policy.ts';

/**
 * One membership of the client's tree for its holder and for the delegates of an organization that holds it; for an
 * internal tool ($5) whoever asks, because there the roles of staff decide, after the read.
 */
const readMembership = statement<MembershipFacts & { readonly isOwn: boolean }>(
  'membership',
  `select * from (
     select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history,
       p.account_id is not distinct from $2::uuid or exists (
         select from delegation d join person dp on dp.id = d.person_id
         where d.organization_id = m.organization_id and dp.account_id = $2 and d.suspended_at is null
           and d.from_at <= $4 and (d.to_at is null or d.to_at > $4)) as "isOwn"
     from membership m ${MEMBERSHIP_JOINS}
     where m.id = $1 and m.merged_into_id is null and a.root_id = $3) found
   where "isOwn" or $5::boolean`,
);

@Resolver()
export class MembershipResolver {
  @Policy('SIGNED_IN')
  @Query(() => Membership, {
    nullable: true,
    description:
      'A membership, for its holder, the delegates of an organization that holds it, and staff; null for anybody else and when there is none.',
  })
  async membership(
    @Ctx() context: Context,
    @Arg('id', () => ID) publicId: string,
  ): Promise<Membership | null> {
    const { actor, client, clock, db } = context;
    const id = fromPublicId('Membership', publicId);
    if (!actor || !client || !id) return null;

    const values = [id, actor.accountId, client.rootId, clock.now(), client.kind === 'SECRET'];
    const [facts] = await db.read(readMembership, values);
    if (!facts) return null;
    const mayRead = facts.isOwn || (await mayAsStaff(context, 'READ_RECORDS', facts.associationId));
    return mayRead ? membershipView(context, facts) : null;
  }
}
