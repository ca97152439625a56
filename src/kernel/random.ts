/** Gives that many unpredictable bytes. The kernel reads no machine, so whoever needs chance is handed it. */
export type Random = (bytes: number) => Uint8Array;
