import type { AffiliaErrorCode } from '../affilia-error.ts';
import type { Operations } from '../generated/operations.ts';

export type OperationName = keyof Operations;
type Data<Name extends OperationName> = Operations[Name]['result'];
type Variables<Name extends OperationName> = Operations[Name]['variables'];

/** What the portal says to an operation: data, or how to make it from the variables. */
export type FakeAnswer<Name extends OperationName> =
  Data<Name> | ((variables: Variables<Name>, request: FakeRequest) => Data<Name> | Promise<Data<Name>>);

export interface FakeFault {
  readonly code: AffiliaErrorCode;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  /** The HTTP status; 200 unless told otherwise. */
  readonly status?: number;
}

/** A request that the portal has seen. */
export interface FakeRequest {
  /** The operation's name. */
  readonly operation: string;
  readonly variables: unknown;
  /** The person's access token; null when nobody is signed in. */
  readonly token: string | null;
  readonly clientKey: string | null;
  readonly locale: string | null;
}

/** A portal without a network, for the tests of a site. */
export interface FakePortal {
  /** Give it to `createAffilia({ fetch: portal.fetch, … })`. */
  readonly fetch: typeof globalThis.fetch;
  /** All that was asked, the oldest first. */
  readonly requests: readonly FakeRequest[];
  /** Answers an operation in this way from now on. */
  answer<Name extends OperationName>(operation: Name, answer: FakeAnswer<Name>): void;
  /** Answers an operation in this way once, before what `answer` says. Several are used in turn. */
  answerOnce<Name extends OperationName>(operation: Name, answer: FakeAnswer<Name>): void;
  /** Fails an operation once, as the service would. Several are used in turn. */
  failOnce(operation: OperationName, fault: FakeFault): void;
  /** Cuts the network for the next so many requests. */
  disconnect(requests?: number): void;
}

type Reply = (variables: unknown, request: FakeRequest) => Promise<Response>;

const reply = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function answering<Name extends OperationName>(answer: FakeAnswer<Name>): Reply {
  return async (variables, request) =>
    reply({
      data: typeof answer === 'function' ? await answer(variables as Variables<Name>, request) : answer,
    });
}

function failing({ code, message, retryAfterSeconds, status }: FakeFault): Reply {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': `${retryAfterSeconds}` };
  const extensions = { code, requestId: 'fake-request', retryAfterSeconds };
  return () =>
    Promise.resolve(reply({ errors: [{ message: message ?? code, extensions }] }, status, headers));
}

function requestOf(init: RequestInit | undefined): FakeRequest {
  const { query, variables } = JSON.parse(init?.body as string) as { query: string; variables: unknown };
  const headers = new Headers(init?.headers);
  return {
    operation: /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '',
    variables,
    token: headers.get('authorization')?.replace(/^Bearer /, '') ?? null,
    clientKey: headers.get('x-affilia-client'),
    locale: headers.get('accept-language'),
  };
}

/**
 * @example
 * ```ts
 * const portal = createFakePortal();
 * portal.answer('Viewer', { viewer: null });
 * const affilia = createAffilia({
 *   endpoint: 'https://portal.test/graphql',
 *   clientKey: 'affilia_pk_test_site',
 *   locale: 'en-CA',
 *   fetch: portal.fetch,
 *   use: { accounts },
 * });
 * ```
 */
export function createFakePortal(): FakePortal {
  const requests: FakeRequest[] = [];
  const always = new Map<string, Reply>();
  const once = new Map<string, Reply[]>();
  let cut = 0;

  const queue = (operation: string, next: Reply) =>
    once.set(operation, [...(once.get(operation) ?? []), next]);

  return {
    requests,
    answer: (operation, answer) => void always.set(operation, answering(answer)),
    answerOnce: (operation, answer) => void queue(operation, answering(answer)),
    failOnce: (operation, fault) => void queue(operation, failing(fault)),
    disconnect(count = 1) {
      cut = count;
    },
    async fetch(_address, init) {
      init?.signal?.throwIfAborted();
      const request = requestOf(init);
      requests.push(request);
      if (cut > 0) {
        cut -= 1;
        throw new TypeError('fetch failed');
      }
      const next = once.get(request.operation)?.shift() ?? always.get(request.operation);
      const said =
        next ?? failing({ code: 'BAD_REQUEST', message: `no answer is set for ${request.operation}` });
      const response = await said(request.variables, request);
      init?.signal?.throwIfAborted();
      return response;
    },
  };
}
