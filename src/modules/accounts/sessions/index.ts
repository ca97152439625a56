/** Where a person is signed in, how they end that, and the browsers that are known to have signed in before. */
import { KnownBrowserEntity } from './known-browser.entity.ts';
import { RevokeAllSessionsResolver } from './revoke-all-sessions.graphql.ts';
import { RevokeSessionResolver } from './revoke-session.graphql.ts';

export { deviceInWords } from './device-words.ts';
export { LONGEST_DEVICE_TOKEN } from './known-browsers.ts';
export { revokeSession } from './revoke-session.ts';
export { forgetOldBrowsers } from './known-browsers.ts';
export { listSessions } from './list-sessions.ts';
export { OpenSession } from './open-session.type.ts';
export { sessionsWordingEn } from './sessions.wording.en.ts';
export { sessionsWordingFr } from './sessions.wording.fr.ts';

export const sessionsEntities: readonly Function[] = [KnownBrowserEntity];
export const sessionsResolvers: readonly Function[] = [RevokeSessionResolver, RevokeAllSessionsResolver];
