import type { AssociationEntity } from './association.entity.ts';

type Sited = Pick<AssociationEntity, 'websiteFr' | 'websiteEn'>;

/** Whether an address is an https one on the association's own site, or on a host below it such as `media.`. */
export function isOnSiteOf({ websiteFr, websiteEn }: Sited, address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.href !== address || url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '' || address.includes('#')) return false;
  return [websiteFr, websiteEn].some(website => {
    const site = new URL(website).hostname.replace(/^www\./, '');
    return url.hostname === site || url.hostname.endsWith(`.${site}`);
  });
}
