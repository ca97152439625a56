/** Lists whose order is nobody's business are compared in the order of their text. */
export const byText = facts =>
  facts
    .map(fact => [JSON.stringify(fact), fact])
    .sort()
    .map(([, fact]) => fact);

export function dayBefore(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** An invoice as the product words it. */
export const invoiceOfOurs = ({ number, issuedOn, dueOn, state, total, open, lines }) => ({
  ...{ number, issued: issuedOn, due: dueOn, state, total: total.cents, open: open.cents },
  ...(lines && { lines: lines.map(line => [line.description, line.total.cents]) }),
});

/** The same as its tables have it; PostGraphile writes bigint as text. */
export const invoiceOfPostGraphile = ({ printedNumber, issuedOn, dueOn, stateOn, ...invoice }) => {
  const [total, paid, credited] = [invoice.totalCents, invoice.paidCents, invoice.creditedCents].map(Number);
  const lines = invoice.invoiceLinesByInvoiceId?.nodes;
  return {
    ...{
      number: printedNumber,
      issued: issuedOn,
      due: dueOn,
      state: stateOn,
      total,
      open: total - paid - credited,
    },
    ...(lines && {
      lines: lines.map(line => [line.descriptionFr, Number(line.netCents) + Number(line.taxCents)]),
    }),
  };
};
