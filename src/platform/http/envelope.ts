import type { FastifyRequest } from 'fastify';
import { BadRequest } from '../graphql/faults.ts';
import { headerOf } from './request-context.ts';

export interface Envelope {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
}

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

/** The body of a request after GraphQL over HTTP. */
export function readEnvelope(body: unknown): Envelope {
  if (Array.isArray(body)) throw new BadRequest('BATCH');
  if (!isRecord(body)) throw new BadRequest('BODY');
  const { query, variables = null, extensions = null, operationName = null } = body;
  const fits =
    typeof query === 'string' &&
    query !== '' &&
    (variables === null || isRecord(variables)) &&
    (extensions === null || isRecord(extensions)) &&
    (operationName === null || typeof operationName === 'string');
  if (!fits) throw new BadRequest('BODY');
  return { query, variables };
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
