import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { maskEmailAddress } from '../../kernel/email-address.ts';
import { toPublicId, type MailId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../context.ts';
import { ApiLocale, apiLocaleOf } from '../graphql/locale-enum.ts';
import { Policy } from '../graphql/policy.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MailFault, mailFault } from './mail-fault.ts';
import { MailState } from './mail-state.ts';

/** What may be told of a mail. */
export interface MailFacts {
  readonly id: MailId;
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly state: MailState;
  readonly queuedAt: Date;
  readonly settledAt: Date | null;
  /** The code of the last attempt that failed. */
  readonly lastFault: string | null;
  readonly nextTryAt: Date | null;
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

  @Field(() => ApiLocale, { description: 'The language of the mail.' })
  readonly locale: ApiLocale;

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

  @Field(() => MailFault, {
    nullable: true,
    description: 'Why it did not leave, while it is `DEFERRED` or `BOUNCED`.',
  })
  readonly fault: MailFault | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the mail server answered, for whoever looks after mail: `550 5.1.1`. Its own words are not kept.',
  })
  readonly faultCode: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried again, while it is `DEFERRED`.',
  })
  readonly nextTryAt: Date | null;

  constructor({ id, to, locale, subject, state, queuedAt, settledAt, lastFault, nextTryAt }: MailFacts) {
    this.id = toPublicId('Mail', id);
    this.maskedAddress = maskEmailAddress(to);
    this.locale = apiLocaleOf(locale);
    this.subject = subject;
    this.state = state;
    this.queuedAt = queuedAt;
    this.settledAt = settledAt;
    const failed = state === MailState.DEFERRED || state === MailState.BOUNCED;
    this.faultCode = failed ? lastFault : null;
    this.fault = this.faultCode === null ? null : mailFault(this.faultCode);
    this.nextTryAt = state === MailState.DEFERRED ? nextTryAt : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it did not leave, in the language of the request.',
  })
  faultLabel(@Ctx() { wording }: Context): string | null {
    return this.fault && wording.of(`MailFault.${this.fault}`);
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { wording }: Context): string {
    return wording.of(`MailState.${this.state}`);
  }
}
