import { AffiliaError } from '../affilia-error.ts';
import type { Destination } from '../send.ts';

/** What a file is sent from. A stream is sent as it comes, which browsers do over HTTP/2 alone, and not all of them. */
export type UploadContent = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

export interface SignedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** The service did not take what came. The message is worded for the person. */
export interface UploadRefused {
  readonly __typename: 'UploadRefused';
  readonly message: string;
  /** 400, 413: another length than was announced. 409: sent already. 410: too late. 415: no accepted type. */
  readonly status: number;
}

export type OnProgress = (sentBytes: number) => void;

interface Answer {
  readonly status: number;
  readonly body: string;
}

const REFUSALS = [400, 409, 410, 413, 415];

/** Sends the bytes once. Null when they were received. */
export async function sendBytes(
  { locale, fetch = globalThis.fetch }: Destination,
  request: SignedRequest,
  content: UploadContent,
  onProgress: OnProgress | undefined,
  signal: AbortSignal | undefined,
): Promise<UploadRefused | null> {
  const headers = [
    ...request.headers.map(({ name, value }) => [name, value] as const),
    ['accept-language', typeof locale === 'function' ? locale() : locale] as const,
  ];
  let answer: Answer;
  try {
    answer =
      onProgress && !isStream(content) && typeof XMLHttpRequest !== 'undefined'
        ? await byBrowser(request, headers, content, onProgress, signal)
        : await byFetch(fetch, request, headers, content, onProgress, signal);
  } catch (cause) {
    if (signal?.aborted) throw new AffiliaError('ABORTED', 'the request was aborted', { cause });
    throw new AffiliaError('NETWORK', 'the service could not be reached', { cause });
  }
  return judge(answer);
}

const isStream = (content: UploadContent): content is ReadableStream<Uint8Array<ArrayBuffer>> =>
  'getReader' in content;

async function byFetch(
  fetch: typeof globalThis.fetch,
  { url, method }: SignedRequest,
  headers: readonly (readonly [string, string])[],
  content: UploadContent,
  onProgress: OnProgress | undefined,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: isStream(content) && onProgress ? content.pipeThrough(counting(onProgress)) : content,
    credentials: 'omit',
    redirect: 'error',
    signal: signal ?? null,
    ...(isStream(content) && { duplex: 'half' }),
  });
  const body = await response.text();
  if (response.ok && onProgress && !isStream(content)) onProgress(lengthOf(content));
  return { status: response.status, body };
}

const lengthOf = (content: Blob | Uint8Array): number =>
  'size' in content ? content.size : content.byteLength;

function counting(onProgress: OnProgress): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      onProgress((sent += chunk.byteLength));
    },
  });
}

/** The only way in which browsers tell how far they are. */
function byBrowser(
  { url, method }: SignedRequest,
  headers: readonly (readonly [string, string])[],
  content: Blob | Uint8Array<ArrayBuffer>,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error('the request broke off'));
    const abort = () => request.abort();
    request.open(method, url);
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = request.onabort = fail;
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) fail();
    else request.send(content);
  });
}

interface Fault {
  readonly message?: string;
  readonly extensions?: { readonly code?: string; readonly requestId?: string; retryAfterSeconds?: number };
}

function judge({ status, body }: Answer): UploadRefused | null {
  if (status === 204) return null;
  const { message = `unexpected answer with status ${status}`, extensions } = faultIn(body);
  if (extensions && REFUSALS.includes(status)) return { __typename: 'UploadRefused', message, status };
  throw new AffiliaError(extensions?.code ?? 'BAD_RESPONSE', message, {
    requestId: extensions?.requestId ?? null,
    retryAfterSeconds: extensions?.retryAfterSeconds ?? null,
  });
}

function faultIn(body: string): Fault {
  try {
    return (JSON.parse(body) as { errors?: readonly Fault[] }).errors?.[0] ?? {};
  } catch {
    return {};
  }
}
