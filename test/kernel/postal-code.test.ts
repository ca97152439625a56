import { describe, expect, it } from '@jest/globals';
import { provinceHint, readPostalCode } from '../../src/kernel/postal-code.ts';
import { isProvince, PROVINCES } from '../../src/kernel/province.ts';

describe('a postal code', () => {
  it.each([
    ['as Canada Post writes it', 'H3H 1A1'],
    ['in lower case without its space', 'h3h1a1'],
    ['with a hyphen', 'h3h-1a1'],
    ['with a no-break space', 'H3H\u00A01A1'],
    ['with spaces around', ' H3H 1A1 '],
  ])('is read %s', (_, text) => {
    expect(readPostalCode(text)).toBe('H3H 1A1');
  });

  it.each([
    ['nothing', ''],
    ['half of one', 'H3H'],
    ['two spaces', 'H3H  1A1'],
    ['an American code', '90210'],
    ['a letter that starts none', 'W3H 1A1'],
    ['a letter that is in none', 'H3O 1A1'],
    ['a letter that is in none, at the end', 'H3H 1U1'],
    ['letters and figures exchanged', '3H3 A1A'],
    ['more behind it', 'H3H 1A12'],
    ['figures of another script', 'H٣H 1A1'],
  ])('is refused: %s', (_, text) => {
    expect(readPostalCode(text)).toBeNull();
  });

  it.each([
    ['A1A 1A1', 'NL'],
    ['B1A 1A1', 'NS'],
    ['C1A 1A1', 'PE'],
    ['E1A 1A1', 'NB'],
    ['G1A 1A1', 'QC'],
    ['H1A 1A1', 'QC'],
    ['J1A 1A1', 'QC'],
    ['K1A 1A1', 'ON'],
    ['L1A 1A1', 'ON'],
    ['M1A 1A1', 'ON'],
    ['N1A 1A1', 'ON'],
    ['P1A 1A1', 'ON'],
    ['R1A 1A1', 'MB'],
    ['S1A 1A1', 'SK'],
    ['T1A 1A1', 'AB'],
    ['v1a1a1', 'BC'],
    ['X0A 1A1', 'NU'],
    ['X0B 1A1', 'NU'],
    ['X0C 1A1', 'NU'],
    ['X0E 1A1', 'NT'],
    ['X0G 1A1', 'NT'],
    ['X1A 1A1', 'NT'],
    ['Y1A 1A1', 'YT'],
    ['X9Z 1A1', null],
    ['90210', null],
  ])('%s hints at %s', (code, province) => {
    expect(provinceHint(code)).toBe(province);
  });
});

describe('a province', () => {
  it('is one of thirteen', () => {
    expect(PROVINCES).toHaveLength(13);
    expect([...PROVINCES]).toEqual([...PROVINCES].toSorted());
    expect([isProvince('QC'), isProvince('qc'), isProvince('PQ')]).toEqual([true, false, false]);
  });
});
