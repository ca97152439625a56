import { timingSafeEqual } from 'node:crypto';
import { secondsOf } from '../../kernel/clock.ts';
import { fromPublicId, toPublicId, type SessionId, type UploadId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { UploadEntity } from './upload.entity.ts';

/** How long somebody has to send what they announced. */
export const SEND_MINUTES = 15;
/** How long a link to read a file works. */
export const READ_MINUTES = 5;

const LABEL = 'upload-link';

type Signing = Pick<Parts, 'vault'>;
type Addressing = Signing & Pick<Parts, 'settings'>;
type Announced = Pick<UploadEntity, 'id' | 'size' | 'expiresAt'>;

/** The address to which the bytes of one upload are sent. It names nobody, and works for this upload alone. */
export const sendingUrl = (parts: Addressing, upload: Announced): string =>
  addressOf(parts, upload.id, { signature: sign(parts, sendingFacts(upload)) });

export const isSendingSignature = (parts: Signing, upload: Announced, signature: string): boolean =>
  isSigned(parts, sendingFacts(upload), signature);

/** The address from which a session may read an upload until an instant, as long as it may read it at all. */
export function readingUrl(parts: Addressing, id: UploadId, session: string, until: Date): string {
  const facts = { session: toPublicId('Session', session as SessionId), until: String(secondsOf(until)) };
  return addressOf(parts, id, { ...facts, signature: sign(parts, readingFacts(id, facts)) });
}

export interface ReadingLink {
  readonly sessionId: SessionId;
  readonly until: Date;
}

/** Null for what was not signed here. */
export function readLink(
  parts: Signing,
  id: UploadId,
  { session = '', until = '', signature = '' }: Partial<Record<'session' | 'until' | 'signature', string>>,
): ReadingLink | null {
  const sessionId = fromPublicId('Session', session);
  if (!sessionId || !isSigned(parts, readingFacts(id, { session, until }), signature)) return null;
  return { sessionId, until: new Date(Number(until) * 1_000) };
}

const sendingFacts = ({ id, size, expiresAt }: Announced): unknown[] => ['PUT', id, size, expiresAt];
const readingFacts = (id: UploadId, { session, until }: Record<'session' | 'until', string>): unknown[] => [
  'GET',
  id,
  session,
  until,
];

const digestOf = ({ vault }: Signing, facts: unknown[]): Buffer => vault.derive(JSON.stringify(facts), LABEL);
const sign = (parts: Signing, facts: unknown[]): string => digestOf(parts, facts).toString('base64url');

function isSigned(parts: Signing, facts: unknown[], signature: string): boolean {
  const [right, given] = [digestOf(parts, facts), Buffer.from(signature, 'base64url')];
  return given.length === right.length && timingSafeEqual(given, right);
}

const addressOf = ({ settings }: Addressing, id: UploadId, parameters: Record<string, string>): string =>
  `${settings.publicUrl}/uploads/${toPublicId('Upload', id)}?${new URLSearchParams(parameters).toString()}`;
