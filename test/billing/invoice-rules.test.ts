import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import { fiscalYearOf } from '../../src/modules/billing/invoices/fiscal-year.ts';
import { invoiceState } from '../../src/modules/billing/invoices/invoice-state.ts';
import {
  creditNoteNumber,
  invoiceNumber,
  readInvoiceNumber,
} from '../../src/modules/billing/invoices/printed-number.ts';

describe('the fiscal year of an invoice (E3)', () => {
  it.each([
    ['2026-03-31', '04-01', 2025],
    ['2026-04-01', '04-01', 2026],
    ['2027-03-31', '04-01', 2026],
    ['2026-01-01', '01-01', 2026],
    ['2026-12-31', '01-01', 2026],
    ['2028-02-29', '03-01', 2027],
  ])('of %s, where years begin on %s, is %i', (day, yearStartsOn, year) => {
    expect(fiscalYearOf(localDate(day), yearStartsOn)).toBe(year);
  });
});

describe('the number of a document (E3)', () => {
  it('is printed with the body and the year, and six digits or as many as it needs', () => {
    expect(invoiceNumber('oppi', { fiscalYear: 2026, number: 123 })).toBe('OPPI-2026-000123');
    expect(invoiceNumber('api-nb', { fiscalYear: 2026, number: 1_234_567 })).toBe('API-NB-2026-1234567');
    expect(creditNoteNumber('oppi', { fiscalYear: 2026, number: 1 })).toBe('OPPI-CR-2026-000001');
  });

  it.each([
    ['OPPI-2026-000123', { code: 'OPPI', fiscalYear: 2026, number: 123 }],
    [' oppi-2026-123 ', { code: 'OPPI', fiscalYear: 2026, number: 123 }],
    ['2026-000123', { code: null, fiscalYear: 2026, number: 123 }],
    ['API-NB-2026-000001', { code: 'API-NB', fiscalYear: 2026, number: 1 }],
    ['123', null],
    ['OPPI-26-1', null],
    ['2026-1234567890', null],
  ])('is read of %s', (text, read) => {
    expect(readInvoiceNumber(text)).toEqual(read);
  });
});

describe('the state of an invoice (E4)', () => {
  const TOTAL = 229_95n;

  it.each([
    ['nothing is paid, on the last day', 0n, 0n, '2026-12-31', 'OPEN'],
    ['nothing is paid, a day late', 0n, 0n, '2027-01-01', 'OVERDUE'],
    ['some is paid, on the last day', 1n, 0n, '2026-12-31', 'PARTLY_PAID'],
    ['some is paid, a day late', 229_94n, 0n, '2027-01-01', 'OVERDUE'],
    ['some is credited and nothing paid', 0n, 29_95n, '2026-12-31', 'OPEN'],
    ['all is paid, however late', TOTAL, 0n, '2027-06-01', 'PAID'],
    ['some is credited and the rest is paid', 200_00n, 29_95n, '2026-12-01', 'PAID'],
    ['all is credited', 0n, TOTAL, '2027-06-01', 'CREDITED'],
  ])('when %s', (_, paid, credited, day, state) => {
    const facts = { dueOn: localDate('2026-12-31'), total: TOTAL, paid, credited };

    expect(invoiceState(facts, localDate(day))).toBe(state);
  });

  it('of nothing is paid from the beginning', () => {
    const facts = { dueOn: localDate('2026-12-31'), total: 0n, paid: 0n, credited: 0n };

    expect(invoiceState(facts, localDate('2027-01-01'))).toBe('PAID');
  });
});
