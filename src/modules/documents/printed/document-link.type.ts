import { Field, ObjectType } from 'type-graphql';
import type { SessionId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { actorOf } from '../../accounts/index.ts';
import { PRINT_MINUTES, printingUrl } from './document-link.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'An address from which a document can be fetched, as PDF.',
})
export class DocumentLink {
  @Field(() => String, {
    description:
      'It speaks for the session that asked for it, and works as long as that may read the document. Not to be passed on.',
  })
  readonly url: string;

  @Field(() => DateTimeScalar)
  readonly expiresAt: Date;

  constructor(url: string, expiresAt: Date) {
    this.url = url;
    this.expiresAt = expiresAt;
  }
}

/** For the session that asks; in the document's own language where none is asked for. */
export function linkToPrint(context: Context, publicId: string, locale: Locale | null): DocumentLink {
  const until = new Date((Math.floor(context.clock.now().getTime() / 1_000) + PRINT_MINUTES * 60) * 1_000);
  const sessionId = actorOf(context).sessionId as SessionId;
  return new DocumentLink(printingUrl(context, publicId, { sessionId, locale, until }), until);
}
