/**
 * People on file: who they are, how to reach them, and which account is theirs.
 *
 * Responsible for: records of persons, their own profile, attaching an account to a record, and asking staff when
 * two records seem to be one person; who is put on the staff, as somebody on file.
 * Not responsible for: signing in and its addresses (accounts), acting for an organization (organizations), being a
 * member (memberships).
 */
import type { SendAgainByLetter } from '../../platform/mail/index.ts';
import { addressesResolvers, PersonAddressEntity } from './addresses/index.ts';
import { MergeTaskEntity } from './merge-task.entity.ts';
import { PersonAddressReplacementResolver } from './person-address-replacement.graphql.ts';
import { PersonEntity } from './person.entity.ts';
import { PersonLoginResolver } from './person-login.graphql.ts';
import { PersonSecondFactorResetResolver } from './person-second-factor-reset.graphql.ts';
import { mergingLetters, mergingResolvers, mergingSendAgain, RecordMergeEntity } from './merging/index.ts';
import { staffLetters, staffResolvers, staffSendAgain } from './staff/index.ts';
import { UpdateProfileResolver } from './update-profile.graphql.ts';

export { MergeTaskEntity, PersonEntity };
export { putPersonAddresses, type PersonAddressFacts } from './addresses/index.ts';
export { Delegate, Person, type PersonFacts } from './person.type.ts';
export { actingPerson, displayNameOf, personSearchKey } from './person.ts';
export { personById, personsOfAccount, personsOfActor } from './person.loaders.ts';
export { accountHolder } from './account-holder.ts';
export { addPerson, addPersons, type NewPerson } from './add-person.ts';
export { attachAccount, type Attachment } from './attach-account.ts';
export { handPersonOver } from './hand-person-over.ts';
export { isOwnPerson, personFor } from './person-in-care.ts';
export { noteDeath } from './note-death.ts';
export { PersonNotFound } from './person.problems.ts';
export {
  CarriedThing,
  judgeAssociations,
  MergeAlreadyPrepared,
  MergeBillsTwice,
  MergeNeedsOneMembership,
  mergeRecords,
  mergingNodes as peopleNodes,
  mergingPorts,
  nameIn,
  personMerging,
  readReason,
  RecordMerge,
  recordMergeAfter,
  takeColumns,
  takeOverMerges,
  type Judged,
  type Merging,
  type MovedTable,
  type Mover,
  type Names,
  type Pair,
  type Told,
} from './merging/index.ts';
export { mailToPerson } from './mail-to-person.ts';
export { nameOnFile } from './name-on-file.ts';
export { namesOfAccount } from './names-of-account.ts';
export { recoveryClaimsOfPeople } from './recovery-claims.ts';
export { openMergeTask } from './open-merge-task.ts';
export { takeOverPersons } from './take-over-persons.ts';
export { readTypedPhone, LONGEST_EXTENSION, LONGEST_PHONE } from './profile.ts';
export { UpdateProfileSuccess } from './update-profile.graphql.ts';
export {
  attachStagedAccounts,
  contactsThatOpen,
  lockChangedPersons,
  lockStagedPersons,
  personsAlikeInFile,
  personsAlikeOnFile,
  personsChangedHere,
  personsWithAccount,
  readStagedPerson,
  writeStagedPersons,
} from './importing/index.ts';
export { peopleWordingEn } from './people.wording.en.ts';
export { peopleWordingFr } from './people.wording.fr.ts';

export const peopleEntities: readonly Function[] = [
  PersonEntity,
  PersonAddressEntity,
  MergeTaskEntity,
  RecordMergeEntity,
];
export const peopleResolvers: readonly Function[] = [
  UpdateProfileResolver,
  PersonLoginResolver,
  PersonAddressReplacementResolver,
  PersonSecondFactorResetResolver,
  ...addressesResolvers,
  ...staffResolvers,
  ...mergingResolvers,
];

export const peopleLetters = [...staffLetters, ...mergingLetters] as const;
export const peopleSendAgain: SendAgainByLetter = { ...staffSendAgain, ...mergingSendAgain };
