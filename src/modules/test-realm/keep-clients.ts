import { In, IsNull, Not, type EntityTarget } from 'typeorm';
import type { Tx } from '../../platform/database/database.ts';
import { AssociationEntity, usePagesOf } from '../associations/index.ts';
import { ClientEntity, ClientKeyEntity, integrationsEntities } from '../integrations/index.ts';

interface OfClient {
  readonly clientId: string;
}

/**
 * Takes note of the programs that are registered, with all that hangs on them, and answers what puts them back: a
 * partner's key must not die with each reset. Associations are known again by their code. Clients that the
 * demonstration brings itself are its own.
 */
export async function keepClients(tx: Tx): Promise<() => Promise<void>> {
  const clients = await tx.find(ClientEntity);
  const keys = await tx.find(ClientKeyEntity);
  const belongings: { readonly entity: EntityTarget<OfClient>; readonly rows: readonly OfClient[] }[] = [];
  for (const one of integrationsEntities.filter(entity => entity !== ClientEntity)) {
    const entity = one as EntityTarget<OfClient>;
    belongings.push({ entity, rows: await tx.find(entity) });
  }
  const before = await tx.find(AssociationEntity);
  const linking = await tx.findBy(AssociationEntity, { pagesClientId: Not(IsNull()) });

  return async () => {
    const codeOf = new Map<string, string>(before.map(({ id, code }) => [id, code]));
    const after = await tx.findBy(AssociationEntity, { code: In([...codeOf.values()]) });
    const idOf = new Map(after.map(({ id, code }) => [code, id]));
    const fresh = new Set((await tx.find(ClientKeyEntity)).map(spelled));
    const loadedAfresh = new Set(keys.filter(key => fresh.has(spelled(key))).map(({ clientId }) => clientId));

    const kept = clients.flatMap(client => {
      const associationId = idOf.get(codeOf.get(client.associationId) ?? '');
      return associationId === undefined || loadedAfresh.has(client.id)
        ? []
        : [Object.assign(client, { associationId })];
    });
    const ids = new Set<string>(kept.map(({ id }) => id));
    await tx.insert(ClientEntity, kept);
    for (const { entity, rows } of belongings) {
      const ofKept = rows.filter(({ clientId }) => ids.has(clientId));
      await tx.insert(entity, ofKept);
    }
    for (const { code, pagesClientId } of linking) {
      const associationId = idOf.get(code);
      if (associationId !== undefined && pagesClientId !== null && ids.has(pagesClientId))
        await usePagesOf(tx, associationId, pagesClientId);
    }
  };
}

const spelled = ({ digest }: ClientKeyEntity): string => digest.toString('hex');
