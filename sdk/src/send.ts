import { AffiliaError } from './affilia-error.ts';

/** BCP 47: the language of every sentence that the service answers. */
export type AffiliaLocale = 'fr-CA' | 'en-CA';

export interface Destination {
  readonly endpoint: string;
  readonly clientKey: string;
  readonly locale: AffiliaLocale | (() => AffiliaLocale);
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * For a server with a secret key: the person's network address, which the service's limits count. Without it all of
   * them count as one. It is not taken from a publishable key.
   */
  readonly visitorAddress?: string | undefined;
}

export interface Request {
  readonly query: string;
  readonly variables: unknown;
  readonly token: string | null;
  readonly signal: AbortSignal | undefined;
}

interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly requestId?: string;
    readonly retryAfterSeconds?: number;
  };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

const PATIENCE = 30_000;

/** Sends an operation once. */
export async function send(destination: Destination, request: Request): Promise<unknown> {
  const { endpoint, clientKey, locale, visitorAddress, fetch = globalThis.fetch } = destination;
  let response: Response;
  let body: string;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      credentials: 'omit',
      // The person's token is for this address and no other.
      redirect: 'error',
      signal: request.signal ?? AbortSignal.timeout(PATIENCE),
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        'accept-language': typeof locale === 'function' ? locale() : locale,
        'x-affilia-client': clientKey,
        ...(visitorAddress !== undefined && { 'x-affilia-visitor': visitorAddress }),
        ...(request.token !== null && { authorization: `Bearer ${request.token}` }),
      },
      body: JSON.stringify({ query: request.query, variables: request.variables }),
    });
    body = await response.text();
  } catch (cause) {
    if (request.signal?.aborted) throw new AffiliaError('ABORTED', 'the request was aborted', { cause });
    throw new AffiliaError('NETWORK', 'the service could not be reached', { cause });
  }

  const { data, errors } = parse(body);
  const fault = errors?.find(error => !data || (error.path?.length ?? 0) < 2);
  // A failed part below the root is null, as its type says, and the rest of the page stands.
  if (data && !fault) return data;
  throw errorOf(response, fault);
}

function parse(body: string): Answer {
  try {
    return (JSON.parse(body) ?? {}) as Answer;
  } catch {
    return {};
  }
}

function errorOf({ status, headers }: Response, fault: GraphqlError | undefined): AffiliaError {
  const { code, requestId, retryAfterSeconds } = fault?.extensions ?? {};
  // What stands before the service answers for it in its own words.
  const guess =
    status === 429 ? 'RATE_LIMITED' : status > 501 && status < 505 ? 'SERVICE_BUSY' : 'BAD_RESPONSE';
  return new AffiliaError(code ?? guess, fault?.message ?? `unexpected answer with status ${status}`, {
    requestId: requestId ?? headers.get('x-request-id'),
    retryAfterSeconds: retryAfterSeconds ?? (Number(headers.get('retry-after')) || null),
  });
}
