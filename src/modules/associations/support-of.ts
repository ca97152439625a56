import { Support } from '../../platform/graphql/support.ts';
import { formatPhone } from '../../platform/phone.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { AssociationEntity } from './association.entity.ts';
import { inLanguage } from './in-language.ts';

type Reachable = Pick<
  AssociationEntity,
  'nameFr' | 'nameEn' | 'websiteFr' | 'websiteEn' | 'supportEmail' | 'supportPhone'
>;

/** Whom a person of this association can ask for help, in the wording's language. */
export function supportOf(association: Reachable, wording: Wording): Support {
  const { supportEmail: email, supportPhone } = association;
  const name = inLanguage(wording.locale, association.nameFr, association.nameEn);
  const text =
    supportPhone === null
      ? wording.of('associations.support.byMail', { name, email })
      : wording.of('associations.support.byMailOrPhone', {
          name,
          email,
          phone: formatPhone(supportPhone, null, wording.locale),
        });
  return new Support({
    email,
    phone: supportPhone,
    website: inLanguage(wording.locale, association.websiteFr, association.websiteEn),
    text,
  });
}
