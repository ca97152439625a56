/** An address: `typed` is what people see again, `normalized` is what two addresses are compared by. */
export interface EmailAddress {
  readonly typed: string;
  readonly normalized: string;
}

/** Letters, digits and the marks that RFC 5322 allows unquoted, in parts between single dots. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
/** At least two labels, none of which starts or ends with a hyphen; the last one starts with a letter. */
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Some letters and marks of Unicode draw nothing: two addresses would look alike. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

export const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;

/**
 * Reads what a person typed as an address, or answers `null`. Only the plain form is an address here: no quotes,
 * comments, angle brackets, lists, spaces, control or bidirectional characters, so none can slip into a mail header.
 */
export function readEmailAddress(text: string): EmailAddress | null {
  const typed = text.trim().normalize('NFC');
  const [local, domain, ...more] = typed.split('@');
  if (local === undefined || domain === undefined || more.length > 0) return null;
  if (!LOCAL_PART.test(local) || octets(local) > LONGEST_LOCAL_PART || INVISIBLE.test(typed)) return null;

  const asciiDomain = asciiDomainOf(domain);
  if (asciiDomain === null) return null;

  const normalized = `${local.toLowerCase().normalize('NFC')}@${asciiDomain}`;
  const longest = Math.max(octets(typed), octets(normalized));
  return longest <= LONGEST_ADDRESS ? { typed, normalized } : null;
}

/** An address that its owner recognises and nobody else can write to: `j•••@maboite.ca`. */
export function maskEmailAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const [firstLetter] = new Intl.Segmenter('fr-CA').segment(local);
  if (firstLetter === undefined || domain === '') throw new RangeError('only an address can be masked');
  // Always three dots: their number must not tell the length of the name.
  return `${firstLetter.segment}•••@${domain}`;
}

function asciiDomainOf(domain: string): string | null {
  // Full-width letters and the like name a domain that another mail program could read as a different one.
  if (!DOMAIN.test(domain) || domain.normalize('NFKC') !== domain) return null;

  const url = URL.parse(`http://${domain}/`);
  return url !== null && ASCII_DOMAIN.test(url.hostname) ? url.hostname : null;
}

const octets = (text: string): number => new TextEncoder().encode(text).length;
