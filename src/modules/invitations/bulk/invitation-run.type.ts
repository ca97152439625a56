import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { InvitationRowOutcome } from '../invitation.enums.ts';
import { invitationById } from '../invitation.loaders.ts';
import { Invitation } from '../invitation.type.ts';
import { InvitationRunState } from './invitation-run.enums.ts';
import { stateOfRun, type InvitationRunFacts, type RunFault } from './invitation-run.rows.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'How many rows came to an outcome.' })
export class InvitationRunCount {
  @Field(() => InvitationRowOutcome)
  readonly outcome!: InvitationRowOutcome;

  @Field(() => String, { description: 'The outcome in the language of the request.' })
  readonly label!: string;

  @Field(() => Int)
  readonly count!: number;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Why a file cannot be used.' })
export class InvitationRunFault {
  @Field(() => Int, { description: 'As a spreadsheet counts: the line of names is 1.' })
  readonly row: number;

  @Field(() => String, {
    nullable: true,
    description: 'As the file calls it; null where no column is meant.',
  })
  readonly column: string | null;

  @Field(() => String, { description: 'What it is, in words of the API.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is and what to do, in the language of the request.' })
  readonly message: string;

  constructor({ row, column, code }: RunFault, { wording }: Pick<Context, 'wording'>) {
    this.row = row;
    this.column = column;
    this.code = code;
    this.message = wording.of(`invitations.run.fault.${code}`);
  }
}

/** A row as it waits or was settled. */
export interface RunRowFacts {
  readonly row: number;
  readonly email: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly outcome: InvitationRowOutcome | null;
  readonly invitationId: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What becomes of one row.' })
export class InvitationRunRow {
  @Field(() => Int, {
    description:
      'In a file as a spreadsheet counts: the line of names is 1. In a selection its place by name, from 1.',
  })
  readonly row: number;

  @Field(() => String, { description: 'As the file writes it, or as it is on file; it may be empty.' })
  readonly email: string;

  @Field(() => String, { nullable: true, description: 'As the file writes it.' })
  readonly givenName: string | null;

  @Field(() => String, { nullable: true, description: 'As the file writes it.' })
  readonly familyName: string | null;

  @Field(() => InvitationRowOutcome, { nullable: true, description: 'Null as long as it waits.' })
  readonly outcome: InvitationRowOutcome | null;

  @Field(() => String, { description: 'The outcome, or that it waits, in the language of the request.' })
  readonly label: string;

  constructor(
    private readonly facts: RunRowFacts,
    { wording }: Pick<Context, 'wording'>,
  ) {
    this.row = facts.row;
    this.email = facts.email;
    this.givenName = facts.givenName;
    this.familyName = facts.familyName;
    this.outcome = facts.outcome;
    this.label = wording.of(
      facts.outcome === null ? 'invitations.run.waits' : `InvitationRowOutcome.${facts.outcome}`,
    );
  }

  @Field(() => Invitation, { nullable: true, description: 'The new one, or the one that was there before.' })
  async invitation(@Ctx() context: Context): Promise<Invitation | null> {
    const { invitationId } = this.facts;
    const row = invitationId === null ? null : await context.load(invitationById, invitationId);
    return row && new Invitation(row);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Invitations to many, sent row by row. For staff with role ADMIN or MEMBERSHIP, through an internal tool.',
})
export class InvitationRun extends Node {
  @Field(() => InvitationRunState)
  readonly state: InvitationRunState;

  @Field(() => Int, { nullable: true, description: 'How many rows it has; null until they are read.' })
  readonly total: number | null;

  @Field(() => Int, { description: 'How many rows have an outcome.' })
  readonly done: number;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was stopped; null while it goes on.' })
  readonly stoppedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly endedAt: Date | null;

  constructor(readonly facts: InvitationRunFacts) {
    super({ kind: 'InvitationRun', id: facts.id });
    this.state = stateOfRun(facts);
    this.total = facts.total;
    this.done = Object.values(facts.counts).reduce((sum, count) => sum + count, 0);
    this.askedAt = facts.askedAt;
    this.stoppedAt = facts.stoppedAt;
    this.endedAt = facts.endedAt;
  }

  @Field(() => [InvitationRunCount], { description: 'Those that at least one row came to.' })
  counts(@Ctx() { wording }: Context): InvitationRunCount[] {
    return Object.values(InvitationRowOutcome).flatMap(outcome => {
      const count = this.facts.counts[outcome];
      const label = wording.of(`InvitationRowOutcome.${outcome}`);
      return count ? Object.assign(new InvitationRunCount(), { outcome, label, count }) : [];
    });
  }

  @Field(() => InvitationRunFault, { nullable: true, description: 'Null unless the file cannot be used.' })
  fault(@Ctx() context: Context): InvitationRunFault | null {
    return this.facts.fault && new InvitationRunFault(this.facts.fault, context);
  }
}
