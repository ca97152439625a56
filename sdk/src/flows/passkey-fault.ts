import { notRefused } from './refusal.ts';

/** `CANCELLED`: the person closed the browser's window, or has nothing that fits. `KNOWN_HERE`: the device has one already. */
export type PasskeyFault = 'CANCELLED' | 'KNOWN_HERE';

export const noFault = { passkeyFault: null } as const;

/** Lets the browser ask for a passkey: what it throws at the person's no is no fault of the page. */
export async function readPasskey<Change extends object>(
  work: () => Promise<Change>,
): Promise<Change | (typeof notRefused & { readonly passkeyFault: PasskeyFault })> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { ...notRefused, passkeyFault: error.name === 'InvalidStateError' ? 'KNOWN_HERE' : 'CANCELLED' };
  }
}
