/** The realm of `--scale 1`; smaller ones keep its proportions. */
export function sizes(scale) {
  const people = Math.round(100_000 * scale);
  const organizations = Math.round(20_000 * scale);
  const memberships = people + Math.floor(people * 0.3) + organizations;
  return {
    people,
    organizations,
    memberships,
    delegations: 3 * organizations,
    invoices: memberships + Math.floor(memberships / 3),
  };
}
