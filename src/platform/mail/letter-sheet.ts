import { formatPhone } from '../phone.ts';
import type { Wording } from '../wording/wording.ts';
import type { LetterBody, LetterPart, Sender } from './letter.ts';
import { mailLink } from './mail-link.ts';

/** What a letter is drawn from. */
export interface LetterDraft {
  readonly body: LetterBody;
  readonly sender: Sender;
  readonly wording: Wording;
}

/** A letter with every sentence chosen, ready to be drawn either way, so that both say the same. */
export interface LetterSheet {
  readonly wording: Wording;
  readonly sender: Sender;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  /** Who sent it and where they are found: what Canadian law wants every message to say. */
  readonly postalAddress: readonly string[];
  readonly contact: string;
  readonly reason: string;
}

/** Throws on a link that no mail should carry. */
export function letterSheet({ body, sender, wording }: LetterDraft): LetterSheet {
  return {
    wording,
    sender,
    subject: oneLine(body.subject),
    parts: body.parts.map(part => (part.kind === 'ACTION' ? { ...part, url: mailLink(part.url) } : part)),
    postalAddress: sender.postalAddress
      .split('\n')
      .map(oneLine)
      .filter(line => line !== ''),
    contact: contactOf(sender, wording),
    reason: body.reason ?? wording.of('mail.letter.reason', { sender: sender.name }),
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function contactOf({ supportEmail: email, supportPhone }: Sender, wording: Wording): string {
  if (supportPhone === null) return wording.of('mail.letter.contactByMail', { email });
  return wording.of('mail.letter.contact', { email, phone: formatPhone(supportPhone, null, wording.locale) });
}
