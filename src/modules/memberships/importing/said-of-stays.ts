type Field = 'classCode' | 'to' | 'reason';

/** Why a stay began that was made from a file without the column, or with an empty cell. */
const REASON = 'ADMISSION';

const valueIn = (json: string, field: Field): string =>
  field === 'reason' ? `coalesce(${json}->>'reason', '${REASON}')` : `${json}->>'${field}'`;

/** What row `w` says of its stay; where its file lacks the column, what earlier ones said holds. */
export const saidNow = (field: Field, w = 'w'): string =>
  valueIn(`(coalesce(${w}.was, '{}') || ${w}.data)`, field);

export const saidBefore = (field: Field, w = 'w'): string => valueIn(`${w}.was`, field);

export const saysAnew = (field: Field, w = 'w'): string =>
  `${saidNow(field, w)} is distinct from ${saidBefore(field, w)}`;
