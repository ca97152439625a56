import {
  newId,
  type AssociationId,
  type MembershipClassId,
  type MembershipId,
  type OrganizationId,
  type PersonId,
} from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { addMemberNumber, recordHolding } from '../accounts/index.ts';
import { OrganizationEntity } from '../organizations/index.ts';
import { PersonEntity } from '../people/index.ts';
import { AffiliationEntity } from './affiliation.entity.ts';
import { HoldEntity } from './hold.entity.ts';
import { MembershipEntity } from './membership.entity.ts';
import type { AffiliationReason, HoldKind, TermKind } from './membership-words.ts';
import { TermEntity } from './term.entity.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface AdmitMember {
  readonly associationId: string;
  readonly holder: { readonly personId: string } | { readonly organizationId: string };
  readonly memberNumber: string;
  readonly admittedOn: LocalDate;
  /** In the order of their days; the first one usually begins on the day of admission. */
  readonly affiliations: readonly (Days & { readonly classId: string; readonly reason: AffiliationReason })[];
  readonly terms?: readonly (Days & { readonly kind: TermKind })[];
  readonly holds?: readonly (Days & { readonly kind: HoldKind })[];
  /** When the house learned of it; left out for what is brought along and was so before. */
  readonly knownAt?: Date;
}

const countOneMore = statement<never>(
  'membership-count-one-more',
  `insert into membership_count (association_id, members) values ($1, 1)
   on conflict (association_id) do update set members = membership_count.members + 1`,
);

/**
 * Makes a person or an organization a member, with what is known of its history. A person who has an account may
 * sign in with the member number from then on.
 */
export async function admitMember(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: AdmitMember,
): Promise<MembershipEntity> {
  const holder = await holderOf(tx, wanted);
  const membership = Object.assign(new MembershipEntity(), {
    id: newId<'Membership'>(context.clock, context.random),
    associationId: wanted.associationId as AssociationId,
    personId: holder instanceof PersonEntity ? holder.id : null,
    organizationId: holder instanceof OrganizationEntity ? holder.id : null,
    memberNumber: wanted.memberNumber,
    holderSearchKey: holder.searchKey,
    admittedOn: wanted.admittedOn,
  });
  await tx.insert(MembershipEntity, membership);
  await within(tx, countOneMore, [membership.associationId]);
  await addHistory(context, tx, membership.id, wanted);

  if (holder instanceof PersonEntity && holder.accountId !== null) {
    await openToAccount(context, tx, holder.accountId, membership);
  }
  return membership;
}

/** The account holds the membership, and its number becomes one of the identifiers that sign in. */
export async function openToAccount(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
  { id, associationId, memberNumber }: Pick<MembershipEntity, 'id' | 'associationId' | 'memberNumber'>,
): Promise<void> {
  await addMemberNumber(tx, { accountId, associationId, memberNumber });
  await recordHolding(context, tx, { accountId, associationId, kind: 'MEMBERSHIP', subjectId: id });
}

const holderOf = (tx: Tx, { holder }: AdmitMember): Promise<PersonEntity | OrganizationEntity> =>
  'personId' in holder
    ? tx.findOneByOrFail(PersonEntity, { id: holder.personId as PersonId })
    : tx.findOneByOrFail(OrganizationEntity, { id: holder.organizationId as OrganizationId });

async function addHistory(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  membershipId: MembershipId,
  { affiliations, terms = [], holds = [], knownAt }: AdmitMember,
): Promise<void> {
  const known = { knownAt: knownAt ?? null, withdrawnAt: null };
  await tx.insert(
    AffiliationEntity,
    affiliations.map(({ classId, from, to, reason }) => ({
      id: newId<'Affiliation'>(clock, random),
      membershipId,
      classId: classId as MembershipClassId,
      fromOn: from,
      toOn: to,
      reason,
      note: null,
      ...known,
    })),
  );
  await tx.insert(
    TermEntity,
    terms.map(({ kind, from, to }) => ({
      id: newId<'Term'>(clock, random),
      membershipId,
      kind,
      fromOn: from,
      toOn: to,
      ...known,
    })),
  );
  await tx.insert(
    HoldEntity,
    holds.map(({ kind, from, to }) => ({
      id: newId<'Hold'>(clock, random),
      membershipId,
      kind,
      fromOn: from,
      toOn: to,
      ...known,
    })),
  );
}
