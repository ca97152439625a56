import type { AssociationId, PersonId, TermId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { inLanguage, officeLanguage, type LanguagePolicy } from '../../associations/index.ts';
import { tellPerson } from '../../organizations/index.ts';
import { CLOSING_REASONS } from '../membership-status.ts';
import {
  carriedTermAgain,
  carriedTermAgainForOffice,
  carriedTermTakenBack,
  carriedTermTakenBackForOffice,
  type CarriedTermValues,
} from './carried-term.mails.ts';

interface Carried {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly personId: PersonId;
  readonly member: string;
  readonly memberNumber: string;
  readonly associationId: AssociationId;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly supportEmail: string;
  readonly languagePolicy: LanguagePolicy;
  readonly paidAtFr: string;
  readonly paidAtEn: string;
}

// Only what persons hold goes along. However often it went along, it was paid where the line of terms begins. It counts
// at a body as long as they are a member there: whoever passes to a third one takes along what is left of it.
const carriedTerms = statement<Carried>(
  'terms-carried-for-news',
  `with recursive line as (
     select id, membership_id, carried_from_id from term where id = any ($1::uuid[])
     union all
     select line.id, was.membership_id, was.carried_from_id from line join term was on was.id = line.carried_from_id)
   select t.from_on::text as "from", least(t.to_on, inside.to_on)::text as "to", p.id as "personId",
     p.given_name || ' ' || p.family_name as member, m.member_number as "memberNumber", a.id as "associationId",
     a.name_fr as "nameFr", a.name_en as "nameEn", a.support_email as "supportEmail",
     a.language_policy as "languagePolicy", paid.name_fr as "paidAtFr", paid.name_en as "paidAtEn"
   from term t
   join membership m on m.id = t.membership_id
   join person p on p.id = m.person_id
   join association a on a.id = m.association_id
   join line on line.id = t.id and line.carried_from_id is null
   join membership first on first.id = line.membership_id
   join association paid on paid.id = first.association_id
   cross join lateral (
     select max(coalesce(f.to_on, 'infinity')) as to_on from affiliation f
     where f.membership_id = t.membership_id and f.withdrawn_at is null and f.reason <> all ($2::text[])
       and f.from_on < t.to_on and (f.to_on is null or f.to_on > t.from_on)) inside
   order by t.id`,
);

const LETTERS = {
  TAKEN_BACK: { member: carriedTermTakenBack, office: carriedTermTakenBackForOffice },
  AGAIN: { member: carriedTermAgain, office: carriedTermAgainForOffice },
} as const;

/**
 * Writes to the member and to the office of the body that the rest of a term went along to: neither sees what becomes of
 * the money at the other body. The dead are written to never again.
 */
export async function tellOfCarried(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  termIds: readonly TermId[],
  became: keyof typeof LETTERS,
): Promise<void> {
  if (termIds.length === 0) return;
  const { member, office } = LETTERS[became];
  for (const term of await within(tx, carriedTerms, [termIds, CLOSING_REASONS])) {
    const { personId, associationId, supportEmail: to, languagePolicy } = term;
    const values = valuesOf(term);
    await tellPerson(parts, tx, { personId, associationId, letter: member, values });
    const locale = officeLanguage(languagePolicy);
    await queueMail(parts, tx, { letter: office, to, locale, associationId, values: values(locale) });
  }
}

const valuesOf =
  ({ member, memberNumber, nameFr, nameEn, paidAtFr, paidAtEn, from, to }: Carried) =>
  (locale: Locale): CarriedTermValues => ({
    member,
    memberNumber,
    association: inLanguage(locale, nameFr, nameEn),
    paidAt: inLanguage(locale, paidAtFr, paidAtEn),
    from,
    lastDay: addDays(to, -1),
  });
