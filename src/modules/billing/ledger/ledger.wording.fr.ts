import type { ledgerWordingEn } from './ledger.wording.en.ts';

export const ledgerWordingFr: Record<keyof typeof ledgerWordingEn, string> = {
  PeriodClosedAlready: 'Le livre est déjà fermé jusqu’à ce jour, et ne se rouvre pas.',
  NothingToRemit: 'Rien n’est dû à cet organisme jusqu’à ce jour qui ne figure déjà dans un versement.',
  BodyOwesMore:
    'Cet organisme a reçu plus que ce qui lui est dû. Le prochain versement en déduira la différence\u00a0; vous pouvez aussi la réclamer dès maintenant.',
  NothingToClaim: 'Cet organisme n’a rien à rendre jusqu’à ce jour.',
  RemittanceNotFound: 'Ce versement ne figure pas parmi ceux sur lesquels vous pouvez agir.',
  RemittanceNeedsSecondPerson: 'Vous l’avez préparé vous-même\u00a0: une autre personne doit l’approuver.',
  RemittanceMovedOn:
    'Le versement n’est plus dans l’état que vous avez vu. Consultez-le de nouveau\u00a0; rien n’a été fait.',

  'ledger.closing.notOver': 'Choisissez un jour qui est passé.',
  'ledger.remitting.toItself': 'Un livre ne se doit rien à lui-même\u00a0: choisissez un autre organisme.',
  'ledger.remitting.order': 'La fin ne doit pas précéder le début.',
  'ledger.remitting.toCome': 'Ce jour est encore à venir.',

  'JournalKind.PAYMENT': 'Paiement reçu',
  'JournalKind.CREDIT_USED': 'Crédit utilisé',
  'JournalKind.PAYMENT_RETURNED': 'Paiement retourné',
  'JournalKind.REFUND': 'Remboursement',
  'JournalKind.REFUND_FAILED': 'Remboursement revenu',
  'JournalKind.CREDIT_NOTE': 'Note de crédit',
  'JournalKind.REMITTANCE': 'Versement',
  'JournalKind.REMITTANCE_REVERSED': 'Versement annulé',
  'JournalKind.CLAIM': 'Réclamation',
  'JournalKind.CLAIM_PAID': 'Réclamation payée',

  'LedgerAccount.CASH': 'Encaisse',
  'LedgerAccount.PAYER_CREDIT': 'Crédits des payeurs',
  'LedgerAccount.OWED': 'Dû aux organismes',
  'LedgerAccount.TAX': 'Taxes dues',
  'LedgerAccount.CLAIMED': 'Réclamé aux organismes',

  'RemittanceKind.REMITTANCE': 'Versement',
  'RemittanceKind.CLAIM': 'Réclamation',
  'RemittanceSide.BOOK': 'Versé par lui',
  'RemittanceSide.BODY': 'Versé à lui',
  'RemittanceState.PREPARED': 'En attente d’approbation',
  'RemittanceState.APPROVED': 'Approuvé',
  'RemittanceState.PAID': 'Payé',
  'RemittanceState.REVERSED': 'Annulé',

  'ledger.column.journal': 'Écriture',
  'ledger.column.postedOn': 'Au livre le',
  'ledger.column.occurredOn': 'Survenu le',
  'ledger.column.kind': 'Opération',
  'ledger.column.account': 'Compte',
  'ledger.column.body': 'Organisme',
  'ledger.column.tax': 'Taxe',
  'ledger.column.invoice': 'Facture',
  'ledger.column.description': 'Ligne',
  'ledger.column.debit': 'Débit',
  'ledger.column.credit': 'Crédit',
  'ledger.column.owed': 'Dû à l’organisme',
  'ledger.column.takenBack': 'Repris',
};
