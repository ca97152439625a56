import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { RULES } from '../upload-purpose.ts';
import { linkToRead, UploadLink } from '../upload.type.ts';
import { ExportKind, ExportState } from './export.enums.ts';
import type { FoundExportJob } from './export-job.rows.ts';

const KEPT_MS = RULES.EXPORT.unusedDays * 24 * 3_600_000;

const keptUntil = ({ receivedAt }: FoundExportJob): Date | null =>
  receivedAt && new Date(receivedAt.getTime() + KEPT_MS);

function stateOf(row: FoundExportJob, now: Date): ExportState {
  if (row.endedWhy === 'FAILED') return ExportState.FAILED;
  if (row.endedWhy === null) return row.attempts === 0 ? ExportState.WAITING : ExportState.WRITING;
  const until = keptUntil(row);
  return until !== null && now < until ? ExportState.DONE : ExportState.EXPIRED;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A table that was asked for: CSV in UTF-8 with a byte order mark, in the language of whoever asked, with semicolons in French and commas in English. For whoever may read what it holds.',
})
export class ExportJob extends Node {
  @Field(() => ExportKind)
  readonly kind: ExportKind;

  @Field(() => ExportState)
  readonly state: ExportState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What it holds begins then; null at the beginning.',
  })
  readonly from: Date | null;

  @Field(() => DateTimeScalar, { description: 'What it holds ends before then.' })
  readonly to: Date;

  @Field(() => Int, { nullable: true, description: 'Without the line of names; null until it is done.' })
  readonly rows: number | null;

  @Field(() => Int, { nullable: true, description: 'Of the table in bytes; null unless it is `DONE`.' })
  readonly size: number | null;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly endedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the table is kept; null unless it is `DONE`.',
  })
  readonly expiresAt: Date | null;

  constructor(
    readonly facts: FoundExportJob,
    now: Date,
  ) {
    super({ kind: 'ExportJob', id: facts.id });
    this.kind = facts.kind;
    this.state = stateOf(facts, now);
    const isThere = this.state === ExportState.DONE;
    this.from = facts.fromAt;
    this.to = facts.toAt;
    this.rows = facts.endedWhy === 'DONE' ? facts.rows : null;
    this.size = isThere ? facts.size : null;
    this.askedAt = facts.askedAt;
    this.endedAt = facts.endedAt;
    this.expiresAt = isThere ? keptUntil(facts) : null;
  }
}

@Resolver(() => ExportJob)
export class ExportLinkResolver {
  @FieldResolver(() => UploadLink, {
    nullable: true,
    description:
      'Where to fetch the table, for 5 minutes; who may is asked again by each download, which is in the audit trail. Null unless it is `DONE`.',
  })
  link(@Root() { state, facts: { uploadId } }: ExportJob, @Ctx() context: Context): UploadLink | null {
    return state === ExportState.DONE && uploadId !== null ? linkToRead(context, uploadId) : null;
  }
}
