import { LIVE_SESSION } from '../accounts/index.ts';

/**
 * A sign-in is over once the session is in which the password was given, or once somebody ended any of the sessions
 * that came of it: whoever ends one of a lost computer means all that can be entered from there without a password.
 * A session that lapsed by itself ends nothing else, and neither does a new password or joining two accounts: these
 * have ended every session but the one in which they were asked for.
 */
export const LIVE_LOGIN = (login: string, now: string): string => `
  select from session s join account a on a.id = s.account_id
  where s.id = ${login} and ${LIVE_SESSION(now)}
    and not exists (
      select from sign_on_session o join session e on e.id = o.session_id
      where o.login_id = s.id and e.ended_at is not null and e.ended_why not in ('PASSWORD_CHANGED', 'ACCOUNTS_JOINED')
    )`;
