import { missing } from './refusal.mjs';

/**
 * Sends the file of a form on to the portal as it comes. What went wrong is said at the field of the file.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./connect.mjs').Portal} portal
 * @param {{ associationId: string, choose: string }} options
 * @returns {Promise<{ uploadId: string } | { problem: { __typename: string, message: string } }>}
 */
export async function sendFile({ file }, portal, { associationId, choose }) {
  if (!file) return { problem: missing('file', choose) };
  const outcome = await portal.uploads.send(file.content, {
    associationId,
    purpose: 'IMPORT',
    fileName: file.name,
    size: file.size,
  });
  if (outcome.ok) return { uploadId: outcome.value.upload.id };
  const { problem } = outcome;
  const { issues: [issue] = [], message } = /** @type {import('./refusal.mjs').Problem} */ (problem);
  const isOfFile = issue !== undefined || problem.__typename === 'UploadRefused';
  return { problem: isOfFile ? missing('file', issue?.message ?? message) : problem };
}
