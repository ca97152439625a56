import { registerEnumType } from 'type-graphql';

/** How a request came to its end; `OVERTAKEN` when the person became a delegate in another way meanwhile. */
export const REQUEST_ENDS = ['APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN'] as const;
export type RequestEnd = (typeof REQUEST_ENDS)[number];

export const JoinRequestState = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  OVERTAKEN: 'OVERTAKEN',
} as const;
export type JoinRequestState = keyof typeof JoinRequestState;

registerEnumType(JoinRequestState, {
  name: 'JoinRequestState',
  description: 'Where a request to join an organization stands.',
  valuesConfig: {
    PENDING: { description: 'Waits for a decision.' },
    APPROVED: { description: 'The person became a delegate.' },
    REFUSED: { description: 'Refused by the principal delegate or by the association.' },
    WITHDRAWN: { description: 'Taken back by the person who asked.' },
    EXPIRED: { description: 'Nobody decided in time.' },
    OVERTAKEN: { description: 'The person became a delegate in another way meanwhile.' },
  },
});

/** A request stands through the last instant of its last day, by the association's calendar. */
export const REQUEST_DAYS = 30;

export interface RequestTimes {
  readonly expiresAt: Date;
  readonly endedWhy: RequestEnd | null;
}

/** Nothing is noted when its time is over: the state is read from the clock. */
export function stateOfRequest({ expiresAt, endedWhy }: RequestTimes, now: Date): JoinRequestState {
  return endedWhy ?? (now > expiresAt ? 'EXPIRED' : 'PENDING');
}

/** The same for a row `r`; `now` is a parameter. */
export const requestStateInSql = (now: string): string =>
  `coalesce(r.ended_why, case when r.expires_at < ${now} then 'EXPIRED' else 'PENDING' end)`;

/** Of what somebody writes to the other side. */
export const LONGEST_MESSAGE = 500;
