/**
 * A room of people: two records that become one, and two again.
 *
 * Responsible for: preparing, approving, doing and undoing merges of persons and, through the ports, of organizations;
 * the trail of what a merge changed; the tasks in which staff are asked.
 * Not responsible for: what other modules keep of a person or an organization: each brings a `Mover` for its own rows.
 */
import { allAsTheyWere, type SendAgainByLetter } from '../../../platform/mail/index.ts';
import { ApproveMergeResolver } from './approve-merge.graphql.ts';
import { DismissMergeTaskResolver } from './dismiss-merge-task.graphql.ts';
import { personRecordsJoined, personRecordsSeparated } from './merge.mails.ts';
import { MergePersonsResolver } from './merge-persons.graphql.ts';
import { MergesResolver } from './merge-tasks.graphql.ts';
import { UndoMergeResolver } from './undo-merge.graphql.ts';
import { WithdrawMergeResolver } from './withdraw-merge.graphql.ts';

export { CarriedThing } from './merging.enums.ts';
export {
  mergingPorts,
  nameIn,
  type Merging,
  type MovedTable,
  type Mover,
  type Names,
  type Pair,
  type Told,
} from './merging.ports.ts';
export {
  MergeAlreadyPrepared,
  MergeBillsTwice,
  MergeNeedsOneMembership,
  MergeOfOwnRecord,
} from './merging.problems.ts';
export { mergeRecords, readReason, type Judged } from './merge-records.ts';
export { judgeAssociations } from './merge-persons.ts';
export { mergingNodes } from './merging.nodes.ts';
export { takeColumns } from './people-movers.ts';
export { personMerging } from './person-merging.ts';
export { recordMergeAfter } from './record-merge-after.ts';
export { RecordMergeEntity } from './record-merge.entity.ts';
export { RecordMerge } from './record-merge.type.ts';
export { takeOverMerges } from './take-over-merges.ts';

export const mergingResolvers: readonly Function[] = [
  MergePersonsResolver,
  ApproveMergeResolver,
  WithdrawMergeResolver,
  UndoMergeResolver,
  DismissMergeTaskResolver,
  MergesResolver,
];
export const mergingLetters = [personRecordsJoined, personRecordsSeparated] as const;
/** None holds a secret. */
export const mergingSendAgain: SendAgainByLetter = allAsTheyWere(mergingLetters);
