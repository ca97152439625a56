import { describe, expect, it } from '@jest/globals';
import { wordQuery } from '../../src/kernel/word-search.ts';

describe('what somebody looks for', () => {
  it.each([
    ['one word', 'trem', `'TREM':*`],
    ['words in any order', 'Zoé tremblay', `'ZOE':* & 'TREMBLAY':*`],
    ['accents and ligatures', 'Œuvre Ægidius', `'OEUVRE':* & 'AEGIDIUS':*`],
    ['hyphens', 'Bélanger–Côté', `'BELANGER':* & 'COTE':*`],
    ['the same word twice', 'Roy roy', `'ROY':*`],
    ['marks around words', '(Québec) «Inc.»', `'QUEBEC':* & 'INC':*`],
    ['a saint in short', 'St-Jean', `('ST':* | 'SAINT') & 'JEAN':*`],
    ['a saint in full', 'Sainte Anne', `('SAINTE':* | 'STE') & 'ANNE':*`],
    ['an apostrophe that ties', "O'Brien", `'O':* & ('BRIEN':* | 'OBRIEN':*)`],
    ['an apostrophe of another kind', 'Qu’Appelle', `'QU':* & 'APPELLE':*`],
    ['one letter', 'é', `'E':*`],
    ['marks alone', '-', `'-'`],
    ['what means something in a query', `\\ ' :* & | !`, `'\\\\ '' :* & | !'`],
  ])('is read: %s', (_, search, query) => {
    expect(wordQuery(search)).toBe(query);
  });
});
