import type { AccountId, SessionId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { StaffRole } from '../../associations/index.ts';
import {
  historyJson,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  statusOf,
  type MembershipFacts,
  type MembershipStatusCode,
} from '../../memberships/index.ts';
import type { DelegateRole } from '../../organizations/index.ts';
import { LIVE_SESSION } from '../../accounts/index.ts';

interface Names {
  readonly nameFr: string;
  readonly nameEn: string;
}

/** All that an account holds, in every tree: for the eyes of the person alone. */
export interface Belongings {
  readonly username: string | null;
  readonly addresses: readonly { readonly address: string; readonly verified: boolean }[];
  readonly memberships: readonly (Names & {
    readonly memberNumber: string;
    readonly status: MembershipStatusCode;
  })[];
  readonly delegations: readonly (Names & { readonly role: DelegateRole })[];
  readonly staff: readonly (Names & { readonly role: StaffRole })[];
  readonly sessions: readonly (Names & {
    readonly id: SessionId;
    /** What people read of the client; its association's names stand beside it. */
    readonly siteFr: string;
    readonly siteEn: string;
    /** The person signed in on the realm's page, and no site has come for the session. */
    readonly noSiteYet: boolean;
    readonly userAgent: string | null;
    readonly startedAt: Date;
    readonly lastUsedAt: Date;
  })[];
}

interface Row extends Omit<Belongings, 'memberships' | 'sessions'> {
  readonly memberships: readonly (Names & { readonly facts: MembershipFacts })[];
  readonly sessions: readonly (Omit<Belongings['sessions'][number], 'startedAt' | 'lastUsedAt'> & {
    readonly startedAt: string;
    readonly lastUsedAt: string;
  })[];
}

const NAMES = (a: string): string => `'nameFr', ${a}.name_fr, 'nameEn', ${a}.name_en`;
const inForce = (a: string): string => `${a}.from_at <= $2 and (${a}.to_at is null or ${a}.to_at > $2)`;

const read = statement<Row>(
  'account-belongings',
  `select x.username,
     (select coalesce(json_agg(json_build_object('address', d.address, 'verified', d.verified_at is not null)
        order by d.is_primary desc, d.added_at), '[]') from account_address d where d.account_id = x.id) as addresses,
     (select coalesce(json_agg(json_build_object(${NAMES('b')}, 'facts', (
          select row_to_json(r) from (
            select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
            from membership m ${MEMBERSHIP_JOINS} where m.id = held.id) r
        )) order by b.name_fr, held.admitted_on), '[]')
        from membership held join person p on p.id = held.person_id join association b on b.id = held.association_id
        where p.account_id = x.id) as memberships,
     (select coalesce(json_agg(json_build_object('nameFr', o.public_name_fr, 'nameEn', o.public_name_en,
          'role', d.role) order by o.public_name_fr, d.role), '[]')
        from delegation d join person p on p.id = d.person_id join organization o on o.id = d.organization_id
        where p.account_id = x.id and ${inForce('d')}) as delegations,
     (select coalesce(json_agg(json_build_object(${NAMES('b')}, 'role', f.role) order by b.name_fr, f.role), '[]')
        from staff_assignment f join association b on b.id = f.association_id
        where f.account_id = x.id and ${inForce('f')}) as staff,
     (select coalesce(json_agg(json_build_object('id', s.id, 'siteFr', coalesce(c.display_name_fr, b.name_fr),
          'siteEn', coalesce(c.display_name_en, b.name_en), ${NAMES('b')},
          'noSiteYet', coalesce(o.session_id is not null and o.entered_at is null, false), 'userAgent', s.user_agent, 'startedAt', s.started_at,
          'lastUsedAt', s.last_used_at) order by s.last_used_at desc), '[]')
        from session s join client c on c.id = s.client_id join association b on b.id = c.association_id
          join account a on a.id = s.account_id left join sign_on_session o on o.session_id = s.id
        where s.account_id = x.id and ${LIVE_SESSION('$2')}) as sessions
   from account x where x.id = $1`,
);

export async function readBelongings(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountId: AccountId,
): Promise<Belongings> {
  const now = clock.now();
  const [row] = await db.read(read, [accountId, now]);
  if (!row) throw new Error('an account is signed in that is not there');
  return {
    ...row,
    memberships: row.memberships.map(({ facts, ...names }) => {
      if (facts.history === null) throw new Error('a membership was read without its history');
      const { code } = statusOf({ timeZone: facts.timeZone, ...facts.history }, now);
      return { ...names, memberNumber: facts.memberNumber, status: code };
    }),
    sessions: row.sessions.map(({ startedAt, lastUsedAt, ...session }) => ({
      ...session,
      startedAt: new Date(startedAt),
      lastUsedAt: new Date(lastUsedAt),
    })),
  };
}
