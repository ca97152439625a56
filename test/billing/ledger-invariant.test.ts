import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, BODIES, Books } from './books.ts';

const anyOrder = fc.array(fc.tuple(fc.nat(99), fc.nat(9_999), fc.nat(9_999), fc.nat(99_999)), {
  maxLength: 30,
  size: 'max',
});
const RUNS = 10_000;

const asText = (tally: ReadonlyMap<string, number>): string =>
  [...tally]
    .map(([key, cents]) => `${key}: ${String(cents)}`)
    .sort()
    .join('\n');

/** What the lines have received by body and tax, kept up to date from those that a step touched. */
class Recount {
  private readonly ofLines = new Map<string, Map<string, number>>();
  readonly byBody = new Map<string, number>();

  follow(books: Books): void {
    for (const line of new Set(books.touched)) {
      const shares = books.expectedShares(line);
      const posted = books.ofLines.get(line.id) ?? new Map<string, number>();
      if (asText(posted) !== asText(shares)) fail(`line ${line.id}`, asText(posted), asText(shares));
      for (const [key, cents] of this.ofLines.get(line.id) ?? []) add(this.byBody, key, -cents);
      for (const [key, cents] of shares) add(this.byBody, key, cents);
      this.ofLines.set(line.id, shares);
    }
  }
}

function fail(what: string, posted: string, counted: string): never {
  throw new Error(`${what}\nposted:\n${posted}\ncounted:\n${counted}`);
}

/** All that the ledger must say, counted without it. */
function expected(books: Books, { byBody }: Recount): Map<string, number> {
  const tally = new Map(byBody);
  for (const [key, cents] of books.handedOn) add(tally, key, cents);
  add(tally, 'CASH', books.cash);
  for (const [n, payer] of ['zoe', 'employer'].entries())
    add(tally, `PAYER_CREDIT ${payer}`, -(books.credit[n] ?? 0));
  return tally;
}

const sumOf = (tally: ReadonlyMap<string, number>, of = (_key: string) => true): number =>
  [...tally].reduce((sum, [key, cents]) => (of(key) ? sum + cents : sum), 0);

describe('what is owed to whom (E13, Z1, Z2)', () => {
  it('is what was received, less what was refunded and handed on, to the cent per body and tax, whatever the order', () => {
    fc.assert(
      fc.property(anyOrder, order => {
        const books = new Books();
        const recount = new Recount();
        for (const step of order) {
          books.step(...step);
          recount.follow(books);

          const wanted = expected(books, recount);
          if (asText(books.ledger) !== asText(wanted)) fail('ledger', asText(books.ledger), asText(wanted));
          if (books.unbalanced > 0 || sumOf(wanted) !== 0) fail('balance', String(sumOf(books.ledger)), '0');
        }

        books.settleEverything();
        for (const body of BODIES.slice(1)) {
          const left = sumOf(books.ledger, key => key.split(' ')[1] === body);
          if (left !== 0) fail(`${body} is still owed`, String(left), '0');
        }
        return true;
      }),
      { numRuns: RUNS },
    );
  });

  it('of payments that all came back is nobody’s: what stands paid was paid on account, and whoever spent it owes it', () => {
    fc.assert(
      fc.property(anyOrder, order => {
        const books = new Books();
        for (const step of order) books.step(...step);

        books.returnEverything();
        for (const payer of [0, 1]) {
          const has = (books.credit[payer] ?? 0) + books.paidOf(payer);
          if (has !== books.cameBack[payer])
            fail(`payer ${String(payer)}`, String(has), String(books.cameBack[payer]));
        }
        return true;
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('meets every kind of event often in those orders', () => {
    const seen = new Map<string, number>();
    for (const order of fc.sample(anyOrder, { numRuns: 300, seed: 7 })) {
      const books = new Books();
      for (const step of order) books.step(...step);
      for (const key of books.ledger.keys()) add(seen, key.split(' ')[0] ?? '', 1);
      if ((books.credit[0] ?? 0) < 0) add(seen, 'a payer who owes', 1);
    }

    expect([...seen.keys()].sort()).toEqual(
      ['CASH', 'CLAIMED', 'OWED', 'PAYER_CREDIT', 'TAX', 'a payer who owes'].sort(),
    );
  });
});
