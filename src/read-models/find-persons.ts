import { readEmailAddress } from '../kernel/email-address.ts';
import { fromPublicId } from '../kernel/id.ts';
import type { DelegateRole } from '../modules/organizations/index.ts';
import { byInstant, byName, given, NOTHING, type Bind, type Condition, type Directory } from './directory.ts';
import { personsNamed } from './name-conditions.ts';

export const PERSONS: Directory = {
  name: 'persons',
  table: 'person',
  alias: 'p',
  columns: `
    p.id, p.account_id as "accountId", p.given_name as "givenName", p.family_name as "familyName", p.locale,
    p.contact_email as "contactEmail", p.work_phone as "workPhone", p.work_phone_extension as "workPhoneExtension"`,
  orders: { NAME: byName('p.search_key'), NEWEST: byInstant('p.added_at') },
};

export interface PersonWishes {
  readonly search?: string | null;
  readonly hasAccount?: boolean | null;
  readonly email?: string | null;
  readonly memberNumber?: string | null;
  readonly organizationId?: string | null;
  readonly delegateRole?: DelegateRole | null;
}

export const personConditions = (
  { search, hasAccount, email, memberNumber, organizationId, delegateRole }: PersonWishes,
  now: Date,
): readonly Condition[] => [
  ...personsNamed(search),
  ...given(hasAccount, wanted => bind => `(p.account_id is null) = ${bind(!wanted)}::boolean`),
  ...given(email, reachedAt),
  ...given(
    memberNumber,
    number => bind => `p.id in (
      select m.person_id from membership m
      where m.association_id = $1 and m.merged_into_id is null and m.member_number = ${bind(number.trim())})`,
  ),
  ...((organizationId ?? delegateRole ?? null) === null
    ? []
    : [(bind: Bind) => `p.id in (${delegates(bind, now, organizationId ?? null, delegateRole ?? null)})`]),
];

/** By the address on file, by a verified one of the account, or by one that the association itself has imported. */
function reachedAt(email: string): Condition {
  const address = readEmailAddress(email);
  if (address === null) return NOTHING;
  return bind => {
    const [typed, normalized] = [bind(address.typed), bind(address.normalized)];
    return `p.id in (
      select f.id from person f where f.association_id = $1 and f.merged_into_id is null
        and lower(f.contact_email) = lower(${typed})
      union all
      select f.id from account_address a join person f on f.account_id = a.account_id
      where a.normalized = ${normalized} and f.association_id = $1
        and (a.verified_at is not null or a.imported_by = $1))`;
  };
}

/** Delegates in force of organizations of the same association: of any other nothing is told. */
function delegates(bind: Bind, now: Date, organizationId: string | null, role: DelegateRole | null): string {
  const at = bind(now);
  // An id that is none names no organization.
  const id = organizationId === null ? null : fromPublicId('Organization', organizationId);
  const ofOne = organizationId === null ? '' : id === null ? 'and false' : `and o.id = ${bind(id)}`;
  return `
    select d.person_id from delegation d join organization o on o.id = d.organization_id
    where o.association_id = $1 and o.merged_into_id is null ${ofOne}
      and d.from_at <= ${at} and (d.to_at is null or d.to_at > ${at})
      ${role === null ? '' : `and d.role = ${bind(role)}`}`;
}
