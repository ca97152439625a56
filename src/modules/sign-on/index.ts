/**
 * One sign-in for all sites: the OpenID provider, and the realm's own pages.
 *
 * Responsible for: signing people in on the realm's page and sending them back to the site that asked, what that site
 * is told about them and when they have signed out, and answering the addresses to which `pageUrl` leads when no
 * client has a page.
 * Not responsible for: passwords, sessions and their tokens (accounts), which sites there are and where they may send
 * people back to (integrations), what a person holds (memberships, organizations, associations).
 */
import { accountPagesWordingEn } from './account-pages.wording.en.ts';
import { accountPagesWordingFr } from './account-pages.wording.fr.ts';
import { SignOnSessionEntity, SignOnStateEntity } from './sign-on.entity.ts';
import { signOnWordingEn as ownWordingEn } from './sign-on.wording.en.ts';
import { signOnWordingFr as ownWordingFr } from './sign-on.wording.fr.ts';

export { signOnPorts } from './claims.ts';
export { informationPages } from './pages/information-pages.ts';
export { signOnRoutes, type SignOnOptions } from './sign-on-routes.ts';
export { forgetSignOnState } from './provider/state-adapter.ts';
export { tellingSites } from './tell-sites.ts';

export const signOnWordingEn = { ...ownWordingEn, ...accountPagesWordingEn };
export const signOnWordingFr = { ...ownWordingFr, ...accountPagesWordingFr };

export const signOnEntities: readonly Function[] = [SignOnStateEntity, SignOnSessionEntity];
