import { registerEnumType } from 'type-graphql';
import { AFFILIATION_REASONS, HOLD_KINDS, TERM_KINDS } from './membership-words.ts';

registerEnumType(AFFILIATION_REASONS, {
  name: 'AffiliationReason',
  description:
    'Why an affiliation began. One that began by transfer, resignation, removal or death says that all is over there.',
});
registerEnumType(TERM_KINDS, {
  name: 'TermKind',
  description: 'How the length of a term was found.',
  valuesConfig: {
    CALENDAR_YEAR: { description: 'January 1 to December 31.' },
    ASSOCIATION_YEAR: { description: "The association's own year, e.g. from April 1." },
    ROLLING: { description: 'Twelve months from the day on which the last one ends.' },
    ODD_LENGTH: { description: 'A length decided once, such as fourteen months.' },
    LIFETIME: { description: 'Without an end: it is never renewed, and no dues are billed for it.' },
  },
});
registerEnumType(HOLD_KINDS, {
  name: 'HoldKind',
  description: 'Why a membership rests for a while.',
  valuesConfig: {
    LEAVE: { description: 'Away for a time, as a parent or on sick leave.' },
    NON_PRACTISING: { description: 'Does not practise for a time.' },
    SUSPENSION: { description: 'Suspended by the association.' },
  },
});

export { AFFILIATION_REASONS, HOLD_KINDS, TERM_KINDS };
