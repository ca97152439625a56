export const pricesWordingEn = {
  'billing.rule.PRICE': 'The price has been {amount} since {since}.',
  'billing.rule.PRICE_LATE': 'A late fee of {amount}: something was still owing after {lastDay}.',
  'billing.rule.PRICE_SHARE_OF_OWING': '{rate} of the {owing} still owing after {lastDay}.',
  'billing.rule.PRICE_BY_CLASS': 'This is the price of the membership class.',
  'billing.rule.PRICE_BY_PROVINCE': 'This is the price for members in one province: {province}.',
  'billing.rule.PRICE_BY_AGE': 'This is the price for the age reached by {on}: {years}.',
  'billing.rule.PRICE_BY_SENIORITY': 'This is the price for the whole years of membership by {on}: {years}.',
  'billing.rule.PRICE_FOR_LENGTH': 'The term runs from {from} to {lastDay}, inclusive: {share} of the price.',
  'billing.rule.PRORATED_BY_MONTH':
    'What is left of the term runs from {from} to {lastDay}, inclusive: {share} of the price, by the month of entry.',
  'billing.rule.PRORATED_BY_DAY':
    'What is left of the term runs from {from} to {lastDay}, inclusive: {share} of the price, by days.',
  'billing.rule.PLACE_BY_ADDRESS': 'Place of supply: {province}, by the main address of the member.',
  'billing.rule.PLACE_BY_ASSOCIATION':
    'Place of supply: {province}, where the association is. No address of the member is on file.',
  'billing.rule.PLACE_OUTSIDE_CANADA': 'Place of supply: outside Canada, by the main address of the member.',
  'billing.rule.TAX_ON_SALE': '{tax}: {rate}, the rate in force on {on} ({province}).',
  'billing.rule.TAX_ON_PREMIUM': '{tax}: {rate}, the rate in force on {on} ({province}).',
  'billing.rule.TAX_NONE_ON_ITEM': 'No tax applies to this amount.',
  'billing.rule.TAX_NONE_OUTSIDE_CANADA': 'No Canadian tax applies outside Canada.',
  'billing.rule.TAX_NONE_ON_PREMIUMS': 'Insurance premiums bore no tax on {on} in this place: {province}.',
  'billing.rule.TAX_EXEMPT': 'These dues were exempt on {on}: {basis}.',
  'billing.rule.TAX_ELECTED': 'These dues were taxed on {on} by an election: {basis}.',
  'billing.rule.TAX_NOT_REGISTERED':
    '{tax}: not collected, because the body was not registered for it on {on}.',
  'billing.rule.CLASS_DIFFERENCE': 'The price of the new class less that of the old one, from {from} on.',
  'billing.rule.CLASS_DIFFERENCE_BACK':
    'The price of the old class less that of the new one, from {from} on, is given back.',
  'billing.rule.CLASS_DIFFERENCE_UNTIL':
    'The price of the new class less that of the old one, from {from} to {lastDay} inclusive: another class is set for later.',
  'billing.rule.CLASS_DIFFERENCE_BACK_UNTIL':
    'The price of the old class less that of the new one, from {from} to {lastDay} inclusive, is given back: another class is set for later.',
  'billing.rule.LATER_TERM_GIVEN_BACK': 'The term that would begin on {from} is not used: it is given back.',
  'billing.rule.NOTHING_ASKED_OF_ESTATE': 'What was not paid yet is not asked of the estate.',
  'billing.rule.TERM_NOT_GIVEN_BACK':
    'The term that has begun, until {lastDay} inclusive, is not given back.',
  'billing.rule.TERM_GOES_ALONG':
    'The rest of the running term, until {lastDay} inclusive, goes along: it is neither given back nor charged again.',
  'billing.rule.OPEN_STAYS_OWING':
    'What is not paid yet stays owing to the association that is left: {amount}.',
  'billing.rule.HOLD_TAKEN_BACK':
    'The hold would have begun on {from} and never does: its fee is given back.',
  'billing.rule.TERM_FOR_LIFE_ENDS':
    'The term for life stays with this association: nothing was paid for it, and nothing is given back.',
  'billing.rule.HOLD_FEE_NOT_GIVEN_BACK': 'What was charged for a hold is not given back when it ends early.',

  'billing.change.ADMISSION': 'Admission',
  'billing.change.RECLASSIFICATION': 'Change of class',
  'billing.change.HOLD': 'Hold',
  'billing.change.HOLD_ENDED': 'End of a hold',
  'billing.change.RESIGNATION': 'Resignation',
  'billing.change.RESIGNATION_WITHDRAWN': 'Resignation taken back',
  'billing.change.REINSTATEMENT': 'Reinstatement',
  'billing.change.TRANSFER': 'Transfer to another association',
  'billing.change.DEATH': 'Death',

  'FeeOccasion.WITH_TERM': 'With each term',
  'FeeOccasion.AT_ADMISSION': 'On admission',
  'FeeOccasion.WHEN_LATE': 'When payment is late',
  'FeeOccasion.AT_REINSTATEMENT': 'On reinstatement',
  'FeeOccasion.DURING_HOLD': 'During a hold',
  'FeeOccasion.ON_DEMAND': 'On demand',
  'Proration.NONE': 'Whole price',
  'Proration.BY_MONTH': 'By month of entry',
  'Proration.BY_DAY': 'By days left',
  'DecidingDay.INVOICE_DAY': 'Day of the invoice',
  'DecidingDay.TERM_START': 'First day of the term',
  'TaxTreatment.SALES': 'Sales tax',
  'TaxTreatment.PREMIUM': 'Tax on insurance premiums',
  'TaxTreatment.NONE': 'No tax',
  'TaxRegistrationKind.GST_HST': 'GST/HST',
  'TaxRegistrationKind.QST': 'QST',
  'TaxStatusBasis.SECTION_17': 'Excise Tax Act, Schedule V, Part VI, section 17',
  'TaxStatusBasis.SECTION_18': 'Excise Tax Act, Schedule V, Part VI, section 18',
  'TaxStatusBasis.GST23': 'form GST23',
  'TaxStatusBasis.GST24': 'form GST24',

  'billing.prices.issue.code': 'Write capitals, digits and underscores, starting with a letter, at most 40.',
  'billing.prices.issue.taxTreatment': 'Insurance bears the tax on premiums, and nothing else does.',
  'billing.prices.issue.effect': 'This effect does not fit what the fee is for, or when it is charged.',
  'billing.prices.issue.kind': 'This kind does not fit the rest.',
  'billing.prices.issue.charged': 'This occasion does not fit the rest.',
  'billing.prices.issue.range': 'This number is too small or too large.',
  'billing.prices.issue.percent': 'Write a percentage above 0 with a point, such as 10 or 2.5, at most 100.',
  'billing.prices.issue.amount': 'Give either an amount or a percentage of what is owing.',
  'billing.prices.issue.lateOnly': 'Only a late fee is a percentage of what is owing.',
  'billing.prices.issue.monthTable':
    'Proration by month takes a table of shares from 0 to 10000; the others take none.',
  'billing.prices.issue.lateAfter':
    'Only a late fee takes a last day: a number of days after the due day, or a day such as 03-31.',
  'billing.prices.issue.order': 'The end must not lie before the beginning.',
  'billing.prices.issue.electionSupplier':
    'Choose a body for which the association bills, above or below it.',
  'billing.prices.issue.electionBilled':
    'The association has billed for this body on this day or later. Choose a day after its last invoice.',
  'billing.prices.issue.electionEnd':
    'This end would change who accounts for the tax of issued invoices or of closed days. Choose the day of the last invoice or a later one, or record an election that begins later.',
  'billing.prices.issue.class': 'Choose a class of the association or of one below it.',
  'billing.prices.issue.number.GST_HST': 'Write nine digits, RT and four digits: 123456789 RT0001.',
  'billing.prices.issue.number.QST': 'Write ten digits, TQ and four digits: 1234567890 TQ0001.',

  FeeItemNotFound: 'This fee was not found among those whose price you may set.',
  FeeItemStands:
    'A fee with this code exists and is charged or taxed in another way. Only its names change: take another code.',
  PriceVersionStands: 'A version that begins on this day is on file already. Choose another day.',
} as const;
