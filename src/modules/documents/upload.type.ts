import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type UploadId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { actorOf } from '../accounts/index.ts';
import { readingUrl, READ_MINUTES } from './upload-link.ts';
import { UploadPurpose } from './upload-purpose.ts';
import { stateOf, UploadState } from './upload-state.ts';
import type { UploadEntity } from './upload.entity.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'An address from which a file can be fetched.',
})
export class UploadLink {
  @Field(() => String, {
    description:
      'It speaks for the session that asked for it, and works as long as that may read the file. Not to be passed on.',
  })
  readonly url: string;

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(url: string, expiresAt: Date) {
    this.url = url;
    this.expiresAt = expiresAt;
  }
}

/** For the session that asks. */
export function linkToRead(context: Context, id: UploadId): UploadLink {
  const until = new Date((Math.floor(context.clock.now().getTime() / 1_000) + READ_MINUTES * 60) * 1_000);
  return new UploadLink(readingUrl(context, id, actorOf(context).sessionId, until), until);
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A file that somebody sends or has sent. Seen by its sender, and by the staff who work with it.',
})
export class Upload extends Node {
  @Field(() => UploadPurpose)
  readonly purpose: UploadPurpose;

  @Field(() => String, { description: 'As its sender called it.' })
  readonly fileName: string;

  @Field(() => Int, { description: 'In bytes.' })
  readonly size: number;

  @Field(() => UploadState)
  readonly state: UploadState;

  @Field(() => String, {
    nullable: true,
    description:
      'The type of its content, such as `application/pdf`, as it was seen. Null until it is received.',
  })
  readonly contentType: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The SHA-256 of its content in hexadecimal digits. Null until it is received.',
  })
  readonly sha256: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { description: 'Until when sending its bytes may begin.' })
  readonly expiresAt: Date;

  @Field(() => Date, { nullable: true })
  readonly receivedAt: Date | null;

  constructor(
    readonly row: UploadEntity,
    now: Date,
  ) {
    super({ kind: 'Upload', id: row.id });
    this.purpose = row.purpose;
    this.fileName = row.fileName;
    this.size = row.size;
    this.state = stateOf(row, now);
    this.contentType = row.seenType;
    this.sha256 = row.sha256;
    this.createdAt = row.createdAt;
    this.expiresAt = row.expiresAt;
    this.receivedAt = row.receivedAt;
  }
}

@Resolver(() => Upload)
export class UploadLinkResolver {
  @FieldResolver(() => UploadLink, {
    nullable: true,
    description: `Where to fetch it, for ${String(READ_MINUTES)} minutes; who may is asked again by each download. Null unless it is \`RECEIVED\`.`,
  })
  link(@Root() { state, row }: Upload, @Ctx() context: Context): UploadLink | null {
    if (state !== UploadState.RECEIVED) return null;
    return linkToRead(context, row.id);
  }
}
