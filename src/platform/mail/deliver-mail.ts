import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../context.ts';
import { defineJob, type Job } from '../jobs/job.ts';
import type { AnyLetter, Sender } from './letter.ts';
import { claimMail, deferMail, giveUp, markSent, releaseMail, type ClaimedMail } from './mail-row.ts';
import { DELIVER_MAIL } from './queue-mail.ts';
import { renderLetter } from './render-letter.ts';
import { retryAt } from './retry-at.ts';
import { smtpFault } from './smtp-fault.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';

export interface DeliveryParts {
  /** Every letter that the house can write; the mail's row holds its name. */
  readonly letters: readonly AnyLetter[];
  readonly transport: MailTransport;
  /** Stands in for every sender's own address where the mail server allows only one; null elsewhere. */
  readonly from: string | null;
  readonly senderOf: (associationId: string, locale: Locale) => Promise<Sender>;
}

type Compose = (parts: Parts, mail: ClaimedMail) => Promise<OutgoingMail>;

/** The job that hands queued mail over. It may run twice for one mail, or in two workers at once: one sends. */
export function defineDelivery({
  letters,
  transport,
  from,
  senderOf,
}: DeliveryParts): Job<{ mailId: string }> {
  const known = new Map(letters.map(letter => [letter.name, letter]));
  if (known.size < letters.length) throw new Error('two letters share a name');

  const compose: Compose = async (parts, mail) => {
    const letter = known.get(mail.letter);
    if (!letter) throw new Error(`no letter is called ${mail.letter}`);
    const sender = await senderOf(mail.associationId, mail.locale);
    const wording = parts.wordings.in(mail.locale);
    const secret = mail.sealedSecret === null ? '' : parts.vault.open(mail.sealedSecret, `mail:${mail.id}`);
    const body = letter.compose({ wording, values: mail.values as never, sender, secret });
    return {
      messageId: `<${mail.messageId}@${new URL(parts.settings.publicUrl).hostname}>`,
      date: parts.clock.now(),
      from: { name: sender.name, address: from ?? sender.address },
      to: { name: '', address: mail.to },
      replyTo: { name: sender.name, address: sender.supportEmail },
      locale: mail.locale,
      ...renderLetter({ body, sender, wording }),
    };
  };
  return defineJob(DELIVER_MAIL, async (parts, { mailId }) => {
    const mail = await claimMail(parts, mailId);
    if (mail !== null) await deliver(parts, mail, compose, transport);
  });
}

async function deliver(
  parts: Parts,
  mail: ClaimedMail,
  compose: Compose,
  transport: MailTransport,
): Promise<void> {
  if (mail.sendBefore !== null && parts.clock.now() >= mail.sendBefore) {
    await giveUp(parts, mail, 'CANCELLED', null);
    return;
  }
  // Addresses were judged when they came in; one that is none any more would be read as something else by a server.
  if (readEmailAddress(mail.to) === null) {
    await giveUp(parts, mail, 'BOUNCED', 'ADDRESS');
    return;
  }
  const outgoing = await composeOrRelease(parts, mail, compose);
  const fault = await transport.send(outgoing).then(() => null, smtpFault);
  if (fault === null) {
    await markSent(parts, mail, outgoing.subject);
    return;
  }
  const again = fault.permanent ? null : retryAt(mail, parts.clock.now());
  parts.log.warn({ mailId: mail.id, attempt: mail.attempts, fault: fault.code, again }, 'mail was not taken');
  if (again === null) await giveUp(parts, mail, 'BOUNCED', fault.code);
  else await deferMail(parts, mail, fault.code, again);
}

/** A letter that cannot be written is a fault of ours: the queue tries again, in case a newer program can. */
async function composeOrRelease(parts: Parts, mail: ClaimedMail, compose: Compose): Promise<OutgoingMail> {
  try {
    return await compose(parts, mail);
  } catch (error) {
    if (retryAt(mail, parts.clock.now()) === null) await giveUp(parts, mail, 'BOUNCED', 'LETTER');
    else await releaseMail(parts, mail);
    throw error;
  }
}
