import type { Core } from './core.ts';
import {
  CreateUploadDocument,
  UploadDocument,
  type CreateUploadInput,
  type CreateUploadMutation,
  type UploadFragment,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { Outcome, OutcomeOf } from './outcome.ts';
import { sendBytes, type OnProgress, type UploadContent, type UploadRefused } from './uploads/send-bytes.ts';

export type { UploadFragment as Upload } from './generated/operations.ts';
export type { OnProgress, UploadContent, UploadRefused } from './uploads/send-bytes.ts';

type Created = OutcomeOf<CreateUploadMutation['result']>;
type CreateProblem = Extract<Created, { readonly ok: false }>['problem'];

/** What is said of a file that is sent at once. Name, size and type are those of a `File` or `Blob` when left out. */
export interface SendUpload extends Omit<CreateUploadInput, 'fileName' | 'size'> {
  readonly fileName?: string;
  /** In bytes; a stream does not know its own. */
  readonly size?: number;
  /** Told how many bytes are sent: on the way where the platform says so, and at the end otherwise. */
  readonly onProgress?: OnProgress;
}

/** Files that people send, such as a proof or the table of an import. */
export interface Uploads {
  /** A file that was sent, with a link to fetch it for five minutes; null when it is absent or not yours. */
  get(id: string, signal?: AbortSignal): Promise<UploadFragment | null>;

  /**
   * Announces a file. Its bytes are then sent to `url`, by `send` or by any other program, within 15 minutes.
   *
   * - `InvalidInput`: it is too large, or of a type that the purpose does not take.
   * - `UploadNotAllowed`: not for this person, or not in this association.
   * - `UploadQuotaReached`: there is no room for it; `next` says whether to wait or whom to ask.
   */
  create(input: CreateUploadInput, signal?: AbortSignal): Promise<Created>;

  /**
   * Announces a file and sends it. The value is the upload as it was received.
   *
   * - `UploadRefused`: what came is not what was announced, or of no accepted type. Beside these, those of `create`.
   */
  send(
    content: UploadContent,
    input: SendUpload,
    signal?: AbortSignal,
  ): Promise<Outcome<{ readonly upload: UploadFragment }, CreateProblem | UploadRefused>>;
}

/** Plug it in: `createAffilia({ …, use: { uploads } })`. */
export function uploads(core: Core): Uploads {
  const create: Uploads['create'] = (input, signal) =>
    core.act(CreateUploadDocument, { input: withKey(input) }, signal);
  const get: Uploads['get'] = async (id, signal) =>
    (await core.request(UploadDocument, { id }, signal)).upload;

  return {
    create,
    get,
    async send(content, { onProgress, ...input }, signal) {
      const created = await create({ ...said(content), ...input }, signal);
      if (!created.ok) return created;
      const { upload, ...request } = created.value;
      const problem = await sendBytes(core.destination, request, content, onProgress, signal);
      if (problem) return { ok: false, problem };
      return { ok: true, value: { upload: (await get(upload.id, signal)) ?? upload } };
    },
  };
}

/** What content says of itself. */
const said = (content: UploadContent): { fileName: string; size: number } => ({
  fileName: 'name' in content ? String(content.name) : 'file',
  size: 'size' in content ? content.size : 'byteLength' in content ? content.byteLength : 0,
});
