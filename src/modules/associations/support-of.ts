import type { Locale } from '../../kernel/locale.ts';
import { Support } from '../../platform/graphql/support.ts';
import { formatPhone } from '../../platform/phone.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { AssociationEntity } from './association.entity.ts';
import { inLanguage } from './in-language.ts';

type Phones = Pick<AssociationEntity, 'supportPhone' | 'supportTollFreePhone'>;
type Reachable = Phones &
  Pick<AssociationEntity, 'nameFr' | 'nameEn' | 'websiteFr' | 'websiteEn' | 'supportEmail'>;

/** Whom a person of this association can ask for help, in the wording's language. */
export function supportOf(association: Reachable, wording: Wording): Support {
  const { supportEmail: email, supportPhone, supportTollFreePhone } = association;
  const name = inLanguage(wording.locale, association.nameFr, association.nameEn);
  const [phone, tollFree] = supportPhonesOf(association, wording.locale);
  return new Support({
    email,
    phone: supportPhone ?? supportTollFreePhone,
    website: inLanguage(wording.locale, association.websiteFr, association.websiteEn),
    text: wording.of(sentenceFor([phone, tollFree]), { name, email, phone, tollFree }),
  });
}

/** The numbers at which the association answers, as they are written in a language. */
export const supportPhonesOf = (
  { supportPhone, supportTollFreePhone }: Phones,
  locale: Locale,
): readonly string[] =>
  [supportPhone, supportTollFreePhone]
    .filter(phone => phone !== null)
    .map(phone => formatPhone(phone, null, locale));

function sentenceFor([phone, tollFree]: readonly (string | undefined)[]): string {
  if (tollFree !== undefined) return 'associations.support.byMailOrPhones';
  return phone === undefined ? 'associations.support.byMail' : 'associations.support.byMailOrPhone';
}
