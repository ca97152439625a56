import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toPublicId, type OrganizationId, type PersonId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { ImportKind, ImportSeverity } from './import.enums.ts';
import type { ImportFindingRow } from './import-finding.rows.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Something about a row of the file.' })
export class ImportFinding {
  @Field(() => ImportSeverity)
  readonly severity: ImportSeverity;

  @Field(() => Int, { description: 'As a spreadsheet counts: the line of names is 1.' })
  readonly row: number;

  @Field(() => String, {
    nullable: true,
    description: 'As the file calls it; null when the whole row is meant.',
  })
  readonly column: string | null;

  @Field(() => String, { description: 'What it is, in words of the API.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is and what to do, in the language of the request.' })
  readonly message: string;

  @Field(() => Int, { nullable: true, description: 'The row before it that it does not fit, or looks like.' })
  readonly otherRow: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The `Person` or `Organization` on file that the row looks like.',
  })
  readonly recordId: string | null;

  constructor(row: ImportFindingRow, kind: ImportKind, { wording }: Pick<Context, 'wording'>) {
    this.severity = row.severity;
    this.row = row.row;
    this.column = row.column;
    this.code = row.sentence.split('.').at(-1) ?? row.sentence;
    this.message = wording.of(row.sentence, row.values);
    this.otherRow = row.otherRow;
    this.recordId = row.recordId && publicIdOf(kind, row.recordId);
  }
}

const publicIdOf = (kind: ImportKind, id: string): string =>
  kind === ImportKind.ORGANIZATIONS
    ? toPublicId('Organization', id as OrganizationId)
    : toPublicId('Person', id as PersonId);
