import type { Context } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';

export interface JoiningWays {
  readonly organizationId: string;
  readonly acceptsRequests: boolean;
  readonly acceptsDomains: boolean;
}

export interface DomainFacts {
  readonly organizationId: string;
  readonly domain: string;
  readonly document: string;
  readonly verifiedAt: Date;
}

export interface StandingCode {
  readonly organizationId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly uses: number;
}

const ways = statement<JoiningWays>(
  'joining-ways',
  `select organization_id as "organizationId", accepts_requests as "acceptsRequests", accepts_domains as "acceptsDomains"
   from organization_joining where organization_id = any ($1::uuid[])`,
);
const domains = statement<DomainFacts>(
  'joining-domains',
  `select organization_id as "organizationId", domain, document, verified_at as "verifiedAt"
   from organization_domain where organization_id = any ($1::uuid[]) and ended_at is null order by domain`,
);
const codes = statement<StandingCode>(
  'joining-codes',
  `select organization_id as "organizationId", created_at as "createdAt", expires_at as "expiresAt", uses
   from organization_code where organization_id = any ($1::uuid[]) and ended_at is null`,
);

/** Which ways an organization has turned on. */
export const joiningWaysOf: Loader<string, JoiningWays> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(ways, [ids]);
    return ids.map(
      id =>
        rows.find(row => row.organizationId === id) ?? {
          organizationId: id,
          acceptsRequests: false,
          acceptsDomains: false,
        },
    );
  },
);

/** The e-mail domains of an organization that are verified now. */
export const domainsOf: Loader<string, readonly DomainFacts[]> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(domains, [ids]);
    return ids.map(id => rows.filter(row => row.organizationId === id));
  },
);

/** The code that an organization has not turned off, expired or not; never the code itself. */
export const codeOf: Loader<string, StandingCode | null> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(codes, [ids]);
    return ids.map(id => rows.find(row => row.organizationId === id) ?? null);
  },
);

/**
 * Whether an organization with the row `j` of `organization_joining` lets in whoever has an address at one of the
 * domains: it turned that on, and its principal delegate has the rights to remove them again.
 */
export const letsInByDomain = (domains: string, now: string): string => `(
  j.accepts_domains
  and exists (
    select from organization_domain m
    where m.organization_id = j.organization_id and m.ended_at is null and m.domain = any (${domains}))
  and exists (
    select from delegation g
    where g.organization_id = j.organization_id and g.role = 'PRINCIPAL' and g.suspended_at is null
      and g.from_at <= ${now} and (g.to_at is null or g.to_at > ${now})))`;
