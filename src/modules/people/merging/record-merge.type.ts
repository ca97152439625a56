import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import { toPublicId, type OrganizationId, type PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { isSomebodyElse, mayAsStaff } from '../../associations/index.ts';
import { mergingOf } from './hold-pair.ts';
import { stateOfMerge, undoUntil } from './merge-state.ts';
import { MergedKind, RecordMergeState } from './merging.enums.ts';
import { nameIn } from './merging.ports.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';

/** What a view of a merge is made from: the trail stays where it is. */
export type RecordMergeFacts = Omit<
  RecordMergeEntity,
  'trail' | 'taken' | 'doneBy' | 'undoneBy' | 'undoneWhy'
>;

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do with a merge. Nobody does anything about their own record.',
})
export class RecordMergeActions {
  @Field(() => Boolean, { description: 'It waits for a second person, and they are one.' })
  readonly approve: boolean;

  @Field(() => Boolean, { description: 'It waits for a second person still.' })
  readonly withdraw: boolean;

  @Field(() => Boolean, {
    description:
      'It was done, and its days are not over. `undoMerge` still refuses where something has changed.',
  })
  readonly undo: boolean;

  constructor(actions: Readonly<Record<'approve' | 'withdraw' | 'undo', boolean>>) {
    this.approve = actions.approve;
    this.withdraw = actions.withdraw;
    this.undo = actions.undo;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Two records that became one, or are to: the kept one has what both had, the other is shown no more. For staff with role ADMIN or MEMBERSHIP.',
})
export class RecordMerge extends Node {
  @Field(() => MergedKind)
  readonly kind: MergedKind;

  @Field(() => RecordMergeState)
  readonly state: RecordMergeState;

  @Field(() => ID, { description: 'The id of the `Person` or `Organization` that stays.' })
  readonly keptId: string;

  @Field(() => String, { description: 'As it was named when the merge was asked for.' })
  readonly keptName: string;

  @Field(() => ID, {
    description: 'The id of the other one. While the two are one, nothing is found by it.',
  })
  readonly otherId: string;

  @Field(() => String, { description: 'As it was named when the merge was asked for.' })
  readonly otherName: string;

  @Field(() => String)
  readonly reason: string;

  @Field(() => Int, { description: 'How many records the other one carried, mails aside.' })
  readonly records: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  readonly preparedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it took effect.' })
  readonly doneAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when `undoMerge` makes them two again. Null while it is not in effect.',
  })
  readonly undoUntil: Date | null;

  constructor(
    readonly facts: RecordMergeFacts,
    locale: Context['locale'],
  ) {
    super({ kind: 'RecordMerge', id: facts.id });
    const idOf = (id: string): string =>
      facts.kind === 'PERSON'
        ? toPublicId('Person', id as PersonId)
        : toPublicId('Organization', id as OrganizationId);
    this.kind = MergedKind[facts.kind];
    this.state = stateOfMerge(facts);
    this.keptId = idOf(facts.keptId);
    this.keptName = nameIn(facts.names.kept, locale);
    this.otherId = idOf(facts.otherId);
    this.otherName = nameIn(facts.names.other, locale);
    this.reason = facts.reason;
    this.records = facts.records;
    this.preparedAt = facts.preparedAt;
    this.doneAt = facts.doneAt;
    this.undoUntil =
      facts.doneAt !== null && this.state === RecordMergeState.DONE ? undoUntil(facts.doneAt) : null;
  }

  @Field(() => RecordMergeActions)
  async viewerCan(@Ctx() context: Context): Promise<RecordMergeActions> {
    const { associationId, kind, keptId, otherId, preparedBy } = this.facts;
    const may =
      (await mayAsStaff(context, 'MERGE_RECORDS', associationId)) &&
      !(await mergingOf(context, kind).isOwn(context, [keptId, otherId]));
    const isOpen = may && this.state === RecordMergeState.PREPARED;
    return new RecordMergeActions({
      approve: isOpen && isSomebodyElse(preparedBy, context.actor?.accountId),
      withdraw: isOpen,
      undo: may && this.undoUntil !== null && context.clock.now() <= this.undoUntil,
    });
  }
}
