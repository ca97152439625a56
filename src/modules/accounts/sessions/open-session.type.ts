import { isIPv4 } from 'node:net';
import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type SessionId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { inLanguage } from '../../associations/index.ts';
import { deviceInWords } from './device-words.ts';

export interface OpenSessionFacts {
  readonly id: SessionId;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly userAgent: string | null;
  readonly networkAddress: string;
  /** What people read of the client. */
  readonly siteFr: string;
  readonly siteEn: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A place where the person is signed in. Only they see it.',
})
export class OpenSession {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, {
    description: 'Browser and system, as the device says; in the language of the request.',
  })
  readonly device: string;

  @Field(() => String, {
    description: 'Which site or tool it is for, in the language of the request.',
  })
  readonly site: string;

  @Field(() => String, {
    description: 'The network from which the person signed in, never the very address.',
  })
  readonly network: string;

  @Field(() => DateTimeScalar)
  readonly startedAt: Date;

  @Field(() => DateTimeScalar, { description: 'To within a few minutes.' })
  readonly lastUsedAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  readonly current: boolean;

  constructor(
    { wording, actor, locale }: Pick<Context, 'wording' | 'actor' | 'locale'>,
    facts: OpenSessionFacts,
  ) {
    this.id = toPublicId('Session', facts.id);
    this.device = deviceInWords(wording, facts.userAgent);
    this.site = inLanguage(locale, facts.siteFr, facts.siteEn);
    this.network = networkOf(facts.networkAddress);
    this.startedAt = facts.startedAt;
    this.lastUsedAt = facts.lastUsedAt;
    this.current = facts.id === actor?.sessionId;
  }
}

/** IPv6 addresses are kept as their network already. */
const networkOf = (address: string): string => (isIPv4(address) ? address.replace(/\d+$/, '0/24') : address);
