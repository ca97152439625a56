import { addDays } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import { tellEveryAddress } from '../../accounts/index.ts';
import { inLanguage } from '../../associations/index.ts';
import { displayNameOf, personById } from '../../people/index.ts';
import { principalOf } from '../principal/principal-of.ts';
import { tellPerson } from '../tell-person.ts';
import type { RepresentationFacts } from './representation.loaders.ts';
import type { RepresentationValues } from './representation.mails.ts';

/**
 * Writes to the representative, and to whom they represent: at every address of a person's account, so that whoever
 * reads one of them can object, and to the principal delegate of an organization.
 */
export async function tellBoth(
  context: Context,
  tx: Tx,
  letter: Letter<RepresentationValues>,
  facts: RepresentationFacts,
): Promise<void> {
  const { associationId, personId, organizationId, representativePersonId, representedFr, representedEn } =
    facts;
  const values = (reader: RepresentationValues['reader'], locale: Locale): RepresentationValues => ({
    reader,
    representative: displayNameOf(facts),
    represented: inLanguage(locale, representedFr, representedEn),
    kind: facts.kind,
    firstDay: facts.from,
    lastDay: facts.to && addDays(facts.to, -1),
  });
  const write = (readerId: string, reader: RepresentationValues['reader']): Promise<unknown> =>
    tellPerson(context, tx, {
      personId: readerId,
      associationId,
      letter,
      values: locale => values(reader, locale),
    });

  if (representativePersonId !== null) await write(representativePersonId, 'REPRESENTATIVE');
  const represented = personId && (await context.load(personById, personId));
  const accountId = represented ? represented.accountId : null;
  if (accountId !== null) {
    // A person has one name in both languages.
    const news = { letter, values: values('REPRESENTED', 'fr-CA') };
    await tellEveryAddress(context, tx, { accountId, associationId }, news);
    return;
  }
  const reader = personId ?? (organizationId && (await principalOf(context, organizationId)));
  if (reader !== null && reader !== representativePersonId) await write(reader, 'REPRESENTED');
}
