import type { AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Sender } from '../../platform/mail/letter.ts';
import { AssociationEntity } from './association.entity.ts';
import { inLanguage } from './in-language.ts';

/** Who an association's letters are from, in the reader's language. */
export async function senderOf(db: Database, associationId: string, locale: Locale): Promise<Sender> {
  const row = await db.entities.findOneByOrFail(AssociationEntity, { id: associationId as AssociationId });
  return {
    name: inLanguage(locale, row.senderNameFr, row.senderNameEn),
    address: row.senderAddress,
    postalAddress: row.postalAddress,
    supportEmail: row.supportEmail,
    supportPhone: row.supportPhone,
    website: inLanguage(locale, row.websiteFr, row.websiteEn),
    colour: row.brandColour,
    textColour: row.brandTextColour,
  };
}
