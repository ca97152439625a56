import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, text: string, sha256: string }} Document */

/** What the service takes at once, with room for the rest of the request. */
const MOST_DOCUMENTS = 100;
const MOST_CHARACTERS = 48_000;

/**
 * Reads a file of documents: what GraphQL Code Generator writes as persisted documents, by their digests, or a list of
 * texts. Null where the file is not there or is something else.
 *
 * @param {string} file
 * @returns {readonly Document[] | null}
 */
export function readDocuments(file) {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'));
    const texts = typeof read === 'object' && read !== null ? Object.values(read) : [];
    if (texts.length === 0 || !texts.every(text => typeof text === 'string')) return null;
    return [...new Set(texts)].map(text => ({ text, name: nameOf(text), sha256: sha256(text) }));
  } catch {
    return null;
  }
}

/** @param {readonly Document[]} documents */
export function batchesOf(documents) {
  /** @type {Document[][]} */
  const batches = [];
  let characters = Infinity;
  for (const document of documents) {
    const { length } = document.text;
    const last = batches.at(-1);
    if (last && last.length < MOST_DOCUMENTS && characters + length <= MOST_CHARACTERS) {
      last.push(document);
      characters += length;
    } else {
      batches.push([document]);
      characters = length;
    }
  }
  return batches;
}

/** @param {string} text */
const nameOf = text =>
  /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? text.slice(0, 40).trim();

/** @param {string} text */
const sha256 = text => createHash('sha256').update(text).digest('hex');
