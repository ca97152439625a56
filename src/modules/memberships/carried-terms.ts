import { newId, type MembershipId, type TermId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { TermKind } from './membership-words.ts';
import { tellOfCarried } from './transfers/carried-term.notices.ts';

/**
 * What went along to other bodies of what was paid at one: it stands and falls with that, however often the money comes
 * and goes back.
 */
interface Carried {
  readonly membershipId: MembershipId;
  readonly kind: TermKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const takeBack = statement<{ readonly id: TermId }>(
  'term-take-carried-back',
  `with recursive carried as (
     select id from term where carried_from_id = $1
     union
     select t.id from term t join carried c on t.carried_from_id = c.id)
   update term set withdrawn_at = $2 where id in (select id from carried) and withdrawn_at is null returning id`,
);
// A term of the same days that was taken back last: what went along of it then goes along again, where the days are free.
const carriedBefore = statement<Carried>(
  'term-carried-before',
  `select c.membership_id as "membershipId", c.kind, c.from_on::text as "from", c.to_on::text as "to"
   from term n
   join lateral (
     select t.id, t.withdrawn_at from term t
     where t.membership_id = n.membership_id and t.from_on = n.from_on and t.to_on = n.to_on
       and t.withdrawn_at is not null
     order by t.withdrawn_at desc limit 1) was on true
   join term c on c.carried_from_id = was.id and c.withdrawn_at = was.withdrawn_at
   where n.id = $1 and not exists (
     select from term s where s.membership_id = c.membership_id and s.withdrawn_at is null
       and daterange(s.from_on, s.to_on) && daterange(c.from_on, c.to_on))`,
);
const carry = statement(
  'term-carry-again',
  `insert into term (id, membership_id, kind, from_on, to_on, known_at, carried_from_id)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

type Telling = Pick<Parts, 'clock' | 'random' | 'vault'>;

/** Takes back what went along of a term that is taken back, at the same instant, and tells whom it went along with. */
export async function takeCarriedBack(context: Telling, tx: Tx, termId: TermId): Promise<void> {
  const taken = await within(tx, takeBack, [termId, context.clock.now()]);
  await tellOfCarried(
    context,
    tx,
    taken.map(({ id }) => id),
    'TAKEN_BACK',
  );
}

/** Grants again what went along of the same days before, as when they are paid a second time. */
export async function carryAgain(context: Telling, tx: Tx, termId: TermId): Promise<void> {
  const { clock, random } = context;
  for (const { membershipId, kind, from, to } of await within(tx, carriedBefore, [termId])) {
    const id = newId<'Term'>(clock, random);
    await within(tx, carry, [id, membershipId, kind, from, to, clock.now(), termId]);
    await tellOfCarried(context, tx, [id], 'AGAIN');
    await carryAgain(context, tx, id);
  }
}
