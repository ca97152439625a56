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
