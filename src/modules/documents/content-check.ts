import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { BadRequest } from '../../platform/graphql/faults.ts';
import { TextCheck } from './text-check.ts';
import type { UploadEntity } from './upload.entity.ts';
import { CSV_TYPE, RULES, type SeenType } from './upload-purpose.ts';

/** What tells the types apart stands at the beginning of a file. */
const HEAD_BYTES = 4_100;
/** Written in plain letters, and yet no table. The marks of other types may well be the first word of a table. */
const LETTERS_BUT_NO_TABLE: readonly string[] = [
  'application/pdf',
  'application/postscript',
  'application/rtf',
  'application/xml',
];

export interface SeenContent {
  readonly type: SeenType;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Lets content through that is what was announced: of that length, and of a type that its purpose takes, judged by the
 * bytes alone. Breaks off with the fault to answer at the first byte too many, and where it is something else.
 */
export class ContentCheck extends Transform {
  private readonly hash = createHash('sha256');
  private readonly text = new TextCheck();
  private head: Buffer[] | null = [];
  private passed = 0;
  private type: SeenType | null = null;
  private ended = false;

  constructor(private readonly announced: Pick<UploadEntity, 'size' | 'purpose' | 'declaredType'>) {
    super();
  }

  /** Of content that went through to its end. */
  seen(): SeenContent {
    if (this.type === null || !this.ended) throw new Error('the content has not come to its end');
    return { type: this.type, sha256: this.hash.digest('hex') };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length;
    if (this.passed > this.announced.size) {
      done(tooLong());
      return;
    }
    this.hash.update(chunk);
    if (this.takesTables()) this.text.feed(chunk);
    if (this.head === null) {
      done(null, chunk);
      return;
    }
    this.head.push(chunk);
    if (this.passed < HEAD_BYTES) {
      done();
      return;
    }
    this.judgeHead().then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    if (this.passed < this.announced.size) {
      done(tooShort());
      return;
    }
    this.judgeHead().then(() => {
      this.ended = true;
      done(this.takesTables() && !this.text.isText() ? wrongType() : null);
    }, done);
  }

  private async judgeHead(): Promise<void> {
    if (this.head === null) return;
    const head = Buffer.concat(this.head);
    this.head = null;
    this.type = await this.typeOf(head);
    if (this.type === null || (this.announced.declaredType ?? this.type) !== this.type) throw wrongType();
    this.push(head);
  }

  private async typeOf(head: Buffer): Promise<SeenType | null> {
    const mime: string | undefined = (await fileTypeFromBuffer(head))?.mime;
    if (this.takesTables()) return LETTERS_BUT_NO_TABLE.includes(mime ?? '') ? null : CSV_TYPE;
    return RULES[this.announced.purpose].types.find(type => type === mime) ?? null;
  }

  private takesTables(): boolean {
    return RULES[this.announced.purpose].types.includes(CSV_TYPE);
  }
}

export const tooLong = (): BadRequest => new BadRequest('UPLOAD_TOO_LONG', {}, 413);
export const tooShort = (): BadRequest => new BadRequest('UPLOAD_TOO_SHORT');
const wrongType = (): BadRequest => new BadRequest('UPLOAD_TYPE', {}, 415);
