import type { Page } from 'playwright-core';

/** A device that makes passkeys for this window, and asks for the finger by itself. */
export async function plugIn(page: Page): Promise<{ refuse(): Promise<void>; allow(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const verified = async (isUserVerified: boolean): Promise<void> => {
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  };
  return { refuse: () => verified(false), allow: () => verified(true) };
}
