/** Demonstrations are for whoever sits at this machine. */
export const EXAMPLES_HOST = '127.0.0.1';

export const sitePortOf = (port: number): number => port + 1;
export const toolPortOf = (port: number): number => port + 2;
export const secondSitePortOf = (port: number): number => port + 3;
export const serverSitePortOf = (port: number): number => port + 4;

/** The ports that the demonstration's addresses are registered with. */
export const demoPortsOf = (
  port: number,
): { sitePort: number; secondSitePort: number; serverSitePort: number } => ({
  sitePort: sitePortOf(port),
  secondSitePort: secondSitePortOf(port),
  serverSitePort: serverSitePortOf(port),
});
