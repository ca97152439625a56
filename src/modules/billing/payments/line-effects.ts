import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  grantTerm,
  reinstateByPayment,
  undoReinstatement,
  withdrawTerm,
  type TermKind,
} from '../../memberships/index.ts';
import type { LineEffectActs, LineEffects } from './line-effect.ports.ts';
import { termKindOf } from './term-kind.ts';

const yearOf = statement<{ yearStartsOn: string; rule: TermKind | null }>(
  'membership-year',
  `select a.year_starts_on as "yearStartsOn", (
     select r.kind from affiliation f join term_rule r on r.class_id = f.class_id
     where f.membership_id = m.id and f.withdrawn_at is null
       and f.from_on <= $2 and (f.to_on is null or f.to_on > $2)
       and r.from_on <= $2 and (r.to_on is null or r.to_on > $2)) as rule
   from membership m join association a on a.id = m.association_id where m.id = $1`,
);

const extendTerm: LineEffectActs = {
  apply: async (context, tx, { membershipId, period }) => {
    if (membershipId === null || period?.to == null)
      throw new Error('a term belongs to a membership and ends');
    const { from, to } = period;
    const [year] = await within(tx, yearOf, [membershipId, from]);
    if (!year) throw new Error('a line names a membership that is gone');
    const kind = termKindOf({ from, to }, year.yearStartsOn, year.rule);
    return { termId: await grantTerm(context, tx, { membershipId, from, to, kind }) };
  },
  undo: async (context, tx, { termId }) => {
    if (termId !== null) await withdrawTerm(context, tx, termId);
  },
};

/** Whoever staff have let in again before is a member already: then the line is noted as settled. */
const reinstate: LineEffectActs = {
  apply: async (context, tx, { membershipId, period }) => {
    if (membershipId === null) throw new Error('whoever is let in again has a membership');
    const asked = { membershipId, notBefore: period?.from ?? null };
    const { affiliationId } = await reinstateByPayment(context, tx, asked);
    return affiliationId === null ? {} : { affiliationId };
  },
  undo: async (context, tx, { membershipId, affiliationId }) => {
    if (membershipId !== null && affiliationId !== null)
      await undoReinstatement(context, tx, membershipId, affiliationId);
  },
};

/** What lines bring about here. Cover and registrations are noted, and looked up by those whom they concern. */
export const houseLineEffects: LineEffects = {
  NONE: null,
  EXTEND_TERM: extendTerm,
  REINSTATE: reinstate,
  BIND_COVER: null,
  REGISTER: null,
};
