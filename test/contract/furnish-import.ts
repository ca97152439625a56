import { asking } from '../imports/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';

/** One with a finding that bears the mark of its body. */
export async function furnishImport(
  portal: Portal,
  office: { readonly associationId: string; readonly asked: Asked },
  mark: string,
): Promise<string> {
  const file = `identifiant,prénom,nom,langue,${mark}\n`;
  const { importRun } = await asking(portal, office, file, { source: mark, mode: 'DRY_RUN' });
  await portal.runDue();
  return importRun.id;
}
