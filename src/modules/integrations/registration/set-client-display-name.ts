import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { ClientEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import { clientToChange } from './clients-in-care.ts';
import { readDisplayName, type TypedDisplayName } from './read-display-name.ts';

export interface SetClientDisplayName extends TypedDisplayName {
  readonly clientId: string;
}

/** Says what people read of a client; blank in both languages leaves it to the name of the association. */
export async function setClientDisplayName(context: Context, input: SetClientDisplayName): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const name = readDisplayName(issues, input);
  issues.refuseIfAny();

  const { id, displayNameFr, displayNameEn } = client;
  const after = { displayNameFr: name?.fr ?? null, displayNameEn: name?.en ?? null };
  return changeClient(context, client, {
    act: 'setClientDisplayName',
    before: { displayNameFr, displayNameEn },
    after,
    apply: tx => tx.update(ClientEntity, { id }, after),
  });
}
