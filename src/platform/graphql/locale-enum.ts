import { registerEnumType } from 'type-graphql';
import { fromApiLocale, toApiLocale, type Locale } from '../../kernel/locale.ts';

/** A locale as the API spells it. */
export enum ApiLocale {
  FR_CA = 'FR_CA',
  EN_CA = 'EN_CA',
}
registerEnumType(ApiLocale, {
  name: 'Locale',
  description: 'A language of the house. In headers it is written `fr-CA` or `en-CA`.',
  valuesConfig: {
    FR_CA: { description: 'French as written in Canada.' },
    EN_CA: { description: 'Canadian English.' },
  },
});

export const apiLocaleOf = (locale: Locale): ApiLocale => ApiLocale[toApiLocale(locale)];
export const localeOf = (locale: ApiLocale): Locale => fromApiLocale(locale);
