import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isPlainText } from '../../kernel/plain-text.ts';
import { InputIssueCode } from './invalid-input.ts';

/**
 * Every rule answers the code of the issue as its message, and the values of the code's sentence as its context:
 * `answer-problems.ts` words both in the language of the request. A rule never repeats what was typed.
 */
function rule(
  name: string,
  judge: (value: unknown) => InputIssueCode | null,
  sentence: Record<string, number> = {},
): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => judge(value) === null,
        defaultMessage: (checked?: ValidationArguments) => judge(checked?.value) ?? InputIssueCode.BAD_FORMAT,
      },
    },
    { context: sentence },
  );
}

/** A line that people read, such as a name: 1 to `max` characters after trimming, none of them unseen. */
export function PlainText(max: number, { optional = false } = {}): PropertyDecorator {
  return rule(
    'plainText',
    value => {
      if (typeof value !== 'string') return InputIssueCode.BAD_FORMAT;
      const text = value.trim();
      if (text === '') return optional ? null : InputIssueCode.REQUIRED;
      if (text.length > max) return InputIssueCode.TOO_LONG;
      return isPlainText(text) ? null : InputIssueCode.BAD_FORMAT;
    },
    { max },
  );
}

/** As `PlainText`, but an empty line is the same as none. */
export const OptionalText = (max: number): PropertyDecorator => PlainText(max, { optional: true });

/** A password, code or token: compared as typed, so anything that can be stored passes. An empty one is none. */
export function Secret(max: number, { optional = false } = {}): PropertyDecorator {
  return rule(
    'secret',
    value => {
      if (optional && (value === undefined || value === null || value === '')) return null;
      if (typeof value !== 'string' || value.includes('\0')) return InputIssueCode.BAD_FORMAT;
      if (value === '') return InputIssueCode.REQUIRED;
      return value.length > max ? InputIssueCode.TOO_LONG : null;
    },
    { max },
  );
}

/** A token that a program keeps and gives back as it was, or none. */
export function OptionalToken(max: number): PropertyDecorator {
  return rule(
    'token',
    value => {
      if (value === undefined || value === null) return null;
      if (typeof value !== 'string' || !/^[\w-]*$/.test(value)) return InputIssueCode.BAD_FORMAT;
      return value.length > max ? InputIssueCode.TOO_LONG : null;
    },
    { max },
  );
}

/** A public id. Its shape is not judged: a malformed id answers like an absent one. Only an empty one is missing. */
export function Identifier(): PropertyDecorator {
  return rule('identifier', value => (value === '' ? InputIssueCode.REQUIRED : null));
}

/** A list of `min` to `max` items, or none. */
export const OptionalListSize = (min: number, max: number): PropertyDecorator =>
  ListSize(min, max, { optional: true });

/** A list of `min` to `max` items. */
export function ListSize(min: number, max: number, { optional = false } = {}): PropertyDecorator {
  return rule(
    'listSize',
    value => {
      if (optional && (value === undefined || value === null)) return null;
      const fits = Array.isArray(value) && value.length >= min && value.length <= max;
      return fits ? null : InputIssueCode.OUT_OF_RANGE;
    },
    { min, max },
  );
}
