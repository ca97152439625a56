import {
  addAssociation,
  addAssociationDocument,
  addSection,
  DocumentKind,
  type AssociationEntity,
} from '../modules/associations/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { demoBodies } from './bodies/index.ts';

/** What was added, by its code. */
export type AddedBodies = (code: string) => AssociationEntity;

const IN_FORCE_FROM = new Date('2026-01-01T05:00:00Z');

/** Puts every body into its tree, with its sections; the texts of the top hold below it. */
export async function addDemoBodies(parts: Parts, tx: Tx): Promise<AddedBodies> {
  const added = new Map<string, AssociationEntity>();
  const bodyOf: AddedBodies = code => {
    const body = added.get(code);
    if (!body) throw new Error(`the demonstration has no body called ${code}`);
    return body;
  };
  for (const { association: facts, parent, sections } of demoBodies) {
    const above = parent === null ? null : bodyOf(parent);
    // Whoever tries the demonstration signs in with the password that stands in the guide, and nothing else.
    const association = await addAssociation(parts, tx, { ...facts, factorRoles: [], parent: above });
    added.set(facts.code, association);
    for (const section of sections)
      await addSection(parts, tx, { ...section, associationId: association.id });
    if (above === null) await addTexts(parts, tx, association);
  }
  return bodyOf;
}

/** Where they can be read depends on where the example site is. */
async function addTexts(
  parts: Parts,
  tx: Tx,
  { id, websiteFr, websiteEn }: AssociationEntity,
): Promise<void> {
  for (const kind of Object.values(DocumentKind)) {
    await addAssociationDocument(parts, tx, {
      associationId: id,
      kind,
      version: '2026-01',
      urlFr: websiteFr,
      urlEn: websiteEn,
      inForceFrom: IN_FORCE_FROM,
    });
  }
}
