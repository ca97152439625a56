import type { NewFeeItem } from '../../modules/billing/index.ts';

/** A fee of a body, with its prices. */
export interface DemoFee extends Omit<NewFeeItem, 'associationId'> {
  readonly prices: readonly DemoPrice[];
}

export interface DemoPrice {
  /** The code of a class of the body; null for all. */
  readonly of: string | null;
  readonly cents: bigint;
  readonly from?: string;
  readonly proration?: 'BY_DAY';
}

export interface DemoPriceList {
  readonly fees: readonly DemoFee[];
  /** Invented numbers. */
  readonly registrations: readonly { readonly kind: 'GST_HST' | 'QST'; readonly number: string }[];
}

const dues = {
  code: 'DUES',
  kind: 'DUES',
  taxTreatment: 'SALES',
  charged: 'WITH_TERM',
  effect: 'EXTEND_TERM',
  settlement: 'ON_PAYMENT',
  priceDay: 'TERM_START',
  taxDay: 'INVOICE_DAY',
} as const;

const gst = { kind: 'GST_HST' } as const;

/**
 * Historical examples, to try quotes with; nobody's fees of today. The CSPA's are those that it published for 2016, 2020
 * and 2024, the CIP's those of the Atlantic table of 2023. The AQPM and the OPPI have not published theirs: round
 * figures stand in.
 */
export const demoPrices: Readonly<Record<string, DemoPriceList>> = {
  aqpm: {
    fees: [
      {
        ...dues,
        nameFr: 'Cotisation annuelle',
        nameEn: 'Annual dues',
        prices: [
          { of: 'REGULIER', cents: 1_200_00n, proration: 'BY_DAY' },
          { of: 'STAGIAIRE', cents: 600_00n, proration: 'BY_DAY' },
          { of: 'ASSOCIE', cents: 300_00n, proration: 'BY_DAY' },
        ],
      },
    ],
    registrations: [
      { ...gst, number: '100000001RT0001' },
      { kind: 'QST', number: '1000000001TQ0001' },
    ],
  },
  acps: {
    fees: [
      {
        ...dues,
        nameFr: 'Affiliation annuelle',
        nameEn: 'Annual affiliation',
        priceDay: 'INVOICE_DAY',
        prices: [
          { of: null, cents: 94_00n },
          { of: null, cents: 105_00n, from: '2020-12-01' },
          { of: null, cents: 115_00n, from: '2024-12-01' },
        ],
      },
    ],
    registrations: [{ ...gst, number: '100000002RT0001' }],
  },
  icu: {
    fees: [
      {
        ...dues,
        nameFr: 'Cotisation de l’ICU',
        nameEn: 'CIP dues',
        prices: [
          { of: 'FULL', cents: 241_26n },
          { of: 'STUDENT', cents: 22_03n },
          { of: 'RETIRED', cents: 74_50n },
        ],
      },
      {
        ...dues,
        code: 'LIABILITY',
        kind: 'INSURANCE',
        taxTreatment: 'PREMIUM',
        effect: 'BIND_COVER',
        nameFr: 'Assurance responsabilité professionnelle',
        nameEn: 'Professional liability insurance',
        prices: [
          { of: 'FULL', cents: 54_00n },
          { of: 'CANDIDATE', cents: 54_00n },
        ],
      },
    ],
    registrations: [{ ...gst, number: '100000003RT0001' }],
  },
  oppi: {
    fees: [
      {
        ...dues,
        nameFr: 'Cotisation de l’IPPO',
        nameEn: 'OPPI dues',
        prices: [
          { of: 'FULL', cents: 350_00n },
          { of: 'CANDIDATE', cents: 350_00n },
          { of: 'STUDENT', cents: 35_00n },
          { of: 'RETIRED', cents: 75_00n },
        ],
      },
    ],
    registrations: [{ ...gst, number: '100000004RT0001' }],
  },
};
