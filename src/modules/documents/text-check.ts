/** Tabs and line breaks are text; every other control, NUL above all, is a sign of something else. */
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FIRST_VISIBLE = 0x20;
/** The five bytes that Windows-1252 has no character for. */
const UNDEFINED_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Judges chunk by chunk whether content is text, in UTF-8 or in Windows-1252. */
export class TextCheck {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private is1252 = true;
  private hasControls = false;

  feed(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte < FIRST_VISIBLE && byte !== LINE_FEED && byte !== CARRIAGE_RETURN && byte !== TAB)
        this.hasControls = true;
      else if (byte > 0x7f && UNDEFINED_IN_1252.has(byte)) this.is1252 = false;
    }
    this.decode(chunk, true);
  }

  /** Asked once, when all of it was fed. */
  isText(): boolean {
    this.decode(new Uint8Array(), false);
    return !this.hasControls && (this.isUtf8 || this.is1252);
  }

  private decode(chunk: Uint8Array, stream: boolean): void {
    if (!this.isUtf8) return;
    try {
      this.decoder.decode(chunk, { stream });
    } catch {
      this.isUtf8 = false;
    }
  }
}
