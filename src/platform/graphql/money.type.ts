import { GraphQLSafeInt } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Locale } from '../../kernel/locale.ts';
import { formatMoney } from '../wording/money-in-words.ts';
import { Policy } from './policy.ts';

const CURRENCIES = { CAD: 'CAD' } as const;
registerEnumType(CURRENCIES, { name: 'CurrencyCode', description: 'After ISO 4217.' });

@Policy('HOLDER')
@ObjectType('Money', { simpleResolvers: true, description: 'An amount in whole cents.' })
export class MoneyView {
  @Field(() => GraphQLSafeInt, { description: 'Never a fraction; below zero where somebody is owed.' })
  readonly cents: number;

  @Field(() => CURRENCIES)
  readonly currency = CURRENCIES.CAD;

  readonly #locale: Locale;

  constructor(cents: bigint, locale: Locale) {
    this.cents = safely(cents);
    this.#locale = locale;
  }

  // Written when somebody asks for it: programs count cents.
  @Field(() => String, {
    description: 'In the language of the request: `1 234,56 $` in French, `$1,234.56` in English.',
  })
  get formatted(): string {
    return formatMoney(BigInt(this.cents), this.#locale);
  }
}

/** A program that reads JSON as floating point would see another amount. */
function safely(cents: bigint): number {
  const number = Number(cents);
  if (!Number.isSafeInteger(number)) throw new RangeError('an amount is too large to be shown in cents');
  return number;
}
