import { registerEnumType } from 'type-graphql';

export const JoinDecision = { APPROVE: 'APPROVE', REFUSE: 'REFUSE' } as const;
export type JoinDecision = keyof typeof JoinDecision;

registerEnumType(JoinDecision, {
  name: 'JoinDecision',
  description: 'What becomes of a request to join.',
  valuesConfig: {
    APPROVE: { description: 'The person is a delegate from now on.' },
    REFUSE: { description: 'Nothing changes.' },
  },
});
