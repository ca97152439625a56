/** The start was broken off: whoever was still opening things goes no further. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** What must be closed again, newest first, whatever happened in between. */
export class Closers {
  private readonly pending: (() => Promise<void> | void)[] = [];
  private closing = false;

  /** Once closing has begun this throws `Interrupted`; what was opened meanwhile is closed by the next `closeAll`. */
  add(close: () => Promise<void> | void): void {
    this.pending.push(close);
    if (this.closing) throw new Interrupted();
  }

  /** Closes everything even when something refuses to close, then throws what went wrong. */
  async closeAll(): Promise<void> {
    this.closing = true;
    const faults: unknown[] = [];
    for (let close = this.pending.pop(); close !== undefined; close = this.pending.pop())
      try {
        await close();
      } catch (fault) {
        faults.push(fault);
      }
    if (faults.length > 0) throw new AggregateError(faults, 'not everything could be closed');
  }
}
