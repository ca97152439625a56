import type { NewAssociation, NewSection } from '../../modules/associations/index.ts';

/** One body of the demonstration, with what belongs to it alone. */
export interface DemoBody {
  readonly association: Omit<NewAssociation, 'parent'>;
  /** The code of the body above; null for the top of a tree. */
  readonly parent: string | null;
  readonly sections: readonly Omit<NewSection, 'associationId'>[];
}
