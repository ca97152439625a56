import { registerEnumType } from 'type-graphql';
import { DECLINE_REASONS } from '../payment-gateway.ts';
import { DISPUTES, PARKED_WHY, SETTLED_HOW } from './card-words.ts';
import { CARD_PAYMENT_STATES } from './card-payment-state.ts';

registerEnumType(DECLINE_REASONS, {
  name: 'DeclineReason',
  description: 'Why a card, or an order at the gateway, was not taken.',
  valuesConfig: {
    CARD_DECLINED: { description: 'The bank says no and does not say why.' },
    AMOUNT_NOT_TAKEN: { description: 'The gateway takes no payment of so little or so much.' },
    PROCESSING_ERROR: { description: 'Something failed between the gateway and the bank.' },
  },
});
registerEnumType(CARD_PAYMENT_STATES, {
  name: 'CardPaymentState',
  description: 'Where a payment by card stands, as far as its gateway has told.',
  valuesConfig: {
    STARTED: { description: 'Nobody has paid yet.' },
    PROCESSING: { description: 'The gateway waits for the bank; that may take days.' },
    SUCCEEDED: { description: 'It is paid.' },
    DECLINED: {
      description: 'The card was declined. Until another payment is started, another card may be tried.',
    },
    CANCELLED: { description: 'Nobody pays it any more: a day went by, or another one took its place.' },
    PARKED: { description: 'It was paid, but not as it was ordered: the association looks at it.' },
  },
});
registerEnumType(DISPUTES, {
  name: 'CardDispute',
  description: 'That the holder of a card asked their bank for the money.',
  valuesConfig: {
    OPEN: { description: 'The bank has not decided.' },
    WON: { description: 'The money stays.' },
    LOST: { description: 'The money went back.' },
  },
});
registerEnumType(PARKED_WHY, {
  name: 'ParkedReceiptReason',
  description: 'Why money that came in pays nothing until staff have looked at it.',
  valuesConfig: {
    AMOUNT_DIFFERS: { description: 'Another amount came than was ordered.' },
    CURRENCY_DIFFERS: { description: 'It is not Canadian money.' },
    NOTHING_OWED: {
      description: 'Less, or nothing, is owed any more: it was paid in another way meanwhile.',
    },
    UNKNOWN_REFERENCE: { description: 'Nothing on file is known by its reference.' },
  },
});

registerEnumType(SETTLED_HOW, {
  name: 'ParkedReceiptSettlement',
  description: 'What became of money that waited for staff.',
  valuesConfig: {
    ALLOCATED: { description: 'It paid invoices.' },
    CREDITED: { description: 'It became credit.' },
    SENT_BACK: { description: 'It goes, or went, back to the card.' },
    RETURNED: { description: 'The payer’s bank took it back first.' },
  },
});

export const SETTLE_WAYS = { ALLOCATE: 'ALLOCATE', CREDIT: 'CREDIT', SEND_BACK: 'SEND_BACK' } as const;
export type SettleWay = keyof typeof SETTLE_WAYS;
registerEnumType(SETTLE_WAYS, {
  name: 'SettleParkedReceiptWay',
  description: 'What becomes of a parked receipt.',
  valuesConfig: {
    ALLOCATE: { description: 'It pays invoices; what is left is the credit of whoever owes the first one.' },
    CREDIT: { description: 'All of it is somebody’s credit.' },
    SEND_BACK: { description: 'It goes back to the card that paid.' },
  },
});

export const CARD_CHECKOUT = {
  PAY_AT: 'PAY_AT',
  CONFIRM: 'CONFIRM',
  WAIT: 'WAIT',
  DONE: 'DONE',
  START_AGAIN: 'START_AGAIN',
} as const;
export type CardCheckoutKind = keyof typeof CARD_CHECKOUT;
registerEnumType(CARD_CHECKOUT, {
  name: 'CardCheckoutKind',
  description: 'How a browser goes on with a payment by card.',
  valuesConfig: {
    PAY_AT: { description: 'It opens `payAt`, which leads back to the site.' },
    CONFIRM: {
      description: "The page shows the gateway's own card fields, with `clientSecret` and `publishableKey`.",
    },
    WAIT: { description: 'The gateway waits for the bank: the page asks for the state again.' },
    DONE: { description: 'It is paid.' },
    START_AGAIN: { description: 'Nobody pays this one any more: start another, with a new key.' },
  },
});
