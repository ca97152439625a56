import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier, PlainText } from '../../platform/graphql/validators.ts';
import { createUpload } from './create-upload.ts';
import { LONGEST_FILE_NAME } from './file-name.ts';
import { sendingUrl } from './upload-link.ts';
import { UploadEntity } from './upload.entity.ts';
import { UploadNotAllowed, UploadQuotaReached } from './upload.problems.ts';
import { UploadPurpose } from './upload-purpose.ts';
import { Upload } from './upload.type.ts';

@InputType()
export class CreateUploadInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The association that the file is for; that of the calling client when left out.',
  })
  @Identifier()
  associationId?: string | null;

  @Field(() => UploadPurpose)
  purpose!: UploadPurpose;

  @Field(() => String, { description: 'Without a path, with its ending. At most 200 characters.' })
  @PlainText(LONGEST_FILE_NAME)
  fileName!: string;

  @Field(() => Int, { description: 'In bytes: exactly as many are taken.' })
  size!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The type that the content must turn out to be, such as `application/pdf`; any that the purpose takes when left out.',
  })
  contentType?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A header of an HTTP request.' })
export class HttpHeader {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The file is announced: send its bytes as the body of one HTTP request to `url`. 204 says that it was received; whatever else is answered, nothing of it was kept, and it can be sent again until `expiresAt`.',
})
export class CreateUploadSuccess {
  @Field(() => Upload)
  upload!: Upload;

  @Field(() => String, {
    description: 'Signed for this one file, without a session: whoever holds it can send the file.',
  })
  url!: string;

  @Field(() => String, { description: 'The method of the request: `PUT`.' })
  method!: string;

  @Field(() => [HttpHeader], { description: 'The headers of the request.' })
  headers!: HttpHeader[];

  @Field(() => Date)
  expiresAt!: Date;
}

export const CreateUploadResult = createUnionType({
  name: 'CreateUploadResult',
  types: () =>
    [CreateUploadSuccess, InvalidInput, UploadNotAllowed, UploadQuotaReached, IdempotencyKeyReused] as const,
});

@Resolver()
export class CreateUploadResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => CreateUploadResult, {
    description:
      'Announces a file and answers where to send it within 15 minutes. Its type is judged by its content when it comes.',
  })
  @AnswerProblems()
  async createUpload(
    @Ctx() context: Context,
    @Arg('input', () => CreateUploadInput) input: CreateUploadInput,
  ): Promise<typeof CreateUploadResult> {
    const id = await createUpload(context, {
      associationId: input.associationId ?? null,
      purpose: input.purpose,
      fileName: input.fileName,
      size: input.size,
      contentType: input.contentType ?? null,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    const row = await context.db.entities.findOneByOrFail(UploadEntity, { id });
    return Object.assign(new CreateUploadSuccess(), {
      upload: new Upload(row, context.clock.now()),
      url: sendingUrl(context, row),
      method: 'PUT',
      headers: [{ name: 'content-type', value: row.declaredType ?? 'application/octet-stream' }],
      expiresAt: row.expiresAt,
    });
  }
}
