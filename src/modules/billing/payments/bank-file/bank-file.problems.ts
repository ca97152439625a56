import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

const BANK_FILE_FAULTS = {
  NO_TABLE: 'NO_TABLE',
  COLUMN_MISSING: 'COLUMN_MISSING',
  COLUMN_TWICE: 'COLUMN_TWICE',
  TOO_MANY_ROWS: 'TOO_MANY_ROWS',
  BROKEN_ROW: 'BROKEN_ROW',
} as const;
export type BankFileFault = keyof typeof BANK_FILE_FAULTS;
registerEnumType(BANK_FILE_FAULTS, {
  name: 'BankFileFault',
  description: 'Why a file of a bank cannot be read.',
});

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'No such file, not sent for this association as a `BANK_FILE`, or gone: all are the same answer.',
})
export class BankFileNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'Nothing of the file was taken.' })
export class BankFileUnreadable extends Problem {
  @Field(() => BANK_FILE_FAULTS)
  readonly fault: BankFileFault;

  @Field(() => String, {
    nullable: true,
    description: 'The column or the row that is meant; null for the whole file.',
  })
  readonly where: string | null;

  constructor(fault: BankFileFault, where: string | null = null) {
    super();
    this.fault = fault;
    this.where = where;
  }
}
