import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toPublicId } from '../../kernel/id.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ImportKind, ImportMode, ImportState } from './import.enums.ts';
import type { ImportRunRow } from './import-run.rows.ts';

export function stateOf({ startedAt, writingAt, endedWhy }: ImportRunRow): ImportState {
  if (endedWhy !== null) return ImportState[endedWhy];
  if (startedAt === null) return ImportState.WAITING;
  return writingAt === null ? ImportState.READING : ImportState.WRITING;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What becomes of the rows that were judged: written, or would be by a run that writes.',
})
export class ImportCounts {
  @Field(() => Int, { description: 'Records that are new.' })
  readonly created!: number;

  @Field(() => Int, { description: 'Records of which the row says something else than last time.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Rows that say what they said last time: they change nothing.' })
  readonly unchanged!: number;

  @Field(() => Int, { description: 'Rows that are left out on purpose; a notice says why.' })
  readonly heldOut!: number;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An import of a file. For staff with role ADMIN or MEMBERSHIP, through an internal tool.',
})
export class ImportRun extends Node {
  @Field(() => ImportKind)
  readonly kind: ImportKind;

  @Field(() => ImportMode)
  readonly mode: ImportMode;

  @Field(() => String, { description: 'The system whose ids stand in the file.' })
  readonly source: string;

  @Field(() => ID, {
    description: 'The file, which `startImport` takes again from whoever sent it, as long as it is kept.',
  })
  readonly uploadId: string;

  @Field(() => ImportState)
  readonly state: ImportState;

  @Field(() => Int, { description: 'How much of the file has been read, from 0 to 100.' })
  readonly percentRead: number;

  @Field(() => Int, { description: 'Without the line of names and blank lines.' })
  readonly rowsRead: number;

  @Field(() => ImportCounts, { nullable: true, description: 'Null as long as the rows are not judged.' })
  readonly counts: ImportCounts | null;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly endedAt: Date | null;

  constructor(readonly facts: ImportRunRow) {
    super({ kind: 'ImportRun', id: facts.id });
    this.kind = facts.kind;
    this.mode = facts.mode;
    this.source = facts.source;
    this.uploadId = toPublicId('Upload', facts.uploadId);
    this.state = stateOf(facts);
    this.percentRead = Math.floor((100 * facts.bytesRead) / Math.max(1, facts.bytesTotal));
    this.rowsRead = facts.rowsRead;
    this.counts = facts.endedWhy === 'DONE' || facts.endedWhy === 'FAULTY' ? countsOf(facts) : null;
    this.askedAt = facts.askedAt;
    this.endedAt = facts.endedAt;
  }
}

const countsOf = ({ created, changed, unchanged, heldOut }: ImportRunRow): ImportCounts =>
  Object.assign(new ImportCounts(), { created, changed, unchanged, heldOut });
