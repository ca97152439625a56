import { createHash } from 'node:crypto';
import type { CallingClient, Settings } from '../context.ts';
import { BadRequest } from '../graphql/faults.ts';
import type { Envelope } from './envelope.ts';

/** The documents that are known here before anybody sends them, by the SHA-256 of their text. */
export interface TrustedDocuments {
  /** Those of the SDK, for every client. */
  readonly shipped: ReadonlyMap<string, string>;
  /** One that a client registered; null where it has none with this digest. */
  readonly ofClient: (clientId: string, sha256: string) => Promise<string | null>;
}

type Asking = Pick<CallingClient, 'id' | 'kind'>;

/** A client's own documents that were looked up; none is ever taken back. */
const REMEMBERED = 1_000;

/**
 * Chooses the text to run. In a live realm whoever holds a publishable key, which is everybody, sends no documents but
 * those of the SDK and those that its client registered.
 */
export function createDocumentChoice(
  { shipped, ofClient }: TrustedDocuments,
  { realmMode }: Pick<Settings, 'realmMode'>,
): (envelope: Pick<Envelope, 'query' | 'sha256'>, client: Asking | null) => Promise<string> {
  const remembered = new Map<string, string>();

  async function known(client: Asking | null, sha256: string): Promise<string | null> {
    const text = shipped.get(sha256);
    if (text !== undefined || client === null) return text ?? null;
    const place = `${client.id} ${sha256}`;
    const own = remembered.get(place) ?? (await ofClient(client.id, sha256));
    if (own === null) return null;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(place, own);
    return own;
  }

  return async ({ query, sha256 }, client) => {
    const isRestricted = realmMode === 'LIVE' && client?.kind === 'PUBLISHABLE';
    if (query !== null && sha256 === null && !isRestricted) return query;

    const digest = query === null ? (sha256 ?? '') : digestOf(query);
    if (sha256 !== null && sha256 !== digest) throw new BadRequest('DOCUMENT_DIGEST');
    const text = await known(client, digest);
    if (text !== null) return text;
    if (query === null || isRestricted)
      throw new BadRequest(isRestricted ? 'DOCUMENT_UNTRUSTED' : 'DOCUMENT_UNKNOWN');
    return query;
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
