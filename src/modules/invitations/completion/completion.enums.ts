import { registerEnumType } from 'type-graphql';

export enum CompletionFact {
  MEMBER_NUMBER = 'MEMBER_NUMBER',
}
registerEnumType(CompletionFact, {
  name: 'CompletionFact',
  description:
    'What whoever opens a completion link must know besides, because a letter can be opened by others. New facts may be added.',
});

export enum CompletionLeftOutReason {
  HAS_ACCOUNT = 'HAS_ACCOUNT',
  HAS_ADDRESS = 'HAS_ADDRESS',
  NO_MEMBER_NUMBER = 'NO_MEMBER_NUMBER',
  NOT_FOUND = 'NOT_FOUND',
}
registerEnumType(CompletionLeftOutReason, {
  name: 'CompletionLeftOutReason',
  description: 'Why somebody who was named gets no completion link.',
  valuesConfig: {
    HAS_ACCOUNT: { description: 'They can sign in.' },
    HAS_ADDRESS: { description: 'They have an e-mail address on file: invite them.' },
    NO_MEMBER_NUMBER: { description: 'There is no second fact on file to ask them for.' },
    NOT_FOUND: { description: 'No such person in this association.' },
  },
});
