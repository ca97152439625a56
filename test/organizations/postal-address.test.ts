import { describe, expect, it } from '@jest/globals';
import { addressLines } from '../../src/modules/organizations/postal-address.ts';
import { createHouseWordings } from '../../src/wording.ts';

const wordings = createHouseWordings();
const montreal = {
  street: '1450, rue City Councillors',
  street2: 'bureau 1030',
  city: 'Montréal',
  province: 'QC',
  postalCode: 'H3A 2E6',
  country: 'CA',
};

describe('an address on a letter', () => {
  it('is written after the OQLF in French', () => {
    expect(addressLines(montreal, wordings.in('fr-CA'))).toEqual([
      '1450, rue City Councillors',
      'bureau 1030',
      'Montréal (Québec)  H3A 2E6',
    ]);
  });

  it('is written after Canada Post in English', () => {
    expect(addressLines(montreal, wordings.in('en-CA')).at(-1)).toBe('Montréal QC  H3A 2E6');
  });

  it('names the country abroad', () => {
    const paris = {
      ...montreal,
      street2: null,
      city: 'Paris',
      province: null,
      postalCode: '75002',
      country: 'FR',
    };

    expect(addressLines(paris, wordings.in('en-CA'))).toEqual([
      '1450, rue City Councillors',
      'Paris  75002',
      'FRANCE',
    ]);
  });

  it('leaves out what is not known', () => {
    const little = { ...montreal, street: null, street2: null, city: null, postalCode: null };

    expect(addressLines(little, wordings.in('fr-CA'))).toEqual(['(Québec)']);
    expect(addressLines({ ...little, province: null }, wordings.in('fr-CA'))).toEqual([]);
  });
});
