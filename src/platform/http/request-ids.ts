import type { IncomingMessage } from 'node:http';
import type { Random } from '../../kernel/random.ts';

const OWN_ID = /^[A-Za-z0-9-]{1,64}$/;
const BYTES = 12;
/** Chance costs by the call rather than by the byte. */
const DRAWN_AT_ONCE = 256;

/** The id of a request: a harmless one that the caller sent, or one of ours. */
export function createRequestIds(random: Random): (raw: Pick<IncomingMessage, 'headers'>) => string {
  let drawn = Buffer.alloc(0);
  return ({ headers: { 'x-request-id': sent } }) => {
    if (typeof sent === 'string' && OWN_ID.test(sent)) return sent;
    if (drawn.length === 0) drawn = Buffer.from(random(BYTES * DRAWN_AT_ONCE));
    const id = drawn.toString('hex', 0, BYTES);
    drawn = drawn.subarray(BYTES);
    return id;
  };
}
