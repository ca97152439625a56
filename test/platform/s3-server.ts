import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Place } from '../../src/platform/storage/s3-storage.ts';

export interface S3Server {
  readonly place: S3Place;
  /** What is stored, by its key. */
  readonly objects: Map<string, Buffer>;
  /** How many bytes of requests have come in. */
  readonly taken: () => number;
  /** The headers of the last request. */
  readonly last: () => IncomingMessage['headers'];
  /** From now on everything is answered so; null as ever. */
  fail(status: number | null): void;
  /** From now on nothing is answered at all. */
  hang(): void;
  /** How many requests have come in. */
  readonly requests: () => number;
  close(): Promise<void>;
}

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=cle-de-test\/\d{8}\/ca-central-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;

/** As much of S3 as we use, on this machine: objects of one bucket by PUT, GET and DELETE, each signed. */
export async function openS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let taken = 0;
  let last: IncomingMessage['headers'] = {};
  let failing: number | null = null;
  let hanging = false;
  let requests = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    last = request.headers;
    requests++;
    if (hanging) return;
    const key = /^\/dossiers\/([^?]+)/.exec(request.url ?? '')?.[1];
    if (!SIGNED.test(request.headers.authorization ?? '') || key === undefined) {
      refuse(response, 403);
      return;
    }
    request.on('data', (chunk: Buffer) => (taken += chunk.length));
    const body = await buffer(request);
    if (failing !== null) {
      refuse(response, failing);
      return;
    }
    const kept = objects.get(key);
    if (request.method === 'PUT') {
      if (body.length !== Number(request.headers['content-length'])) {
        refuse(response, 400);
        return;
      }
      objects.set(key, body);
      response.writeHead(200, { etag: '"1"' }).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (kept === undefined) refuse(response, 404);
    else response.writeHead(200, { 'content-length': kept.length }).end(kept);
  }

  const server = createServer((request, response) => {
    // Whoever breaks off stores nothing.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    place: {
      bucket: 'dossiers',
      region: 'ca-central-1',
      endpoint: `http://127.0.0.1:${port}`,
      pathStyle: true,
      accessKey: 'cle-de-test',
      secretKey: 'secret-de-test',
    },
    objects,
    taken: () => taken,
    last: () => last,
    fail: status => {
      failing = status;
      hanging = false;
    },
    hang: () => (hanging = true),
    requests: () => requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number): void {
  const code = status === 404 ? 'NoSuchKey' : 'Refused';
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}
