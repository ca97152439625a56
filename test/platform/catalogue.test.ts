import { describe, expect, it } from '@jest/globals';
import { configWordingEn, configWordingFr } from '../../src/config/index.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { describeCatalogueFaults } from '../../src/platform/wording/describe-catalogue-faults.ts';

const NBSP = '\u00A0';
const one = (fr: string, en: string) => [{ fr: { Key: fr }, en: { Key: en } }];

describe('wordings', () => {
  it('speak both languages, with numbers and plurals as each of them writes them', () => {
    const wordings = createWordings(
      one(
        '{count, plural, one {# place} other {{count, number} places}}',
        '{count, plural, one {# seat} other {{count, number} seats}}',
      ),
    );

    const [fr, en] = [wordings.in('fr-CA'), wordings.in('en-CA')];

    expect([fr.locale, en.locale]).toEqual(['fr-CA', 'en-CA']);
    expect([0, 1, 1_500].map(count => fr.of('Key', { count }))).toEqual([
      '0 place',
      '1 place',
      `1${NBSP}500 places`,
    ]);
    expect([0, 1, 1_500].map(count => en.of('Key', { count }))).toEqual(['0 seats', '1 seat', '1,500 seats']);
  });

  it('put values in as they are: nothing in a name is read as a message or as HTML', () => {
    const en = createWordings(one('Bonjour {name}', 'Hello {name}')).in('en-CA');

    expect(en.of('Key', { name: "<b>{x}</b> O’Neil & 'fils'" })).toBe("Hello <b>{x}</b> O’Neil & 'fils'");
  });

  it('say whether they have a sentence, and fail rather than show a key or a hole', () => {
    const fr = createWordings(one('Bonjour {name}', 'Hello {name}')).in('fr-CA');

    expect([fr.has('Key'), fr.has('Other'), fr.has('toString')]).toEqual([true, false, false]);
    expect(() => fr.of('Other')).toThrow('Other');
    expect(() => fr.of('Key')).toThrow('name');
    expect(() => fr.of('Key', { name: { given: 'A' } })).toThrow(TypeError);
  });

  it.each([
    ['a key that two catalogues hold', [...one('a', 'b'), ...one('c', 'd')], 'Key: two catalogues hold it'],
    ['a key that French lacks', [{ fr: {}, en: { Key: 'b' } }], 'Key: missing in French'],
    ['a key that English lacks', [{ fr: { Key: 'a' }, en: {} }], 'Key: missing in English'],
    ['an empty sentence', one(' ', 'b'), 'Key: empty'],
    [
      'a value that one language leaves out',
      one('Bonjour {name}', 'Hello {names}'),
      'Key: only one language uses name, names',
    ],
    [
      'a value that only one branch uses',
      one('{n, plural, one {a} other {{b}}}', '{n}'),
      'Key: only one language uses b',
    ],
    ['a French message that cannot be read', one('{name', 'b'), 'Key: the French is no ICU message'],
    [
      'an English plural without other',
      one('{n}', '{n, plural, one {x}}'),
      'Key: the English is no ICU message',
    ],
  ])('do not start with %s', (_, catalogues, fault) => {
    expect(() => createWordings(catalogues)).toThrow(fault);
    expect(describeCatalogueFaults(catalogues)).toEqual([expect.stringContaining(fault)]);
  });

  it('tell every fault at once', () => {
    const faulty = [{ fr: { A: 'a', B: '{' }, en: { B: 'b', C: 'c' } }];

    expect(describeCatalogueFaults(faulty).map(fault => fault.charAt(0))).toEqual(['A', 'B', 'C']);
  });
});

describe('what a reader would stumble over', () => {
  it.each([
    ['the same text in both languages', one('Invitation', 'Invitation'), 'the same text'],
    ['a straight apostrophe in French', one("l'adresse", 'the address'), 'straight apostrophe'],
    ['a straight apostrophe in English', one('ne pas', "don't"), 'straight apostrophe'],
    ['straight quotation marks', one('le "code"', 'the code'), 'straight quotation marks'],
    ['an ordinary space before a colon', one('Code : {code}', 'Code: {code}'), 'ordinary space'],
    ['an ordinary space before a closing mark', one(`«${NBSP}code »`, 'code'), 'ordinary space'],
    ['an ordinary space before a dollar sign', one('12 $', '$12 only'), 'ordinary space'],
    ['an ordinary space after a filled-in value', one('{name} : oui', '{name}: yes'), 'ordinary space'],
    ['an ordinary space after an opening mark', one(`« code${NBSP}»`, 'code'), '« wants'],
    ['no space before a colon', one('Code: {code}', 'The code: {code}'), 'no space before the colon'],
    ['no space inside the marks', one('«code»', 'code'), '» wants'],
    ['HTML', one('<b>oui</b>', 'yes'), 'HTML'],
    ['a date that the machine would word', one('le {at, date}', 'on {at}'), 'dates are worded'],
    [
      'a fault in one branch of a plural',
      one("{n, plural, one {l''an} other {ans}}", '{n} years'),
      'straight apostrophe',
    ],
  ])('is found: %s', (_, catalogues, fault) => {
    expect(describeCatalogueFaults(catalogues)).toContainEqual(expect.stringContaining(fault));
  });

  it('is nothing in careful sentences', () => {
    const careful = [
      ...one(
        `Code${NBSP}: «${NBSP}{code}${NBSP}», vraiment? Écrivez à https://exemple.ca/a:b, 10${NBSP}%.`,
        'Code: “{code}”, really?',
      ),
      { fr: { Only: '{name}', Same: 'Code' }, en: { Only: '{name}', Same: 'Code' } },
    ];

    expect(describeCatalogueFaults(careful, { sameInBoth: ['Same'] })).toEqual([]);
  });

  it('is an exception that is no longer needed', () => {
    expect(describeCatalogueFaults(one('oui', 'yes'), { sameInBoth: ['Key'] })).toHaveLength(1);
  });

  it('is nothing in what the operator reads about settings', () => {
    expect(describeCatalogueFaults([{ fr: configWordingFr, en: configWordingEn }])).toEqual([]);
  });
});
