/** A room of organizations: who stands for an estate, a trust, a company or a protected person, by which document. */
import { EndRepresentationResolver } from './end-representation.graphql.ts';
import { RecordRepresentationResolver } from './record-representation.graphql.ts';
import { RepresentationEntity } from './representation.entity.ts';
import { representationEnded, representationRecorded } from './representation.mails.ts';
import {
  OrganizationRepresentationsResolver,
  PersonRepresentationsResolver,
} from './representations.graphql.ts';

export { isRepresented } from './is-represented.ts';
export { findRepresentation, ownRepresentations } from './own-representations.ts';
export { withRepresentatives } from './recovery-names.ts';
export { Representation } from './representation.type.ts';

export const representationsEntities: readonly Function[] = [RepresentationEntity];
export const representationsResolvers: readonly Function[] = [
  RecordRepresentationResolver,
  EndRepresentationResolver,
  PersonRepresentationsResolver,
  OrganizationRepresentationsResolver,
];
export const representationsLetters = [representationRecorded, representationEnded] as const;
