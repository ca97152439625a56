import { Transform } from 'node:stream';

/** Lets content through that is exactly so long, and breaks off where it turns out not to be. */
export function exactly(size: number): Transform {
  let passed = 0;
  const fault = (): RangeError => new RangeError('the content has another length than was said');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      done(passed > size ? fault() : null, chunk);
    },
    flush: done => done(passed < size ? fault() : null),
  });
}
