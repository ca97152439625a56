import { affilia, words } from './connect.js';
import { drawAct } from './organization-parts.js';

const say = words.billing;

/** Fetched when somebody wants it: its address works for some minutes, and speaks for their session. */
const drawFetch = (label, who, fetchLink) =>
  drawAct({
    title: label,
    submitLabel: label,
    who,
    act: async () => ({ ok: true, value: await fetchLink() }),
    done: link => link && location.assign(link.url),
  });

export const drawDocument = ({ id, number }) =>
  drawFetch(say.document, number, () => affilia.billing.document(id));

export const drawCreditNoteDocument = ({ id, number }) =>
  drawFetch(say.creditNoteDocument, number, () => affilia.billing.creditNoteDocument(id));

/** `place` is the one of the payment among those of the invoice. */
export const drawReceipt = ({ id }, place, who) =>
  drawFetch(say.receipt, who, async () => (await affilia.billing.receipts(id))[place] ?? null);
