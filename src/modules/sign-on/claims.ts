import { toPublicId, type AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { definePort } from '../../platform/port.ts';

/** What a site can ask to be told about the person who signs in. */
export const SCOPES = ['openid', 'profile', 'email', 'affilia'] as const;

/** What each of them brings. The rest is told by `userinfo` alone, so that it is never older than the question. */
export const CLAIMS: Record<(typeof SCOPES)[number], string[]> = {
  openid: ['sub', 'sid', 'auth_time'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'locale'],
  email: ['email', 'email_verified'],
  affilia: ['affilia'],
};

export const readScopes = (scope: string): ReadonlySet<string> => new Set(scope.split(' '));

/** Under its public id, so that the same person is the same to every site. */
export const subjectOf = (accountId: string): string => toPublicId('Account', accountId as AccountId);

/** What sign-on asks of the read models above it. */
export interface SignOnPorts {
  /** What the site may know of the signed-in person, computed now, beside `sub`. */
  readonly claimsOf: (context: Context, scopes: ReadonlySet<string>) => Promise<Record<string, unknown>>;
}

export const signOnPorts = definePort<SignOnPorts>('sign-on');
