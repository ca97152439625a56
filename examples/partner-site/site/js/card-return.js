const PLACE = 'card payment';

/**
 * The page of the gateway leads back to the invoice page with the id of the payment alone: which invoice of their own
 * somebody was paying waits in this tab. The secret of a pay link does so anyway (see held-secret.js).
 */
export function rememberPaying(cardPaymentId, invoiceId) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ cardPaymentId, invoiceId }));
  } catch {
    // A browser that keeps nothing for sites: the person comes back to the list of their invoices.
  }
}

/** The invoice of their own that somebody was paying when the browser left; null where nobody was. */
export function rememberedInvoice(cardPaymentId) {
  try {
    const paying = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    return paying?.cardPaymentId === cardPaymentId ? paying.invoiceId : null;
  } catch {
    return null;
  }
}
