import { In } from 'typeorm';
import type { ClientId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import { AssociationEntity } from '../../associations/index.ts';

/** A key as far as it is no secret. */
export interface KeyFacts {
  readonly clientId: string;
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const keys = statement<KeyFacts>(
  'client-keys',
  `select client_id as "clientId", made_at as "madeAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
   from client_key where client_id = any ($1) order by expires_at is null desc, made_at desc, digest`,
);

/** Every key that a client has had, the newest first. */
export const keysOfClient: Loader<string, readonly KeyFacts[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(keys, [ids]);
    return ids.map(id => rows.filter(({ clientId }) => clientId === id));
  },
);

/** The associations whose mails lead to a client's pages, by code. */
export const associationsWithPagesOf: Loader<string, readonly AssociationEntity[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.entities.find(AssociationEntity, {
      where: { pagesClientId: In(ids as ClientId[]) },
      order: { code: 'ASC' },
    });
    return ids.map(id => rows.filter(({ pagesClientId }) => pagesClientId === id));
  },
);
