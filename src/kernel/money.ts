/** An amount of Canadian money in whole cents. Never a float: dues, taxes and premiums must add up. */
export class Money {
  private constructor(
    readonly cents: bigint,
    readonly currency: 'CAD',
  ) {}

  static cad(cents: bigint | number): Money {
    return new Money(whole(cents), 'CAD');
  }

  plus(other: Money): Money {
    return new Money(this.cents + other.cents, this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.cents - other.cents, this.currency);
  }

  times(factor: bigint | number): Money {
    return new Money(this.cents * whole(factor), this.currency);
  }

  /** Equal shares that add up to the whole; the first ones carry the odd cents: `cad(100).split(3)` is 34, 33, 33. */
  split(parts: number): Money[] {
    if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts}`);
    return this.allocate(Array.from({ length: parts }, () => 1n));
  }

  /**
   * Shares in proportion to the weights that add up to the whole. Each odd cent goes to the share that lost
   * the largest fraction of one, and between equals to the first; a weight of zero gets nothing.
   */
  allocate(weights: readonly bigint[]): Money[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    if (total <= 0n || weights.some(weight => weight < 0n)) {
      throw new RangeError('weights are not negative, and one of them is above zero');
    }

    // On the magnitude, so that a credit is shared like the invoice that it cancels.
    const magnitude = absolute(this.cents);
    const shares = weights.map((weight, position) => ({
      position,
      cents: (magnitude * weight) / total,
      lost: (magnitude * weight) % total,
    }));
    let odd = magnitude - shares.reduce((sum, share) => sum + share.cents, 0n);
    for (const share of shares.toSorted((a, b) => order(b.lost, a.lost) || a.position - b.position)) {
      if (odd === 0n) break;
      share.cents += 1n;
      odd -= 1n;
    }
    return shares.map(share => new Money(this.cents < 0n ? -share.cents : share.cents, this.currency));
  }

  /**
   * A part of the amount, such as a tax: 9.975 % is `percent(9975, 100_000)`. Half a cent rounds up in magnitude,
   * away from zero, so that the tax on a credit mirrors the tax on its invoice and the two cancel out.
   */
  percent(numerator: bigint | number, denominator: bigint | number): Money {
    const divisor = whole(denominator);
    if (divisor <= 0n) throw new RangeError('a part needs a denominator above zero');
    const product = this.cents * whole(numerator);
    const magnitude = (2n * absolute(product) + divisor) / (2n * divisor);
    return new Money(product < 0n ? -magnitude : magnitude, this.currency);
  }

  compare(other: Money): -1 | 0 | 1 {
    return order(this.cents, other.cents);
  }

  isZero(): boolean {
    return this.cents === 0n;
  }
}

function whole(value: bigint | number): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`money is counted in whole numbers, got ${value}`);
  }
  return BigInt(value);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function order(a: bigint, b: bigint): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
