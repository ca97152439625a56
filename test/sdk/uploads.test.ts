import { describe, expect, it } from '@jest/globals';
import { createAffilia } from '../../sdk/src/index.ts';
import { uploads, type UploadContent } from '../../sdk/src/uploads.ts';

const ENDPOINT = 'https://portail.exemple.ca/graphql';
const URL_OF_FILE = 'https://portail.exemple.ca/uploads/upl_1?signature=x';

interface Sent {
  readonly headers: Record<string, string>;
  readonly bytes: string;
}

/** A site whose service announces every file, and answers its bytes so. */
function siteOf(answer: () => Response | Promise<Response>) {
  const announced: Record<string, unknown>[] = [];
  const sent: Sent[] = [];
  const json = (body: unknown): Response => Response.json(body);
  const fetch: typeof globalThis.fetch = async (to, init = {}) => {
    init.signal?.throwIfAborted();
    if (to === URL_OF_FILE) {
      const bytes = await new Response(init.body ?? null).text();
      sent.push({ headers: Object.fromEntries(new Headers(init.headers)), bytes });
      return answer();
    }
    const { query, variables } = JSON.parse(init.body as string) as {
      query: string;
      variables: { input: Record<string, unknown> };
    };
    const upload = { id: 'upl_1', state: 'AWAITING' };
    if (query.includes('query Upload')) return json({ data: { upload: { ...upload, state: 'RECEIVED' } } });
    announced.push(variables.input);
    const headers = [{ name: 'content-type', value: 'application/pdf' }];
    return json({
      data: {
        result: { __typename: 'CreateUploadSuccess', upload, url: URL_OF_FILE, method: 'PUT', headers },
      },
    });
  };
  const affilia = createAffilia({
    endpoint: ENDPOINT,
    clientKey: 'affilia_pk_test_1',
    locale: 'fr-CA',
    fetch,
    use: { uploads },
  });
  return { affilia, announced, sent };
}

const received = (): Response => new Response(null, { status: 204 });
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const streamOf = (...parts: string[]): UploadContent =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(bytesOf(part));
      controller.close();
    },
  });

describe('sending a file by the SDK (O2, Z10)', () => {
  it('announces it under a key of its own, sends it, and tells how far it is', async () => {
    const { affilia, announced, sent } = siteOf(received);
    const progress: number[] = [];

    const outcome = await affilia.uploads.send(new File(['preuve'], 'preuve.pdf'), {
      purpose: 'DOCUMENT',
      onProgress: bytes => void progress.push(bytes),
    });

    expect(outcome).toMatchObject({ ok: true, value: { upload: { id: 'upl_1', state: 'RECEIVED' } } });
    expect(announced).toEqual([
      {
        purpose: 'DOCUMENT',
        fileName: 'preuve.pdf',
        size: 6,
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
    expect(sent).toEqual([
      { headers: { 'content-type': 'application/pdf', 'accept-language': 'fr-CA' }, bytes: 'preuve' },
    ]);
    expect(progress).toEqual([6]);
  });

  it('sends a stream as it comes', async () => {
    const { affilia, announced, sent } = siteOf(received);
    const progress: number[] = [];

    await affilia.uploads.send(streamOf('nom;', 'Zoé'), {
      purpose: 'IMPORT',
      fileName: 'membres.csv',
      size: 8,
      onProgress: bytes => void progress.push(bytes),
    });

    expect(announced[0]).toMatchObject({ fileName: 'membres.csv', size: 8 });
    expect(sent[0]!.bytes).toBe('nom;Zoé');
    expect(progress).toEqual([4, 8]);
  });

  const fault = (status: number, code: string): Response =>
    Response.json({ errors: [{ message: 'Pas de ce type.', extensions: { code } }] }, { status });

  it('answers a problem where the content is not what it should be', async () => {
    const { affilia } = siteOf(() => fault(415, 'BAD_REQUEST'));

    const outcome = await affilia.uploads.send(bytesOf('x'), { purpose: 'DOCUMENT', fileName: 'x.pdf' });

    expect(outcome).toEqual({
      ok: false,
      problem: { __typename: 'UploadRefused', status: 415, message: 'Pas de ce type.' },
    });
  });

  it('throws what a program must deal with', async () => {
    const send = (answer: () => Response | Promise<Response>, signal?: AbortSignal): Promise<unknown> =>
      siteOf(answer).affilia.uploads.send(bytesOf('x'), { purpose: 'DOCUMENT', fileName: 'x.pdf' }, signal);

    await expect(send(() => fault(503, 'SERVICE_BUSY'))).rejects.toMatchObject({ code: 'SERVICE_BUSY' });
    await expect(send(() => new Response('<html>', { status: 413 }))).rejects.toMatchObject({
      code: 'BAD_RESPONSE',
    });
    await expect(send(() => Promise.reject(new TypeError('no line')))).rejects.toMatchObject({
      code: 'NETWORK',
    });
    const leaving = new AbortController();
    const left = send(() => {
      leaving.abort();
      leaving.signal.throwIfAborted();
      return received();
    }, leaving.signal);
    await expect(left).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
