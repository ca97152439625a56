import { readEmailAddress } from '../../../kernel/email-address.ts';
import { PUBLIC_PROVIDERS, WORLDWIDE_PROVIDERS } from './public-providers.ts';

export const LONGEST_DOMAIN = 253;
export const LONGEST_DOCUMENT = 200;

/** A top-level domain, or one below which names are sold, such as `co.uk`. */
const SUFFIX = /^(?:[a-z]{2,3}|(?:com?|net|org)\.[a-z]{2})$/;

/**
 * What a person typed as a domain, in the form in which addresses are compared: lower case, and ASCII where it is
 * written in other letters. Null for whatever no address can end in.
 */
export function readEmailDomain(typed: string): string | null {
  const address = readEmailAddress(`x@${typed.trim()}`);
  return address && domainOfAddress(address.normalized);
}

/** The domain of a normalised address, the whole of it: `films.example.ca` is not `example.ca`. */
export const domainOfAddress = (normalized: string): string =>
  normalized.slice(normalized.lastIndexOf('@') + 1);

/** Whether anybody can have an address there, or at a name below. */
export function isPublicProvider(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((label, place) => {
    const suffix = labels.slice(place + 1).join('.');
    return (
      PUBLIC_PROVIDERS.has(`${label}.${suffix}`) || (WORLDWIDE_PROVIDERS.has(label) && SUFFIX.test(suffix))
    );
  });
}
