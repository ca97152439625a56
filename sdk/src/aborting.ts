import { AffiliaError } from './affilia-error.ts';

/** Waits for work that others wait for too: an abort ends the waiting, not the work. */
export function aborting<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () =>
      reject(new AffiliaError('ABORTED', 'the request was aborted', { cause: signal.reason }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
