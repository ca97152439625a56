import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { isLocalDate } from '../../kernel/local-date.ts';

/** Never sent: what a caller gets about a bad value is worded in `mask-errors.ts`. */
const refused = (type: string): GraphQLError => new GraphQLError(`not a ${type}`);

function localDateOf(value: unknown): string {
  if (typeof value !== 'string' || !isLocalDate(value)) throw refused('Date');
  return value;
}

export const DateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A day of the calendar without an hour or a time zone: `2026-12-31`.',
  serialize: localDateOf,
  parseValue: localDateOf,
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) throw refused('Date');
    return localDateOf(node.value);
  },
});

/** Days have four digits of year: beyond them, a day of leeway for every zone included, an instant has no day. */
const FIRST_INSTANT = new Date('0001-01-03T00:00:00Z');
const LAST_INSTANT = new Date('9999-12-29T23:59:59.999Z');

function instantOf(value: unknown): Date {
  const instant = GraphQLDateTime.parseValue(value);
  if (instant < FIRST_INSTANT || instant > LAST_INSTANT) throw refused('DateTime');
  return instant;
}

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'An instant in UTC after RFC 3339: `2027-01-01T04:59:59.000Z`.',
  parseValue: instantOf,
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) throw refused('DateTime');
    return instantOf(node.value);
  },
});

/** Inputs take `String` and are answered with `InvalidInput`, so that a person reads what to correct. */
function outputOnly(name: string, description: string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize(value) {
      if (typeof value !== 'string') throw refused(name);
      return value;
    },
    parseValue() {
      throw refused(name);
    },
    parseLiteral() {
      throw refused(name);
    },
  });
}

export const EmailAddressScalar = outputOnly(
  'EmailAddress',
  'An e-mail address as its owner typed it. In answers only.',
);
export const PhoneNumberScalar = outputOnly(
  'PhoneNumber',
  'A telephone number after E.164: `+15146226483`. In answers only.',
);
export const PostalCodeScalar = outputOnly(
  'PostalCode',
  'A postal code; Canadian ones as `H3H 1A1`. In answers only.',
);
