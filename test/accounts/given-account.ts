import { openAccount, recordHolding } from '../../src/modules/accounts/index.ts';
import { identifyClient } from '../../src/modules/integrations/index.ts';
import { newId, type AccountId } from '../../src/kernel/id.ts';
import type { Locale } from '../../src/kernel/locale.ts';
import type { Context } from '../../src/platform/context.ts';
import { openLoaders } from '../../src/platform/database/loader.ts';
import type { Portal } from '../support/portal.ts';

export const PASSWORD = 'Bonjour tous!2026';

export interface GivenAccount {
  readonly id: AccountId;
  readonly username: string | null;
  readonly address: string;
}

let count = 0;

/** What an act is given when no request brings it. */
export async function contextOf(portal: Portal, clientKey = portal.world.aqpm.siteKey): Promise<Context> {
  const { parts } = portal;
  const context: Context = {
    ...parts,
    client: await identifyClient(parts, clientKey),
    actor: null,
    visitor: { address: '192.0.2.1', userAgent: null, origin: null },
    locale: 'fr-CA',
    wording: parts.wordings.in('fr-CA'),
    requestId: 'given',
    load: openLoaders(() => context),
  };
  return context;
}

/** Opens an account as an accepted invitation does. It holds something in each of the associations. */
export async function givenAccount(
  portal: Portal,
  wanted: {
    readonly username?: string | null;
    readonly address?: string;
    readonly locale?: Locale;
    readonly associationIds?: readonly string[];
  } = {},
): Promise<GivenAccount> {
  const context = await contextOf(portal);
  const number = ++count;
  const username = wanted.username === undefined ? `membre-${number}` : wanted.username;
  const address = wanted.address ?? `personne${number}@maboite.example`;
  const associationIds = wanted.associationIds ?? [portal.world.aqpm.association.id];
  const account = await portal.parts.db.transaction(async tx => {
    const opened = await openAccount(context, tx, {
      username,
      address,
      password: PASSWORD,
      associationIds,
      locale: wanted.locale ?? 'fr-CA',
      personal: [],
    });
    for (const associationId of associationIds) {
      const subjectId = newId(context.clock, context.random);
      await recordHolding(context, tx, {
        accountId: opened.id,
        associationId,
        kind: 'MEMBERSHIP',
        subjectId,
      });
    }
    return opened;
  });
  return { id: account.id, username, address };
}
