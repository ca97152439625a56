import type { AssociationId, FeeItemId, MembershipClassId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { PlaceOfSupplyUnknown, type NewMembership } from '../../memberships/index.ts';
import { FeeItemEntity } from './fee-item.entity.ts';
import { billedMemberById, billedNewcomer, type BilledMember } from './billed-member.ts';
import { quote, type Quote } from './quote.ts';
import type { FeeItem, PriceRules } from './price-rules.ts';
import type { AskedMembership, PlaceOfSupply, QuoteFacts } from './quote-facts.ts';
import { readPriceRules } from './read-price-rules.ts';

/** What is asked about one membership, beside what is on file of its member. */
export type Asked = Pick<AskedMembership, 'term' | 'entry' | 'occasions'> &
  Partial<Pick<AskedMembership, 'demanded' | 'dueOn' | 'owing' | 'charged'>> & {
    readonly classId: MembershipClassId | null;
  } & AskedMember;

/** Who it is asked about. */
export type AskedMember =
  { readonly membershipId: MembershipId } | { readonly membershipId: null; readonly newcomer: Newcomer };

/** Somebody on file who has no membership there yet. */
export type Newcomer = Pick<NewMembership, 'associationId' | 'holder' | 'on'>;

/** What is charged for memberships of one member on a day, by the rules on file. */
export async function quoteFor(context: Context, asked: readonly Asked[], on: LocalDate): Promise<Quote> {
  const { facts, rules } = await factsFor(context, asked);
  return quote(facts, rules, on);
}

/** What is on file of the members, where they are, and all rules of their bodies. */
export async function factsFor(
  context: Context,
  asked: readonly Asked[],
): Promise<{ readonly facts: QuoteFacts; readonly rules: PriceRules }> {
  const members = await Promise.all(asked.map(one => askedMember(context, one)));
  const [first] = members;
  if (first === undefined) throw new Error('a quote is of a membership');
  // One invoice has one place; a member whose record in one body has an address lives there for all of them.
  const place = members.find(member => member.place?.by === 'ADDRESS')?.place ?? first.place;
  const bodies = members.map(({ associationId }) => associationId);
  const rules = await readPriceRules(context.db, bodies);
  // Where nothing can be charged nobody need know where the member is.
  if (place === null && rules.items.some(item => asked.some(isFor(item)))) refuse(new PlaceOfSupplyUnknown());
  return {
    facts: {
      place: place ?? NOWHERE,
      asked: asked.map((one, i) => ({ ...NOTHING, ...one, ...personal(members[i] ?? first) })),
    },
    rules,
  };
}

const askedMember = (context: Context, asked: Asked): Promise<BilledMember> =>
  asked.membershipId === null
    ? billedNewcomer(context, asked.newcomer)
    : billedMember(context, asked.membershipId);

export async function billedMember(context: Context, membershipId: MembershipId): Promise<BilledMember> {
  const member = await context.load(billedMemberById, membershipId);
  if (member === null) throw new Error('whoever is charged has a membership');
  return member;
}

const isFor =
  ({ id, charged }: FeeItem) =>
  ({ occasions, demanded = [] }: Asked): boolean =>
    charged === 'ON_DEMAND'
      ? demanded.some(({ feeItemId }) => feeItemId === id)
      : occasions.includes(charged);

const NOWHERE: PlaceOfSupply = { province: null, by: 'ASSOCIATION' };
const NOTHING = { demanded: [], dueOn: null, owing: Money.cad(0), charged: [] } as const;

const personal = ({
  associationId,
  bornOn,
  memberSince,
}: BilledMember): Pick<AskedMembership, 'associationId' | 'bornOn' | 'memberSince'> => ({
  associationId,
  bornOn,
  memberSince,
});

/** What members of a body may ask for themselves. */
export async function demandable(
  { db }: Pick<Context, 'db'>,
  associationId: AssociationId,
): Promise<readonly FeeItemId[]> {
  const rows = await db.entities.findBy(FeeItemEntity, { associationId, charged: 'ON_DEMAND' });
  return rows.map(({ id }) => id);
}
