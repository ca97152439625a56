import type { FastifyReply } from 'fastify';
import type { InteractionResults } from 'oidc-provider';
import type { SigningIn } from './signing-in.ts';

/** Hands what came of the page to the provider, which sends the browser back to the site. */
export async function goOn(
  { provider, interaction }: SigningIn,
  reply: FastifyReply,
  result: InteractionResults,
): Promise<FastifyReply> {
  const before = interaction.session;
  // Somebody else takes over this browser. The provider would ask a script to sign the former person out first.
  if (before !== undefined && result.login && before.accountId !== result.login.accountId) {
    const session = await provider.Session.findByUid(before.uid);
    await session?.destroy();
    Object.assign(interaction, { session: undefined });
  }
  interaction.result = result;
  await interaction.persist();
  return reply.redirect(interaction.returnTo, 303);
}
