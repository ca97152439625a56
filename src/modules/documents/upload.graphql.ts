import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { findUpload } from './find-upload.ts';
import { Upload } from './upload.type.ts';

@Resolver()
export class UploadResolver {
  @Policy('SIGNED_IN')
  @Query(() => Upload, {
    nullable: true,
    description: 'A file that was sent, and a link to fetch it; null when absent or not yours.',
  })
  async upload(@Arg('id', () => ID) publicId: string, @Ctx() context: Context): Promise<Upload | null> {
    const id = fromPublicId('Upload', publicId);
    return id && findUpload(context, id);
  }
}

export const documentsNodes: NodeSources = [nodeSource('Upload', findUpload)];
