import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type AssociationId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { mayAsStaff } from '../../associations/index.ts';
import type { OrganizationFormerNameEntity } from './organization-former-name.entity.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A legal name that an organization had. It is still found by it.',
})
export class FormerLegalName {
  @Field(() => LocalizedText)
  readonly names: LocalizedText;

  @Field(() => DateScalar, { description: 'The last day on which it had it.' })
  readonly to: LocalDate;

  constructor(
    private readonly row: OrganizationFormerNameEntity,
    private readonly associationId: AssociationId,
  ) {
    this.names = localized(row.legalName, row.legalNameEn ?? row.legalName);
    this.to = addDays(row.untilOn, -1);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What shows the change, as staff recorded it. For staff who read files; null for anybody else, and where an import brought it.',
  })
  async document(@Ctx() context: Context): Promise<string | null> {
    return (await this.mayReadDocument(context)) ? this.row.document : null;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Of the document itself (`upload`), for the same; null without one.',
  })
  async uploadId(@Ctx() context: Context): Promise<string | null> {
    const { uploadId } = this.row;
    return uploadId && (await this.mayReadDocument(context)) ? toPublicId('Upload', uploadId) : null;
  }

  private mayReadDocument(context: Context): Promise<boolean> {
    return mayAsStaff(context, 'READ_FILES', this.associationId);
  }
}
