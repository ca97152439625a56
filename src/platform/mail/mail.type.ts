import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { maskEmailAddress } from '../../kernel/email-address.ts';
import { toPublicId, type MailId } from '../../kernel/id.ts';
import type { Context } from '../context.ts';
import { Policy } from '../graphql/policy.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MailState } from './mail-state.ts';

/** What may be told of a mail. */
export interface MailFacts {
  readonly id: MailId;
  readonly to: string;
  readonly subject: string;
  readonly state: MailState;
  readonly queuedAt: Date;
  readonly settledAt: Date | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The facts of a mail. What it says, and any code or link in it, is never shown.',
})
export class Mail {
  @Field(() => ID, { description: 'For `resendMail`.' })
  readonly id: string;

  @Field(() => String, { description: 'Where it goes or went, masked.' })
  readonly maskedAddress: string;

  @Field(() => String, { description: 'In the language of the mail.' })
  readonly subject: string;

  @Field(() => MailState)
  readonly state: MailState;

  @Field(() => DateTimeScalar, { description: 'When it was put into the outbox.' })
  readonly queuedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was sent, given up or cancelled; null while it waits.',
  })
  readonly settledAt: Date | null;

  constructor({ id, to, subject, state, queuedAt, settledAt }: MailFacts) {
    this.id = toPublicId('Mail', id);
    this.maskedAddress = maskEmailAddress(to);
    this.subject = subject;
    this.state = state;
    this.queuedAt = queuedAt;
    this.settledAt = settledAt;
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { wording }: Context): string {
    return wording.of(`MailState.${this.state}`);
  }
}
