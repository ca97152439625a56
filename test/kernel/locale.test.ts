import { describe, expect, it } from '@jest/globals';
import { chooseLocale, fromApiLocale, LOCALES, toApiLocale, type Locale } from '../../src/kernel/locale.ts';

describe('the language of a request', () => {
  it.each<[string, string | undefined, Locale, Locale]>([
    ['no header', undefined, 'fr-CA', 'fr-CA'],
    ['an empty header', '', 'en-CA', 'en-CA'],
    ['French of Canada', 'fr-CA', 'en-CA', 'fr-CA'],
    ['French of France', 'fr-FR', 'en-CA', 'fr-CA'],
    ['French in capitals', 'FR', 'en-CA', 'fr-CA'],
    ['English of anywhere', 'en', 'fr-CA', 'en-CA'],
    ['a browser in Montréal', 'fr-CA,fr;q=0.9,en-CA;q=0.8,en;q=0.7', 'en-CA', 'fr-CA'],
    ['a browser in Vancouver', 'en-CA,en-US;q=0.7,en;q=0.3', 'fr-CA', 'en-CA'],
    ['the heavier one when it comes second', 'fr;q=0.4, en;q=0.6', 'fr-CA', 'en-CA'],
    ['the first one of equals', 'en, fr', 'fr-CA', 'en-CA'],
    ['the best range of a language', 'fr;q=0.1, en;q=0.5, fr-CA;q=0.9', 'en-CA', 'fr-CA'],
    ['a language that we do not speak', 'de, it;q=0.8', 'fr-CA', 'fr-CA'],
    ['a foreign language before ours', 'de, en;q=0.2', 'fr-CA', 'en-CA'],
    ['anything', '*', 'en-CA', 'en-CA'],
    ['anything but French', 'fr;q=0, *', 'fr-CA', 'en-CA'],
    ['a language refused', 'fr;q=0, en;q=0.1', 'fr-CA', 'en-CA'],
    ['anything before English', '*, en;q=0.5', 'en-CA', 'fr-CA'],
    ['spaces around the weight', 'en ; q=0.2 , fr ; q=0.3', 'en-CA', 'fr-CA'],
    ['a weight beyond one', 'en;q=7, fr;q=0.1', 'en-CA', 'fr-CA'],
    ['a language whose name starts like ours', 'fry, enm', 'en-CA', 'en-CA'],
    ['garbage', ';;q=,,=\u0000', 'fr-CA', 'fr-CA'],
  ])('%s', (_, header, fallback, locale) => {
    expect(chooseLocale(header, fallback)).toBe(locale);
  });

  it('goes to the API and back', () => {
    expect(LOCALES.map(toApiLocale)).toEqual(['FR_CA', 'EN_CA']);
    expect(LOCALES.map(locale => fromApiLocale(toApiLocale(locale)))).toEqual([...LOCALES]);
  });
});
