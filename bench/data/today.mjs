/** The day on which everything happens, for every server: the same facts whenever one measures. */
export const TODAY = '2026-11-22';
export const NOW = `${TODAY}T15:00:00.000Z`;
