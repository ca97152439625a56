import { describe, expect, it } from '@jest/globals';
import { formatPhone, readPhone } from '../../src/platform/phone.ts';

describe('a telephone number', () => {
  it.each([
    ['with a hyphen', '514 622-6483', '+15146226483', null],
    ['with dots', '514.622.6483', '+15146226483', null],
    ['with parentheses', '(514) 622-6483', '+15146226483', null],
    ['with no-break spaces', '514\u00A0622\u00A06483', '+15146226483', null],
    ['with the country code', '+1 514 622-6483', '+15146226483', null],
    ['toll-free', '1 800 567-1234', '+18005671234', null],
    ['from abroad', '+33 1 42 68 53 00', '+33142685300', null],
    ['with « poste » behind it', '514 622-6483, poste 150', '+15146226483', '150'],
    ['with "ext." behind it', '514-622-6483 ext. 150', '+15146226483', '150'],
    ['with an x behind it', '514-622-6483x150', '+15146226483', '150'],
  ])('is read %s', (_, text, e164, extension) => {
    expect(readPhone(text)).toEqual({ e164, extension });
  });

  it('takes the extension that stands in its own field', () => {
    expect(readPhone('514 622-6483', '150')).toEqual({ e164: '+15146226483', extension: '150' });
    expect(readPhone('514 622-6483 poste 150', ' 150 ')).toEqual({ e164: '+15146226483', extension: '150' });
    expect(readPhone('514 622-6483', '')).toEqual({ e164: '+15146226483', extension: null });
    expect(readPhone('514 622-6483', null)).toEqual({ e164: '+15146226483', extension: null });
  });

  it.each([
    ['nothing', '', undefined],
    ['too short', '514 622-648', undefined],
    ['an area code that cannot be', '114 622-6483', undefined],
    ['two numbers', '514 622-6483 514 622-6484', undefined],
    ['words', 'appelez 514 622-6483', undefined],
    ['letters for figures', '1-800-FLOWERS', undefined],
    ['an extension of letters', '514 622-6483', 'abc'],
    ['an extension that is too long', '514 622-6483', '12345678'],
    ['two extensions that differ', '514 622-6483 poste 150', '151'],
  ])('is refused: %s', (_, text, extension) => {
    expect(readPhone(text, extension)).toBeNull();
  });

  it.each([
    ['+15146226483', null, '514 622-6483', '514-622-6483'],
    ['+15146226483', '150', '514 622-6483, poste 150', '514-622-6483, ext. 150'],
    ['+18005671234', null, '1 800 567-1234', '1-800-567-1234'],
    ['+33142685300', '4', '+33 1 42 68 53 00, poste 4', '+33 1 42 68 53 00, ext. 4'],
  ])('%s, %s is written after the reader', (e164, extension, french, english) => {
    expect(formatPhone(e164, extension, 'fr-CA')).toBe(french);
    expect(formatPhone(e164, extension, 'en-CA')).toBe(english);
  });
});
