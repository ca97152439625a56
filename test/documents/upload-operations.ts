import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/platform/context.ts';
import { openLoaders } from '../../src/platform/database/loader.ts';
import { callerOfSession } from '../../src/modules/accounts/index.ts';
import { fromPublicId, type SessionId, type UploadId } from '../../src/kernel/id.ts';
import { signedIn } from '../accounts/operations.ts';
import type { Office } from '../invitations/operations.ts';
import type { SignedIn } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface UploadSeen {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly size: number;
  readonly contentType: string | null;
  readonly sha256: string | null;
  readonly link: { readonly url: string; readonly expiresAt: string } | null;
}

/** Whatever a member of the result union can have. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly issues: readonly { path: string[]; message: string }[];
  readonly quota: string;
  readonly limit: number;
  readonly used: number;
  readonly next: { readonly kind: string; readonly retryAfterSeconds: number | null };
  readonly upload: UploadSeen;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { name: string; value: string }[];
  readonly expiresAt: string;
}

const UPLOAD = 'id state fileName size contentType sha256 link { url expiresAt }';
const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
  __typename ... on Problem { message } ... on InvalidInput { issues { path message } }
  ... on UploadNotAllowed { next { kind retryAfterSeconds } }
  ... on UploadQuotaReached { quota limit used next { kind retryAfterSeconds } }
  ... on CreateUploadSuccess { upload { ${UPLOAD} } url method headers { name value } expiresAt } } }`;

export const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n', 'latin1');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function create(portal: Portal, input: object, asked: Asked): Promise<Result> {
  const document = { purpose: 'DOCUMENT', fileName: 'preuve.pdf', size: PDF.length };
  const { data, errors } = await portal.graphql<{ createUpload: Result } | null>(
    CREATE,
    { input: { ...document, ...input } },
    asked,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createUpload;
}

/** The address under which the portal of a test is reached. */
export const here = (portal: Portal, url: string): string =>
  url.replace(/^http:\/\/localhost:4000/, portal.url);

export const put = (
  portal: Portal,
  { url }: Pick<Result, 'url'>,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(here(portal, url), {
    method: 'PUT',
    body,
    headers: { 'accept-language': 'en-CA', ...headers },
    duplex: 'half',
  } as RequestInit);

/** The status, and what is said with it. */
export const saidBy = async (response: Response): Promise<[number, string | undefined]> => {
  const text = await response.text();
  if (text === '') return [response.status, undefined];
  const { errors } = JSON.parse(text) as { errors: { message: string }[] };
  return [response.status, errors[0]?.message];
};

/** One that was sent as well. */
export async function sent(
  portal: Portal,
  asked: Asked,
  body = PDF,
  input: object = {},
): Promise<UploadSeen> {
  const created = await create(portal, { size: body.length, ...input }, asked);
  const answer = await put(portal, created, body);
  if (answer.status !== 204) throw new Error(await answer.text());
  return (await seen(portal, created.upload.id, asked))!;
}

export async function seen(portal: Portal, id: string, asked: Asked): Promise<UploadSeen | null> {
  const query = `query ($id: ID!) { upload(id: $id) { ${UPLOAD} } }`;
  return (await portal.graphql<{ upload: UploadSeen | null }>(query, { id }, asked)).data.upload;
}

/** The same people, signed in anew: time goes on in tests, and tokens are over after ten minutes. */
export const anew = async (portal: Portal, { member, office }: People): Promise<People> => ({
  member: { ...member, token: await member.tokenAt(portal.world.aqpm.siteKey) },
  office: { ...office, asked: await askedAnew(portal, office) },
});

export interface People {
  readonly member: SignedIn;
  readonly office: Office;
}

export async function askedAnew(portal: Portal, { account }: Office): Promise<Asked> {
  const clientKey = portal.world.aqpm.toolKey;
  return { clientKey, token: (await signedIn(portal, account.address, { clientKey })).accessToken };
}

export const uuidOf = (publicId: string): UploadId => fromPublicId('Upload', publicId)!;

/** What a module above sees of the person who asks. */
export async function contextOf(portal: Portal, { token = '' }: Asked): Promise<Context> {
  const claims = await portal.parts.tokens.verify(token);
  const caller = await callerOfSession(portal.parts, claims!.sessionId as SessionId);
  const context: Context = {
    ...portal.parts,
    ...caller!,
    visitor: { address: '192.0.2.1', userAgent: null, origin: null },
    locale: 'en-CA',
    wording: portal.parts.wordings.in('en-CA'),
    requestId: 'test',
    load: openLoaders(() => context),
  };
  return context;
}

/** Where a portal keeps files when nothing is said. */
export const STORE = join(tmpdir(), `affilia-${String(process.pid)}`);

/** The stored files of an upload with their sizes, half ones included. */
export async function storedOf(id: string): Promise<{ name: string; size: number }[]> {
  const uuid = uuidOf(id);
  const place = join(STORE, 'uploads', uuid.slice(-2));
  const names = (await readdir(place).catch(() => [])).filter(name => name.startsWith(uuid));
  return Promise.all(names.map(async name => ({ name, size: (await stat(join(place, name))).size })));
}
