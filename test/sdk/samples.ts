import type { NextStep } from '@affilia/sdk';
import type { Account } from '@affilia/sdk/accounts';
import { fakeSession, type FakePortal } from '@affilia/sdk/testing';

export const next = (kind: NextStep['kind'], label = 'Continuer'): NextStep => ({
  kind,
  label,
  organizationId: null,
  maskedAddress: null,
  retryAfterSeconds: null,
  support: null,
});

export const account: Account = {
  id: 'acc_1',
  kind: 'INDIVIDUAL',
  username: 'Marie',
  locale: 'FR_CA',
  addresses: [{ address: 'marie@producteurs.test', primary: true, verified: true, pendingChange: null }],
};

export const viewer = {
  account,
  persons: [],
  actingPerson: null,
  memberships: [],
  delegations: [],
  staffAssignments: [],
};

/** Signs in, and answers `viewer` to whoever sends a token that it gave. */
export function letIn(portal: FakePortal, seconds?: number): void {
  portal.answer('SignIn', () => ({
    result: {
      __typename: 'SignInSuccess',
      session: fakeSession(seconds),
      account,
      secondFactor: null,
      next: next('DONE'),
    },
  }));
  portal.answer('Viewer', (_variables, { token }) => ({ viewer: token === null ? null : viewer }));
}

/** Refreshes like the service: a token works once, its last one for ten seconds more, with the same successor. */
export function rotate(portal: FakePortal): { killAll(): void } {
  const successors = new Map<string, ReturnType<typeof fakeSession>>();
  let dead = false;
  portal.answer('RefreshSession', ({ input: { refreshToken } }) => {
    if (dead)
      return {
        result: { __typename: 'SessionEnded', message: 'Votre session a pris fin.', next: next('SIGN_IN') },
      };
    const successor = successors.get(refreshToken) ?? fakeSession();
    successors.set(refreshToken, successor);
    return { result: { __typename: 'RefreshSessionSuccess', session: successor } };
  });
  return {
    killAll() {
      dead = true;
    },
  };
}
