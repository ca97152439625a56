import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** What `PublicKeyCredential.toJSON()` makes, as JSON text. */
export const LONGEST_PASSKEY_ANSWER = 20_000;

type PasskeyAnswer = AuthenticationResponseJSON & RegistrationResponseJSON;

export interface ReadAnswer {
  readonly answer: PasskeyAnswer;
  /** As it was given to the browser, in base64url. */
  readonly challenge: string;
}

/** Null for what no browser writes. Whether it is true is judged by its signature. */
export function readPasskeyAnswer(text: string): ReadAnswer | null {
  const answer = objectIn(text);
  const { clientDataJSON } = objectOf(answer['response']);
  if (typeof answer['id'] !== 'string' || typeof clientDataJSON !== 'string') return null;
  const { challenge } = objectIn(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
  return typeof challenge === 'string' ? { answer: answer as unknown as PasskeyAnswer, challenge } : null;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
