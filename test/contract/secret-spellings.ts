import { createHash } from 'node:crypto';

/** Every way in which a secret could lie about without being sealed, in lower case. */
export function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // Inside a longer text base64 comes out in three ways, depending on where the secret starts.
  const inBase64 = [0, 1, 2].map(offset => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return whole.slice(offset === 0 ? 0 : 4, -2);
  });
  const spelled = [
    secret,
    secret.replaceAll('-', ''),
    Array.from(secret).toReversed().join(''),
    encodeURIComponent(secret),
    bytes.toString('hex'),
    ...inBase64,
    ...inBase64.map(text => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(spelled.map(text => text.toLowerCase()))];
}

/** A quick digest of what a person chose can be guessed, so it is as bad as the word itself. */
export function quickDigestsOf(password: string): readonly string[] {
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap(algorithm => {
    const digest = createHash(algorithm).update(password).digest();
    return [
      digest.toString('hex'),
      digest.toString('base64').replace(/=+$/, ''),
      digest.toString('base64url'),
    ].map(text => text.toLowerCase());
  });
}

const ENCODED = /^(?:\\x)?(?:[0-9a-f]{2}){8,}$|^[\w+/-]{12,}={0,2}$/i;

/** A stored value as text, in each way in which it can be read. */
export function readingsOf(value: Buffer | string): readonly string[] {
  if (typeof value === 'string') {
    if (!ENCODED.test(value)) return [value.toLowerCase()];
    const decoded = [Buffer.from(value.replace(/^\\x/, ''), 'hex'), Buffer.from(value, 'base64')];
    return [value, ...decoded.map(bytes => bytes.toString('latin1'))].map(text => text.toLowerCase());
  }
  const inText = ['utf8', 'latin1', 'hex', 'base64', 'base64url'] as const;
  return inText.map(encoding => value.toString(encoding).toLowerCase());
}
