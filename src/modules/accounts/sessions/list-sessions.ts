import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { LIVE_SESSION } from '../session-rules.ts';
import { OpenSession, type OpenSessionFacts } from './open-session.type.ts';

const own = walkByInstant<OpenSessionFacts>('open-sessions', {
  columns: `s.id, s.started_at as "startedAt", s.last_used_at as "lastUsedAt", s.user_agent as "userAgent",
    s.network_address as "networkAddress", coalesce(c.display_name_fr, o.name_fr) as "siteFr",
    coalesce(c.display_name_en, o.name_en) as "siteEn"`,
  from: `from session s join account a on a.id = s.account_id
      join client c on c.id = s.client_id join association o on o.id = c.association_id
    where s.account_id = $1 and o.root_id = $3 and ${LIVE_SESSION('$2')}`,
  values: 3,
  instant: 's.last_used_at',
  id: 's.id',
});

/** Where the signed-in person is signed in, the last used first: as far as the calling client's tree goes. */
export const listSessions = (context: Context, args: ConnectionArgs): Promise<Page<OpenSession>> =>
  readWalk(
    context,
    own,
    [actorOf(context).accountId, context.clock.now(), clientOf(context).rootId],
    args,
    row => new OpenSession(context, row),
  );
