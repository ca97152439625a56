import type { FastifyRequest } from 'fastify';
import { BadRequest } from '../graphql/faults.ts';
import { headerOf } from './request-context.ts';

export interface Envelope {
  /** The text of a document, or the SHA-256 of one that is known here, or both. */
  readonly query: string | null;
  readonly sha256: string | null;
  readonly variables: Record<string, unknown> | null;
  readonly operationName: string | null;
}

const SHA256 = /^[0-9a-f]{64}$/;

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

/** The body of a request after GraphQL over HTTP. */
export function readEnvelope(body: unknown): Envelope {
  if (Array.isArray(body)) throw new BadRequest('BATCH');
  if (!isRecord(body)) throw new BadRequest('BODY');
  const { query = null, variables = null, extensions = null, operationName = null } = body;
  const sha256 = isRecord(extensions) ? digestIn(extensions) : null;
  const fits =
    (query === null || typeof query === 'string') &&
    (query === null ? sha256 !== null : query !== '') &&
    (variables === null || isRecord(variables)) &&
    (extensions === null || isRecord(extensions)) &&
    (operationName === null || typeof operationName === 'string');
  if (!fits) throw new BadRequest('BODY');
  return { query, sha256, variables, operationName };
}

/** In the shape in which other programs send it too: `persistedQuery: { version: 1, sha256Hash }`. */
function digestIn({ persistedQuery = null }: Record<string, unknown>): string | null {
  if (persistedQuery === null) return null;
  const { version, sha256Hash } = isRecord(persistedQuery) ? persistedQuery : {};
  if (version !== 1 || typeof sha256Hash !== 'string' || !SHA256.test(sha256Hash))
    throw new BadRequest('BODY');
  return sha256Hash;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which of our two types the caller prefers; the plain one for whoever does not say. Null when neither will do. */
export function chooseAnswerType(request: FastifyRequest): string | null {
  const accept = headerOf(request, 'accept');
  if (accept === null || accept.trim() === '') return JSON_TYPE;
  const wanted = new Map(accept.split(',').map(weigh));
  const any = wanted.get('application/*') ?? wanted.get('*/*') ?? 0;
  const plain = wanted.get(JSON_TYPE) ?? any;
  const response = wanted.get(RESPONSE_TYPE) ?? (wanted.has(JSON_TYPE) ? 0 : any);
  if (plain <= 0 && response <= 0) return null;
  return wanted.has(RESPONSE_TYPE) && response >= plain ? RESPONSE_TYPE : JSON_TYPE;
}

function weigh(range: string): [type: string, weight: number] {
  const [type = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase());
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return [type, weight === undefined ? 1 : Number(weight) || 0];
}
