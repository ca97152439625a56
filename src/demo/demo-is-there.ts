import { ClientEntity } from '../modules/integrations/index.ts';
import type { Parts } from '../platform/context.ts';
import { demoSiteKey } from './demo-clients.ts';

/** Whether this database holds the demonstration, and with it accounts whose password everybody knows. */
export const demoIsThere = ({ db }: Parts): Promise<boolean> =>
  db.entities.existsBy(ClientEntity, { publishableKey: demoSiteKey('aqpm') });
