import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What a client holds of a session.' })
export class Session {
  @Field(() => String, { description: 'Sent as `Authorization: Bearer …`; kept in memory only.' })
  readonly accessToken: string;

  @Field(() => DateTimeScalar, { description: 'Refresh before then.' })
  readonly accessTokenExpiresAt: Date;

  @Field(() => String, { description: 'Opaque, works once: each `refreshSession` answers the next one.' })
  readonly refreshToken: string;

  constructor(facts: { accessToken: string; accessTokenExpiresAt: Date; refreshToken: string }) {
    this.accessToken = facts.accessToken;
    this.accessTokenExpiresAt = facts.accessTokenExpiresAt;
    this.refreshToken = facts.refreshToken;
  }
}
