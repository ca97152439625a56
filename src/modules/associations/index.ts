/**
 * The tree of bodies, and what each of them decides for its people.
 *
 * Responsible for: associations with their names, brand, languages, policies and support; the documents that are
 * accepted when an account is opened; sections; who is staff where, what each role may do
 * and how far that reaches; what an independent body lets those above it see; whom the operator made
 * a realm administrator; the settings that its administrators decide.
 * Not responsible for: who is signed in (accounts), which program calls (integrations), member organizations and
 * what they do in a section (organizations), classes (memberships).
 */
import { AssociationDocumentEntity } from './association-document.entity.ts';
import { AssociationEntity } from './association.entity.ts';
import { AssociationResolver } from './association.graphql.ts';
import { associationsNodes } from './associations.nodes.ts';
import { associationsWordingEn } from './associations.wording.en.ts';
import { associationsWordingFr } from './associations.wording.fr.ts';
import { AssociationsResolver } from './associations.graphql.ts';
import { RealmAdministratorEntity } from './realm-administrators/realm-administrator.entity.ts';
import { SectionEntity } from './section.entity.ts';
import { AssociationSettingsResolver } from './settings/association-settings.graphql.ts';
import { UpdateAssociationSettingsResolver } from './settings/update-association-settings.graphql.ts';
import { EndSharingAgreementResolver } from './sharing/end-sharing-agreement.graphql.ts';
import { RecordSharingAgreementResolver } from './sharing/record-sharing-agreement.graphql.ts';
import { SharingAgreementEntity } from './sharing/sharing-agreement.entity.ts';
import {
  AssociationSharingResolver,
  SharingAgreementResolver,
} from './sharing/sharing-agreements.graphql.ts';
import { StaffAssignmentEntity } from './staff-assignment.entity.ts';
import { StaffAssignmentResolver } from './staff-assignment.graphql.ts';

export { AssociationDocumentEntity, AssociationEntity, SectionEntity, StaffAssignmentEntity };
export {
  AssociationKind,
  DocumentKind,
  IdentifierPolicy,
  LanguagePolicy,
  type InvitationMismatch,
  type RecoveryPolicy,
  type UsernameCase,
} from './association.enums.ts';
export { StaffReach, StaffRole } from './staff.enums.ts';
export { Association, associationView, Brand } from './association.type.ts';
export { Section } from './section.type.ts';
export { ShownDocument } from './shown-document.type.ts';
export { StaffAssignment, type StaffAssignmentFacts } from './staff-assignment.type.ts';
export { Realm, RealmMode } from './realm.type.ts';
export { associationById, childrenOf, sectionsOfAssociation } from './association.loaders.ts';
export { associationByCode, associationInReach, associationOfClient } from './find-association.ts';
export { isAtOrBelow } from './is-at-or-below.ts';
export { documentsInForce } from './documents-in-force.ts';
export { RESET_LINK_MINUTES } from './settings/association-settings.ts';
export { PasswordProfileKind } from './settings/association-settings.enums.ts';
export { inLanguage } from './in-language.ts';
export { officeLanguage } from './office-language.ts';
export { extendsToOwn, mayAct, type StaffAction, type StaffRights } from './staff-action.policy.ts';
export { isSomebodyElse, needsSecondPerson, type SecondPersonAbove } from './second-person.policy.ts';
export { senderOf } from './sender-of.ts';
export {
  assignmentsOfActor,
  bodyForStaff,
  hasBeenStaffSince,
  mayAsStaff,
  mayManageStaff,
  staffRoleRests,
  staffRolesAt,
} from './staff-rights.ts';
export { whatIsShared } from './sharing/what-is-shared.ts';
export type { SharedKind } from './sharing/sharing.policy.ts';
export { hasRightsElsewhere } from './staff-elsewhere.ts';
export { isRealmAdministrator, realmAdministratorsAmong } from './realm-administrators/administers-realm.ts';
export {
  appointRealmAdministrator,
  dismissRealmAdministrator,
} from './realm-administrators/appoint-realm-administrator.ts';
export { takeOverRealmAdministration } from './realm-administrators/take-over-realm-administration.ts';
export { supportOf, supportPhonesOf } from './support-of.ts';
export { addAssociation, usePagesOf, type NewAssociation } from './add-association.ts';
export { addAssociationDocument, type NewAssociationDocument } from './add-association-document.ts';
export { addSection, type NewSection } from './add-section.ts';
export { covers, isInForce, leftWithout, type Grant, type TreeNode } from './association.policy.ts';
export { holdTree } from './hold-tree.ts';
export { staffAssignmentById } from './staff-assignment.loaders.ts';
export { takeOverStaffAssignments } from './take-over-staff-assignments.ts';
export { endStaffAssignment } from './end-staff-assignment.ts';
export { assignStaff, type NewStaffAssignment } from './assign-staff.ts';
export { associationsNodes, associationsWordingEn, associationsWordingFr };

export const associationsEntities: readonly Function[] = [
  AssociationEntity,
  AssociationDocumentEntity,
  SectionEntity,
  StaffAssignmentEntity,
  RealmAdministratorEntity,
  SharingAgreementEntity,
];
export const associationsResolvers: readonly Function[] = [
  AssociationResolver,
  AssociationsResolver,
  StaffAssignmentResolver,
  AssociationSettingsResolver,
  UpdateAssociationSettingsResolver,
  RecordSharingAgreementResolver,
  EndSharingAgreementResolver,
  AssociationSharingResolver,
  SharingAgreementResolver,
];
