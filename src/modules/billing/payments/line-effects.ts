import type { MembershipId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { grantTerm, withdrawTerm } from '../../memberships/index.ts';
import type { LineEffectActs, LineEffects } from './line-effect.ports.ts';
import { termKindOf } from './term-kind.ts';

const yearOf = statement<{ yearStartsOn: string }>(
  'membership-year',
  `select a.year_starts_on as "yearStartsOn" from membership m join association a on a.id = m.association_id
   where m.id = $1`,
);

const extendTerm: LineEffectActs = {
  apply: async (context, tx, { membershipId, period }) => {
    if (membershipId === null || period?.to == null)
      throw new Error('a term belongs to a membership and ends');
    const { from, to } = period;
    const kind = termKindOf(from, to, await yearStartsOn(tx, membershipId));
    return { termId: await grantTerm(context, tx, { membershipId, from, to, kind }) };
  },
  undo: async (context, tx, { termId }) => {
    if (termId !== null) await withdrawTerm(context, tx, termId);
  },
};

async function yearStartsOn(tx: Tx, membershipId: MembershipId): Promise<string> {
  const [association] = await within(tx, yearOf, [membershipId]);
  if (!association) throw new Error('a line names a membership that is gone');
  return association.yearStartsOn;
}

/**
 * What lines bring about here. A reinstatement is decided by staff, who grant the stay: its fee is noted as settled.
 * Cover and registrations are noted too, and looked up by those whom they concern.
 */
export const houseLineEffects: LineEffects = {
  NONE: null,
  EXTEND_TERM: extendTerm,
  REINSTATE: null,
  BIND_COVER: null,
  REGISTER: null,
};
