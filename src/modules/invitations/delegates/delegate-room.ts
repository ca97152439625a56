import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { DelegateLimitPorts, DelegateRoom } from '../../organizations/index.ts';

/** What the class of an organization lets, from a day to the day before another. */
export interface LimitOfDays {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly limit: number;
}

interface RoomRow {
  readonly organizationId: string;
  /** Of the association: its days decide which class it is. */
  readonly timeZone: string;
  readonly limits: readonly LimitOfDays[];
  readonly personIds: readonly string[];
}

const rooms = statement<RoomRow>(
  'delegate-rooms',
  `select o.id as "organizationId", a.time_zone as "timeZone",
     (select coalesce(json_agg(json_build_object('from', f.from_on, 'to', f.to_on, 'limit', c.delegate_limit)), '[]')
      from membership m
      join affiliation f on f.membership_id = m.id and f.withdrawn_at is null
      join membership_class c on c.id = f.class_id
      where m.organization_id = o.id and m.association_id = o.association_id
        and c.delegate_limit is not null) as limits,
     (select coalesce(json_agg(counted.person_id), '[]')
      from (
        select d.person_id from delegation d
        where d.organization_id = o.id and d.from_at <= $2 and (d.to_at is null or d.to_at > $2)
        union
        select i.person_id from invitation i
        where i.organization_id = o.id and i.expires_at >= $2
          and i.accepted_at is null and i.declined_at is null and i.revoked_at is null
      ) counted) as "personIds"
   from organization o join association a on a.id = o.association_id
   where o.id = any ($1::uuid[])`,
);

/** The limit of a day; null where the class of that day sets none. */
export const limitOn = (limits: readonly LimitOfDays[], day: LocalDate): number | null =>
  limits.find(({ from, to }) => from <= day && (to === null || day < to))?.limit ?? null;

const roomOf = (row: RoomRow | undefined, now: Date): DelegateRoom => {
  if (!row) throw new Error('the organization is gone');
  return { limit: limitOn(row.limits, dayAt(row.timeZone, now)), personIds: row.personIds };
};

/** As it stands in a transaction. */
export const roomIn: DelegateLimitPorts['roomIn'] = async (context, tx, organizationId) => {
  const [[, room] = []] = await roomsIn(context, tx, [organizationId]);
  if (!room) throw new Error('the organization is gone');
  return room;
};

/** The same for many, by organization. */
export async function roomsIn(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  organizationIds: readonly string[],
): Promise<readonly (readonly [organizationId: string, room: DelegateRoom])[]> {
  if (organizationIds.length === 0) return [];
  const now = clock.now();
  const rows = await within(tx, rooms, [organizationIds, now]);
  return rows.map(row => [row.organizationId, roomOf(row, now)]);
}

/** To show. */
export const delegateRoomOf: Loader<string, DelegateRoom> = defineLoader(
  async ({ db, clock }, ids: readonly string[]) => {
    const now = clock.now();
    const rows = await db.read(rooms, [ids, now]);
    return ids.map(id =>
      roomOf(
        rows.find(({ organizationId }) => organizationId === id),
        now,
      ),
    );
  },
);
