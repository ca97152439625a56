import { UnreadableForm } from './read-form.mjs';

/** The answers that stand before the file. */
const LARGEST_HEAD = 16 * 1024;
const HEAD_END = '\r\n\r\n';

/**
 * A file that comes with a form, behind its other answers.
 *
 * @typedef {{ name: string, size: number, content: ReadableStream<Uint8Array<ArrayBuffer>> }} SentFile
 */

/** @param {import('node:http').IncomingMessage} request */
export const isUpload = request =>
  request.headers['content-type']?.startsWith('multipart/form-data') ?? false;

/**
 * What a browser sent with a form whose last answer is a file: the answers, and the file as it comes, so that a large
 * one is never in memory. How long it is follows from the length of the whole. `file` is null where none was chosen.
 * `letBy` takes what is left of one that nobody wants, so that the browser comes to read why.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ form: URLSearchParams, file: SentFile | null, letBy: () => Promise<void> }>}
 */
export async function readUpload(request) {
  const [, boundary] = /boundary="?([^";]+)"?/.exec(request.headers['content-type'] ?? '') ?? [];
  const whole = Number(request.headers['content-length']);
  if (boundary === undefined || !Number.isSafeInteger(whole)) throw new UnreadableForm();
  const between = `\r\n--${boundary}`;
  const chunks = request[Symbol.asyncIterator]();
  const form = new URLSearchParams();
  const letBy = async () => {
    // Whoever left in the middle reads nothing.
    while (!(await chunks.next().catch(() => ({ done: true }))).done);
  };
  // The first boundary has no line before it.
  let head = Buffer.from('\r\n');
  let left = whole;

  for (;;) {
    const answersAt = head.indexOf(HEAD_END);
    const contentAt = answersAt + HEAD_END.length;
    const { name, fileName } = namesIn(head.subarray(0, Math.max(answersAt, 0)).toString('utf8'));
    const next = answersAt < 0 ? -1 : head.indexOf(between, contentAt);
    if (fileName !== undefined) {
      const begun = head.subarray(contentAt);
      const size = begun.length + left - `${between}--\r\n`.length;
      if (size < 0) throw new UnreadableForm();
      const file = { name: fileName, size, content: streamOf(begun, chunks, size) };
      return { form, file: fileName === '' ? null : file, letBy };
    }
    if (next >= 0) {
      form.append(name, head.subarray(contentAt, next).toString('utf8'));
      head = head.subarray(next);
      continue;
    }
    const { done, value } = await chunks.next();
    if (done || head.length > LARGEST_HEAD) throw new UnreadableForm();
    left -= value.length;
    head = Buffer.concat([head, value]);
  }
}

/** Of an answer, by the lines above it; browsers write quotation marks in names as %22. @param {string} lines */
function namesIn(lines) {
  const [, name = ''] = /\bname="([^"]*)"/.exec(lines) ?? [];
  const [, fileName] = /\bfilename="([^"]*)"/.exec(lines) ?? [];
  return { name, fileName: fileName?.replaceAll('%22', '"') };
}

/**
 * So many bytes, the first of which are there; no faster than they are taken.
 *
 * @param {Buffer} begun
 * @param {AsyncIterator<Buffer>} chunks
 * @param {number} size
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
function streamOf(begun, chunks, size) {
  let left = size;
  /** @type {Buffer | null} */
  let first = begun;
  return new globalThis.ReadableStream(
    {
      async pull(controller) {
        const { done = false, value } = first ? { value: first } : await chunks.next();
        first = null;
        if (done) return controller.error(new UnreadableForm());
        const part = new Uint8Array(value.subarray(0, left));
        left -= part.length;
        if (part.length > 0) controller.enqueue(part);
        if (left === 0) controller.close();
        else if (part.length === 0) await this.pull?.(controller);
      },
    },
    { highWaterMark: 0 },
  );
}
