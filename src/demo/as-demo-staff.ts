import { newId } from '../kernel/id.ts';
import { AssociationEntity } from '../modules/associations/index.ts';
import { identifyClient } from '../modules/integrations/index.ts';
import { PersonEntity } from '../modules/people/index.ts';
import type { Context, Parts } from '../platform/context.ts';
import { demoToolKey } from './demo-clients.ts';
import { demoContext } from './demo-context.ts';
import { aqpmPeople } from './people/aqpm-people.ts';
import type { DemoPerson } from './people/demo-person.ts';

/** A request as if staff of the AQPM had made it with their tool: its membership staff, unless told otherwise. */
export async function asDemoStaff(parts: Parts, who: DemoPerson = aqpmPeople.luc): Promise<Context> {
  const client = await identifyClient(parts, demoToolKey('aqpm'));
  const { accountId } = await onFileAtAqpm(parts, who);
  if (!client || accountId === null) throw new Error('the demonstration lacks its staff');
  const sessionId = newId<'Session'>(parts.clock, parts.random);
  return demoContext(parts, {
    client,
    actor: { accountId, sessionId, authenticatedAt: parts.clock.now(), factorAt: null },
  });
}

export async function onFileAtAqpm(parts: Parts, { email }: DemoPerson): Promise<PersonEntity> {
  const { id: associationId } = await parts.db.entities.findOneByOrFail(AssociationEntity, { code: 'aqpm' });
  return parts.db.entities.findOneByOrFail(PersonEntity, { associationId, contactEmail: email });
}
