/** Room for 250 lines to invite, as long as they come. */
const LARGEST = 256 * 1024;

/** A form that cannot be read. */
export class UnreadableForm extends Error {}

/**
 * What a browser sent with a form.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export async function readForm(request) {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    throw new UnreadableForm();
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) throw new UnreadableForm();
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
