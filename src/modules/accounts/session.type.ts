import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';

/** A kept answer to a repeated request is JSON, so that the instant may have become text. */
export interface SessionFacts {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date | string;
  readonly refreshToken: string;
  readonly deviceToken?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What a client holds of a session.' })
export class Session {
  @Field(() => String, { description: 'Sent as `Authorization: Bearer …`; kept in memory only.' })
  readonly accessToken: string;

  @Field(() => DateTimeScalar, { description: 'Refresh before then.' })
  readonly accessTokenExpiresAt: Date;

  @Field(() => String, { description: 'Opaque, works once: each `refreshSession` answers the next one.' })
  readonly refreshToken: string;

  @Field(() => String, {
    nullable: true,
    description:
      'After a sign-in: by what this browser is known to have signed in to the account. Kept apart from the session, beyond signing out, and sent with the next `signIn`: wrong passwords of others then do not count against it. It signs in nobody. Null where a session goes on.',
  })
  readonly deviceToken: string | null;

  constructor(facts: SessionFacts) {
    this.accessToken = facts.accessToken;
    this.accessTokenExpiresAt = new Date(facts.accessTokenExpiresAt);
    this.refreshToken = facts.refreshToken;
    this.deviceToken = facts.deviceToken ?? null;
  }
}
