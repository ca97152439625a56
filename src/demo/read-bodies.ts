import { AssociationEntity, SectionEntity } from '../modules/associations/index.ts';
import { MembershipClassEntity } from '../modules/memberships/index.ts';
import type { Tx } from '../platform/database/database.ts';

/** What was put on file before, by the codes that this demonstration uses. */
export interface DemoBodies {
  /** When the demonstration is loaded, whatever dates it writes. */
  readonly now: Date;
  association(code: string): AssociationEntity;
  classId(association: string, code: string): string;
  sectionId(association: string, code: string): string;
}

export async function readBodies(tx: Tx, now: Date): Promise<DemoBodies> {
  const associations = await tx.find(AssociationEntity);
  const classes = await tx.find(MembershipClassEntity);
  const sections = await tx.find(SectionEntity);

  const association = (code: string): AssociationEntity =>
    found(
      associations.find(row => row.code === code),
      code,
    );
  const idIn = <Row extends { id: string; associationId: string; code: string }>(rows: Row[]) => {
    return (owner: string, code: string): string => {
      const { id } = association(owner);
      return found(
        rows.find(row => row.associationId === id && row.code === code),
        `${owner} ${code}`,
      ).id;
    };
  };
  return { now, association, classId: idIn(classes), sectionId: idIn(sections) };
}

function found<T>(row: T | undefined, name: string): T {
  if (row === undefined) throw new Error(`the demonstration lacks ${name}`);
  return row;
}
