import { createAffilia, type NextStep } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { invitations } from '@affilia/sdk/invitations';
import { createFakePortal, type FakePortal } from '@affilia/sdk/testing';
import { previewed } from './invitation-samples.ts';

export const CODE = '8e5f9b1c-efcd-432b';
/** In seconds: until a mail may be sent again. */
export const MOMENT = 0.02;
export const wait = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 2_000 * MOMENT));
export const values = {
  username: 'Marie',
  password: 'Secret-1234',
  locale: 'FR_CA',
  acceptedDocuments: ['doc_1'],
} as const;
export const done = { name: 'account', label: 'Compte', state: 'DONE' } as const;
export const marie = { identifier: 'Marie', password: 'Secret-1234' };

export function openSite(portal: FakePortal) {
  return createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    pause: () => Promise.resolve(),
    use: { accounts, invitations },
  });
}

export function openPortal(): FakePortal {
  const portal = createFakePortal();
  portal.answer('InvitationPreview', { result: previewed() });
  return portal;
}

export const inputs = (portal: FakePortal, operation: string) =>
  portal.requests
    .filter(request => request.operation === operation)
    .map(({ variables }) => (variables as { input: Record<string, unknown> }).input);

export const kinds = (steps: readonly NextStep[]) => steps.map(({ kind }) => kind);
