import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { clientFactsById } from './client-facts.ts';
import { Client } from './client.type.ts';

/** As it stands after an act. */
export async function clientAfter(context: Context, id: ClientId): Promise<Client> {
  forgetLoaded(context);
  const facts = await context.load(clientFactsById, id);
  if (!facts) throw new Error('a client went away between two reads');
  return new Client(facts);
}
