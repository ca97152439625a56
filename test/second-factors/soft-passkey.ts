import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A passkey in software: what a browser and a device would answer, without either. */
export interface SoftPasskey {
  readonly id: string;
  /** Answers `beginPasskeyRegistration`. */
  register(options: string, changes?: Changes): string;
  /** Answers a challenge to sign. */
  answer(options: string, changes?: Changes): string;
}

/** What is told otherwise than it is. */
export interface Changes {
  readonly origin?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  /** How often the device says that it signed; those that sync always say zero. */
  readonly signCount?: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);

/** The first bytes of a CBOR item. */
function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size);
  return size < 256
    ? Buffer.of((major << 5) | 24, size)
    : Buffer.of((major << 5) | 25, size >> 8, size & 255);
}

/** A public key as COSE writes it: ES256 on P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (value: string): Buffer => bytes(Buffer.from(value, 'base64url'));
  const fixed = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
  return Buffer.concat([fixed, Buffer.of(0x21), coordinate(x), Buffer.of(0x22), coordinate(y)]);
}

const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

export function softPasskey(origin: string): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rawId = randomBytes(16);
  const id = rawId.toString('base64url');
  const rpId = new URL(origin).hostname;

  const authData = (flags: number, { userVerified = true, signCount = 0 }: Changes, more: Buffer): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signCount);
    return Buffer.concat([
      sha256(rpId),
      Buffer.of(flags | PRESENT | (userVerified ? VERIFIED : 0)),
      count,
      more,
    ]);
  };
  const clientData = (type: string, options: string, changes: Changes): Buffer => {
    const { challenge } = JSON.parse(options) as { challenge: string };
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...changes }));
  };
  const answered = (response: Readonly<Record<string, string>>): string =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });

  return {
    id,
    register(options, changes = {}) {
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.of(0, rawId.length),
        rawId,
        coseKey(publicKey),
      ]);
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.of(0xa0),
        text('authData'),
        bytes(authData(ATTESTED, changes, attested)),
      ]);
      return answered({
        clientDataJSON: clientData('webauthn.create', options, changes).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    answer(options, changes = {}) {
      const said = clientData('webauthn.get', options, changes);
      const data = authData(0, changes, Buffer.alloc(0));
      return answered({
        clientDataJSON: said.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(said)]), privateKey).toString('base64url'),
      });
    },
  };
}
