import { registerEnumType } from 'type-graphql';

export enum PasswordRuleCode {
  MIN_LENGTH = 'MIN_LENGTH',
  MAX_LENGTH = 'MAX_LENGTH',
  UPPER = 'UPPER',
  LOWER = 'LOWER',
  DIGIT = 'DIGIT',
  SPECIAL = 'SPECIAL',
  COMMON = 'COMMON',
  PERSONAL = 'PERSONAL',
}
registerEnumType(PasswordRuleCode, {
  name: 'PasswordRuleCode',
  description: 'What a rule looks at. `InputIssue.rule` names the one that failed.',
  valuesConfig: {
    MIN_LENGTH: { description: 'Characters are counted as Unicode code points.' },
    MAX_LENGTH: { description: 'Characters are counted as Unicode code points.' },
    UPPER: { description: 'Upper-case letters of any alphabet.' },
    LOWER: { description: 'Lower-case letters of any alphabet.' },
    DIGIT: { description: 'Decimal digits.' },
    SPECIAL: {
      description: 'Characters that are neither letter, digit nor control character. A space counts.',
    },
    COMMON: {
      description: 'Not on the lists of passwords and words that are tried first. Judged by the server only.',
    },
    PERSONAL: { description: "Without the person's names, username or address. Judged by the server only." },
  },
});
