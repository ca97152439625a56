import { textOf, type TypedDocument } from './document.ts';
import { pause, withRetries, type Pause } from './retry.ts';
import { send, type Destination } from './send.ts';

export interface Sent {
  /** The person's access token; null speaks for nobody. */
  readonly token: string | null;
  readonly signal: AbortSignal | undefined;
  /** True when sending it twice does what sending it once does. Queries and keyed mutations are known to. */
  readonly repeatable?: boolean;
}

/** Carries one operation to the service and its data back. */
export type Transport = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  sent: Sent,
) => Promise<Data>;

const isQuery = (query: string): boolean => /^\s*(query\b|\{)/.test(query);

const hasKey = (variables: unknown): boolean =>
  Boolean((variables as { input?: { idempotencyKey?: string } } | undefined)?.input?.idempotencyKey);

export function createTransport(destination: Destination, wait: Pause = pause): Transport {
  return async <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    { token, signal, repeatable }: Sent,
  ) => {
    const query = textOf(document);
    const work = () => send(destination, { query, variables, token, signal });
    const answer =
      (repeatable ?? (isQuery(query) || hasKey(variables))) ? withRetries(work, wait, signal) : work();
    return (await answer) as Data;
  };
}
