import { inviting } from '../invitations/run-operations.ts';
import type { Asked, Portal } from '../support/portal.ts';

/** One with a row that bears the mark of its body, and that no mail leaves for. */
export async function furnishInvitationRun(
  portal: Portal,
  office: { readonly associationId: string; readonly asked: Asked },
  mark: string,
): Promise<string> {
  const { id } = await inviting(portal, office, `courriel,prénom,nom,langue\nconvive-${mark},Ida,Roy,fr\n`);
  await portal.runDue();
  return id;
}
