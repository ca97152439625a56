import { registerEnumType } from 'type-graphql';
import { TAX_REGISTRATION_KINDS, TAX_STATUS_BASES, TAX_TREATMENTS } from '../taxes/index.ts';
import { DECIDING_DAYS, OCCASIONS, PRORATIONS } from './price-rules.ts';

registerEnumType(OCCASIONS, {
  name: 'FeeOccasion',
  description: 'What brings a fee about.',
  valuesConfig: {
    WITH_TERM: { description: 'A term is paid for.' },
    AT_ADMISSION: { description: 'Somebody is admitted.' },
    WHEN_LATE: { description: 'Something is still owing when the day of the fee is over; once.' },
    AT_REINSTATEMENT: { description: 'A membership is taken up again.' },
    DURING_HOLD: { description: 'A membership is on hold, as during a leave.' },
    ON_DEMAND: { description: 'Somebody asks for it.' },
  },
});
registerEnumType(PRORATIONS, {
  name: 'Proration',
  description: 'What of a price is charged to whoever enters a term after its first day.',
  valuesConfig: {
    NONE: { description: 'All of it.' },
    BY_MONTH: { description: 'By a table of the months of entry.' },
    BY_DAY: { description: 'By the days that are left, the first and the last one included.' },
  },
});
registerEnumType(DECIDING_DAYS, {
  name: 'DecidingDay',
  description: 'The day whose price or rate holds.',
  valuesConfig: {
    INVOICE_DAY: { description: 'The one on which the invoice is issued.' },
    TERM_START: { description: 'The first one of the term that is paid for.' },
  },
});
registerEnumType(TAX_TREATMENTS, {
  name: 'TaxTreatment',
  description: 'How something is taxed at all.',
  valuesConfig: {
    SALES: { description: 'GST, HST and QST by the place of supply.' },
    PREMIUM: { description: "The tax on insurance premiums of the insured's province; never a sales tax." },
    NONE: { description: 'It is no price: a contribution, a penalty.' },
  },
});
registerEnumType(TAX_REGISTRATION_KINDS, {
  name: 'TaxRegistrationKind',
  description: 'With whom a body is registered to collect tax.',
  valuesConfig: {
    GST_HST: { description: 'Canada Revenue Agency.' },
    QST: { description: 'Revenu Québec.' },
  },
});
registerEnumType(TAX_STATUS_BASES, {
  name: 'TaxStatusBasis',
  description: 'Why dues are exempt, or taxed all the same.',
  valuesConfig: {
    SECTION_17: { description: 'Exempt: section 17 of Part VI of Schedule V of the Excise Tax Act.' },
    SECTION_18: { description: 'Exempt: section 18, for a status recognized by statute.' },
    GST23: { description: 'Taxed: the election for section 17.' },
    GST24: { description: 'Taxed: the election for section 18.' },
  },
});

export { DECIDING_DAYS, OCCASIONS, PRORATIONS, TAX_REGISTRATION_KINDS, TAX_STATUS_BASES, TAX_TREATMENTS };
