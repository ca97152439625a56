import { CANARY, CANARY_NUMBER } from './faults.ts';

/** What is neither a day nor an instant. */
const NEITHER = [CANARY, '', ' ', CANARY_NUMBER, true, [CANARY]];

const DAYS = {
  scalar: 'Date',
  wrong: [
    ...NEITHER,
    '2026-02-30',
    '2026-13-01',
    '+275760-09-13',
    '-000001-01-01',
    '2026-1-1',
    `2026-01-01${CANARY}`,
  ],
  edges: ['0001-01-03', '2024-02-29', '9999-12-29'],
};

const INSTANTS = {
  scalar: 'DateTime',
  wrong: [
    ...NEITHER,
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    `2026-01-01T00:00:00Z${CANARY}`,
  ],
  edges: ['0001-01-03T00:00:00Z', '9999-12-29T23:59:59.999Z'],
};

/** Every field below a query that takes a day or an instant, how it is asked for, and what it does not take. */
export const DATED = [
  { field: 'Ledger.balances', selection: 'balances(on: $at) { account }', ...DAYS },
  { field: 'Membership.status', selection: 'status(asOf: $at) { code since until }', ...INSTANTS },
  { field: 'Organization.principalOn', selection: 'principalOn(date: $at) { displayName }', ...DAYS },
  { field: 'Organization.representations', selection: 'representations(asOf: $at) { from }', ...DAYS },
  { field: 'Organization.sections', selection: 'sections(asOf: $at) { from }', ...DAYS },
  { field: 'Person.representations', selection: 'representations(asOf: $at) { from }', ...DAYS },
  { field: 'Viewer.representations', selection: 'representations(asOf: $at) { from }', ...DAYS },
].map(({ field, selection, scalar, ...values }) => {
  const [type = ''] = field.split('.');
  const found: Readonly<Record<string, string>> = {
    Viewer: `viewer { ${selection} }`,
    Ledger: `ledger(filter: { bookId: $id }) { ${selection} }`,
  };
  const asked = found[type] ?? `node(id: $id) { ... on ${type} { ${selection} } }`;
  const query = `query ($at: ${scalar}${asked.includes('$id') ? ', $id: ID!' : ''}) { ${asked} }`;
  return { field, type, of: type === 'Ledger' ? 'Association' : type, query, ...values };
});
