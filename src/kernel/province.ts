/** The ten provinces and three territories, by the codes of Canada Post. */
export const PROVINCES = [
  'AB',
  'BC',
  'MB',
  'NB',
  'NL',
  'NS',
  'NT',
  'NU',
  'ON',
  'PE',
  'QC',
  'SK',
  'YT',
] as const;

export type Province = (typeof PROVINCES)[number];

export const isProvince = (text: string): text is Province => (PROVINCES as readonly string[]).includes(text);
