/** Demonstrations are for whoever sits at this machine. */
export const EXAMPLES_HOST = '127.0.0.1';

export const sitePortOf = (port: number): number => port + 1;
export const toolPortOf = (port: number): number => port + 2;
