import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskEmailAddress, readEmailAddress } from '../../src/kernel/email-address.ts';

describe('an email address', () => {
  it.each([
    ['as people write it', 'jean@maboite.ca', 'jean@maboite.ca', 'jean@maboite.ca'],
    ['with spaces around', '  jean@maboite.ca\n', 'jean@maboite.ca', 'jean@maboite.ca'],
    ['in capitals', 'Jean.Tremblay@MaBoite.CA', 'Jean.Tremblay@MaBoite.CA', 'jean.tremblay@maboite.ca'],
    ['with a tag', 'jean+icu@maboite.ca', 'jean+icu@maboite.ca', 'jean+icu@maboite.ca'],
    ['with an apostrophe', "o'brien@maboite.ca", "o'brien@maboite.ca", "o'brien@maboite.ca"],
    ['with an accent in the name', 'Émilie@maboite.ca', 'Émilie@maboite.ca', 'émilie@maboite.ca'],
    [
      'with an accent typed in two parts',
      'E\u0301milie@maboite.ca',
      'Émilie@maboite.ca',
      'émilie@maboite.ca',
    ],
    ['with an accent in the domain', 'jean@Montréal.ca', 'jean@Montréal.ca', 'jean@xn--montral-fya.ca'],
    [
      'with that domain spelled for machines',
      'jean@xn--montral-fya.ca',
      'jean@xn--montral-fya.ca',
      'jean@xn--montral-fya.ca',
    ],
    ['in a domain of many parts', 'a@b.c.d.quebec', 'a@b.c.d.quebec', 'a@b.c.d.quebec'],
    ['with a Kelvin sign, which is a K', 'mi\u212Ae@maboite.ca', 'miKe@maboite.ca', 'mike@maboite.ca'],
  ])('is read %s', (_, text, typed, normalized) => {
    expect(readEmailAddress(text)).toEqual({ typed, normalized });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'jean'],
    ['no name', '@maboite.ca'],
    ['no domain', 'jean@'],
    ['two at signs', 'jean@maboite@ca.ca'],
    ['a space', 'jean tremblay@maboite.ca'],
    ['a no-break space', 'jean\u00A0tremblay@maboite.ca'],
    ['a comma, which makes a list', 'jean@maboite.ca,paul@maboite.ca'],
    ['a semicolon', 'jean@maboite.ca;paul'],
    ['angle brackets', 'Jean <jean@maboite.ca>'],
    ['quotes', '"jean"@maboite.ca'],
    ['a comment', 'jean(chef)@maboite.ca'],
    ['a backslash', 'jean\\@maboite.ca'],
    ['a line break and a second header', 'jean@maboite.ca\r\nBcc: paul@maboite.ca'],
    ['a control character', 'je\u0000an@maboite.ca'],
    ['a character that turns the reading direction', 'jean\u202Eac.etiobam@maboite.ca'],
    ['an invisible space', 'jean\u200B@maboite.ca'],
    ['an invisible letter', 'jean\u115F@maboite.ca'],
    ['half of a pair', 'jean\uD83D@maboite.ca'],
    ['a dot in front', '.jean@maboite.ca'],
    ['a dot behind', 'jean.@maboite.ca'],
    ['two dots', 'jean..t@maboite.ca'],
    ['a domain of one word', 'jean@localhost'],
    ['a numeric address', 'jean@127.0.0.1'],
    ['a numeric address in short', 'jean@127.1'],
    ['a bracketed address', 'jean@[127.0.0.1]'],
    ['a port', 'jean@maboite.ca:25'],
    ['a path', 'jean@maboite.ca/x'],
    ['an escape', 'jean@ma%62oite.ca'],
    ['an underscore in the domain', 'jean@ma_boite.ca'],
    ['a hyphen that starts the domain', 'jean@-maboite.ca'],
    ['a hyphen that ends a label', 'jean@maboite-.ca'],
    ['a dot at the end', 'jean@maboite.ca.'],
    ['an empty label', 'jean@maboite..ca'],
    ['full-width letters, which read as others', 'jean@ｍaboite.ca'],
    ['a full stop of another script', 'jean@maboite。ca'],
    ['a name of 65 letters', `${'a'.repeat(65)}@maboite.ca`],
    ['a label of 64 letters', `jean@${'a'.repeat(64)}.ca`],
    ['255 characters', `jean@${'abcdefghi.'.repeat(24)}abcdefg.ca`],
  ])('is refused: %s', (_, text) => {
    expect(readEmailAddress(text)).toBeNull();
  });

  it('may have 254 characters', () => {
    const longest = `jean@${'abcdefghi.'.repeat(24)}abcdef.ca`;

    expect(longest).toHaveLength(254);
    expect(readEmailAddress(` ${longest} `)?.normalized).toBe(longest);
  });

  it('is compared by something that reads back as itself', () => {
    const local = fc.string({
      unit: fc.constantFrom(...Array.from('aZéÉİßΣσçŒ.+-_09')),
      minLength: 1,
      maxLength: 12,
    });
    const domain = fc.constantFrom('maboite.ca', 'MONTRÉAL.quebec', 'straße.example.org');

    fc.assert(
      fc.property(local, domain, (name, host) => {
        const read = readEmailAddress(`${name}@${host}`);
        if (read) expect(readEmailAddress(read.normalized)?.normalized).toBe(read.normalized);
      }),
    );
  });
});

describe('a masked address', () => {
  it.each([
    ['a name', 'jean@maboite.ca', 'j•••@maboite.ca'],
    ['a name of one letter, which looks no shorter', 'j@maboite.ca', 'j•••@maboite.ca'],
    ['an accent in two parts, kept whole', 'e\u0301milie@maboite.ca', 'e\u0301•••@maboite.ca'],
  ])('shows the first letter of %s', (_, address, masked) => {
    expect(maskEmailAddress(address)).toBe(masked);
  });

  it.each(['', 'jean', '@maboite.ca', 'jean@'])('is not made of %j', text => {
    expect(() => maskEmailAddress(text)).toThrow(RangeError);
  });
});
