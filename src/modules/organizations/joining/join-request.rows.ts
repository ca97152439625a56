import type { JoinRequestId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { RequestTimes } from './join-request-state.ts';

/** A request with the names of both sides. */
export interface JoinRequestFacts extends RequestTimes {
  readonly id: JoinRequestId;
  readonly organizationId: OrganizationId;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  /** Where the person signs in, proved to be theirs. */
  readonly email: string | null;
  readonly message: string | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: string | null;
}

export const REQUEST_COLUMNS = `r.id, r.organization_id as "organizationId", o.public_name_fr as "publicNameFr",
  o.public_name_en as "publicNameEn", r.person_id as "personId", p.given_name as "givenName",
  p.family_name as "familyName", d.address as email, r.message, r.asked_at as "askedAt",
  r.expires_at as "expiresAt", r.ended_at as "endedAt", r.ended_why as "endedWhy", r.reason`;

export const REQUEST_SOURCE = `join_request r
  join organization o on o.id = r.organization_id
  join person p on p.id = r.person_id
  left join account_address d on d.account_id = p.account_id and d.is_primary and d.verified_at is not null`;

const byId = statement<JoinRequestFacts>(
  'join-requests-by-id',
  `select ${REQUEST_COLUMNS} from ${REQUEST_SOURCE} where r.id = any ($1::uuid[])`,
);

export const joinRequestById: Loader<string, JoinRequestFacts | null> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(byId, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

const timesOf = statement<RequestTimes>(
  'join-request-times',
  'select expires_at as "expiresAt", ended_why as "endedWhy" from join_request where id = $1',
);

/** As a transaction sees it now, whatever was read before. */
export async function requestTimes(tx: Tx, id: string): Promise<RequestTimes> {
  const [times] = await within(tx, timesOf, [id]);
  if (!times) throw new Error('a request is gone that was just read');
  return times;
}
