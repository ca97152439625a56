/** What a page without a build step gets in one file: a module, or a script tag's global `Affilia`. */
export * from './index.ts';
export { accounts } from './accounts.ts';
export { addresses } from './addresses.ts';
export { associations } from './associations.ts';
export { billing } from './billing.ts';
export { invitations } from './invitations.ts';
export { memberships } from './memberships.ts';
export { organizations } from './organizations.ts';
export { people } from './people.ts';
export { recovery } from './recovery.ts';
export { mails } from './mails.ts';
export { passkeysWork, secondFactors } from './second-factors.ts';
export { redirect } from './redirect.ts';
export { sessions } from './sessions.ts';
export * from './flows/index.ts';
