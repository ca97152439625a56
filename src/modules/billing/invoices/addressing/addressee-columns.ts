import type { BillTo } from '../new-invoice.ts';

/** The columns of an addressee, in the order of `addresseeValues`. */
export const ADDRESSEE_COLUMNS = 'name, attention, street, street2, city, province, postal_code, country';

/** The latest version of the addressee of the invoice `$1`, as `b`, where it is not the one of `$4` to `$11`. */
export const IS_ANOTHER_ADDRESSEE = `
  b.invoice_id = $1 and b.version = (select max(version) from bill_to where invoice_id = $1)
  and (b.name, b.attention, b.street, b.street2, b.city, b.province, b.postal_code, b.country)
    is distinct from ($4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text)`;

export const addresseeValues = (billTo: BillTo): readonly (string | null)[] => {
  const { name, attention, street, street2, city, province, postalCode, country } = billTo;
  return [name, attention, street, street2, city, province, postalCode, country];
};
