/** What a page offers where mail can be slow. */
export interface Resending {
  /** True once the service allows to send the mail again. */
  readonly maySendAgain: boolean;
}

/** Turns `maySendAgain` true after so many seconds, counted from the latest call. */
export function createResend(change: (part: Resending) => unknown): (seconds: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return seconds => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ maySendAgain: true }), seconds * 1000);
    // It must not keep a program running that has nothing else to do.
    (timer as { unref?: () => void }).unref?.();
  };
}
