const KINDS = {
  association: 1,
  account: 2,
  person: 3,
  organization: 4,
  section: 5,
  membershipClass: 6,
  letterhead: 7,
};

/** Ids in the order of their numbers, as those of the product are in the order of their time. */
export const idOf = (kind, number) =>
  `019f0000-0${KINDS[kind].toString(16).padStart(3, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** The same in SQL; `number` is an expression. */
export const idSql = (kind, number) =>
  `('019f0000-0${KINDS[kind].toString(16).padStart(3, '0')}-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
