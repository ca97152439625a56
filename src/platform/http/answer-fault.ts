import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Parts } from '../context.ts';
import { BadRequest, Fault } from '../graphql/faults.ts';
import { faultHeaders, faultOf, wordFault } from '../graphql/mask-errors.ts';
import { chooseAnswerType } from './envelope.ts';
import { localeOfRequest } from './request-context.ts';

export const BODY_LIMIT_KB = 256;

/** Answers what is thrown outside an operation in the same shape as inside one. */
export function answerFault(parts: Parts) {
  return (error: FastifyError | Fault, request: FastifyRequest, reply: FastifyReply): void => {
    const fault = faultOfRequest(parts, error, request);
    const wording = parts.wordings.in(localeOfRequest(request));
    const answer = { errors: [wordFault(fault, { wording, requestId: request.id })] };
    void reply
      .code(fault.status)
      .headers(faultHeaders(fault))
      .type(`${chooseAnswerType(request) ?? 'application/json'}; charset=utf-8`)
      .send(JSON.stringify(answer));
  };
}

/** The fault that anything is that is thrown outside an operation. What we did not foresee is in the log then. */
export const faultOfRequest = (
  { log }: Pick<Parts, 'log'>,
  error: FastifyError | Fault,
  { id: requestId }: Pick<FastifyRequest, 'id'>,
): Fault => faultOfFastify(error) ?? faultOf(error, { log: log.child({ requestId }) }, {});

/** Fastify quotes addresses and types in its sentences, so only its codes are taken. */
function faultOfFastify(error: FastifyError | Fault): Fault | null {
  if (error instanceof Fault) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new BadRequest('TOO_LARGE', { max: BODY_LIMIT_KB }, 413);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new BadRequest('MEDIA_TYPE', {}, 415);
  const { statusCode } = error;
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isCallers ? new BadRequest('BODY', {}, statusCode) : null;
}
