/**
 * The invoice that a page names and the payment of it; null where there is none, or where staff do not see it.
 *
 * @param {import('./connect.mjs').Portal} portal
 * @param {URL} address
 */
export async function paymentIn(portal, { searchParams }) {
  const invoice = await portal.treasury.invoice(searchParams.get('invoice') ?? '');
  const part = invoice?.payments.find(({ payment }) => payment?.id === searchParams.get('payment'));
  return invoice && part?.payment ? { invoice, amount: part.amount, payment: part.payment } : null;
}
