import type { cardsWordingEn } from './cards.wording.en.ts';

export const cardsWordingFr: Record<keyof typeof cardsWordingEn, string> = {
  PaymentDeclined:
    '{reason, select, AMOUNT_NOT_TAKEN {Un montant aussi petit ou aussi élevé ne peut pas être payé par carte. Rien n’a été débité.} other {Le service de cartes n’a pas accepté le paiement. Rien n’a été débité; veuillez réessayer ou payer autrement.}}',
  GatewayUnavailable:
    '{kind, select, WAIT {Le service de cartes ne répond pas pour le moment. Rien n’a été débité; veuillez réessayer dans un instant.} other {Le paiement par carte n’est pas offert ici. Veuillez payer autrement ou vous adresser à l’association.}}',
  ParkedReceiptNotFound: 'Il n’existe pas de tel encaissement que vous puissiez régler.',
  ParkedReceiptSettled: 'Quelqu’un a déjà réglé cet encaissement. Rien n’a été fait.',

  'cards.oneInvoice': 'Nommez une facture ou donnez le jeton d’un lien de paiement, l’un des deux.',
  'cards.returnPage': 'On ne paie pas à partir d’une telle page : INVOICE ou RENEWAL.',
  'cards.amountAboveZero': 'Le montant doit être d’au moins un cent.',
  'cards.moreThanOwed': 'C’est plus que ce qui reste à payer sur la facture.',
  'cards.description': 'Facture {number}',

  'cards.parked.noCard': 'Ceci n’a pas été payé par carte : il n’y a pas de carte à rembourser.',
  'cards.parked.foreign': 'Ce ne sont pas des dollars canadiens : on ne peut que les renvoyer.',
  'cards.parked.whichInvoices': 'Nommez les factures que cet encaissement paie.',
  'cards.parked.payer': 'Personne au dossier ne correspond, à qui vous puissiez donner un crédit.',
  'cards.parked.whoseCredit': 'Nommez la personne ou l’organisation à qui revient le crédit.',

  'CardPaymentState.STARTED': 'Commencé',
  'CardPaymentState.PROCESSING': 'En attente de la banque',
  'CardPaymentState.SUCCEEDED': 'Payé',
  'CardPaymentState.DECLINED': 'Refusé',
  'CardPaymentState.CANCELLED': 'Annulé',
  'CardPaymentState.PARKED': 'À l’examen par l’association',

  'DeclineReason.CARD_DECLINED': 'La banque a refusé la carte.',
  'DeclineReason.INSUFFICIENT_FUNDS': 'Le solde de la carte est insuffisant.',
  'DeclineReason.EXPIRED_CARD': 'La carte est expirée.',
  'DeclineReason.WRONG_SECURITY_CODE': 'Le code de sécurité n’est pas le bon.',
  'DeclineReason.AUTHENTICATION_FAILED': 'La banque n’a pas pu confirmer votre identité.',
  'DeclineReason.AMOUNT_NOT_TAKEN': 'Un montant aussi petit ou aussi élevé ne peut pas être payé par carte.',
  'DeclineReason.PROCESSING_ERROR': 'Une erreur s’est produite entre le service de cartes et la banque.',

  'CardDispute.OPEN': 'Contesté',
  'CardDispute.WON': 'Contestation gagnée',
  'CardDispute.LOST': 'Contestation perdue',

  'CardCheckoutKind.PAY_AT': 'Aller à la page de paiement',
  'CardCheckoutKind.CONFIRM': 'Saisir la carte',
  'CardCheckoutKind.WAIT': 'Attendre la banque',
  'CardCheckoutKind.DONE': 'Terminé',
  'CardCheckoutKind.START_AGAIN': 'Recommencer',

  'ParkedReceiptReason.AMOUNT_DIFFERS': 'Le montant reçu diffère du montant demandé',
  'ParkedReceiptReason.CURRENCY_DIFFERS': 'Ce ne sont pas des dollars canadiens',
  'ParkedReceiptReason.NOTHING_OWED': 'Autant n’est plus dû',
  'ParkedReceiptReason.UNKNOWN_REFERENCE': 'Sa référence est inconnue',
  'ParkedReceiptSettlement.ALLOCATED': 'A payé des factures',
  'ParkedReceiptSettlement.CREDITED': 'Devenu un crédit',
  'ParkedReceiptSettlement.SENT_BACK': 'Renvoyé sur la carte',
  'ParkedReceiptSettlement.RETURNED': 'Repris par la banque',
  'SettleParkedReceiptWay.ALLOCATE': 'Payer des factures',
  'SettleParkedReceiptWay.CREDIT': 'Garder comme crédit',
  'SettleParkedReceiptWay.SEND_BACK': 'Renvoyer sur la carte',

  'cards.sandbox.title': 'Paiement d’essai',
  'cards.sandbox.language': 'Langue',
  'cards.sandbox.explanation':
    'Ceci est un environnement d’essai : aucun argent ne circule. Choisissez une carte d’essai; n’en saisissez jamais une vraie.',
  'cards.sandbox.purpose': 'Objet',
  'cards.sandbox.amount': 'Montant',
  'cards.sandbox.choose': 'Carte d’essai',
  'cards.sandbox.pay': 'Payer',
  'cards.sandbox.back': 'Revenir au site',
  'cards.sandbox.another': 'Choisissez une autre carte.',
  'cards.sandbox.absent': 'Il n’y a pas de paiement à cette adresse.',
  'cards.sandbox.notice.PAID': 'C’est payé.',
  'cards.sandbox.notice.CANCELLED': 'Ce paiement n’est plus possible.',
  'cards.sandbox.notice.PROCESSING': 'La banque n’a pas encore répondu.',
  'cards.sandbox.notice.SILENCE': 'Le service de cartes n’a pas répondu. On saura plus tard si c’est payé.',
  'cards.sandbox.card.APPROVED': 'Se terminant par {digits} : approuvée',
  'cards.sandbox.card.DECLINED': 'Se terminant par {digits} : refusée',
  'cards.sandbox.card.INSUFFICIENT_FUNDS': 'Se terminant par {digits} : refusée, solde insuffisant',
  'cards.sandbox.card.EXPIRED_CARD': 'Se terminant par {digits} : refusée, carte expirée',
  'cards.sandbox.card.WRONG_SECURITY_CODE': 'Se terminant par {digits} : refusée, mauvais code de sécurité',
  'cards.sandbox.card.AUTHENTICATION_FAILED': 'Se terminant par {digits} : refusée, identité non confirmée',
  'cards.sandbox.card.PROCESSING_ERROR': 'Se terminant par {digits} : refusée, erreur de traitement',
  'cards.sandbox.card.PENDING_APPROVED':
    'Se terminant par {digits} : en attente, approuvée deux minutes plus tard',
  'cards.sandbox.card.PENDING_FAILED':
    'Se terminant par {digits} : en attente, refusée deux minutes plus tard',
  'cards.sandbox.card.DISPUTE_WON': 'Se terminant par {digits} : approuvée, contestée, contestation gagnée',
  'cards.sandbox.card.DISPUTE_LOST': 'Se terminant par {digits} : approuvée, contestée, contestation perdue',
  'cards.sandbox.card.REFUNDED_THERE':
    'Se terminant par {digits} : approuvée, rendue par le fournisseur une minute plus tard',
  'cards.sandbox.card.REFUNDED_IN_PART':
    'Se terminant par {digits} : approuvée, un dollar rendu une minute plus tard',
  'cards.sandbox.card.REFUND_FAILED':
    'Se terminant par {digits} : approuvée, rendue, et le remboursement échoue',
  'cards.sandbox.card.NO_ANSWER': 'Se terminant par {digits} : approuvée, mais cette page ne répond pas',
  'cards.sandbox.card.AMOUNT_CHANGED': 'Se terminant par {digits} : approuvée pour un dollar de plus',
  'cards.sandbox.card.WRONG_CURRENCY': 'Se terminant par {digits} : approuvée en dollars américains',
  'cards.sandbox.card.TOLD_TWICE': 'Se terminant par {digits} : approuvée, annoncée deux fois',
  'cards.sandbox.card.TOLD_FIRST':
    'Se terminant par {digits} : approuvée, annoncée avant la réponse de cette page',
  'cards.sandbox.card.TOLD_LATE': 'Se terminant par {digits} : approuvée, annoncée dix minutes plus tard',
  'cards.sandbox.card.FORGED': 'Se terminant par {digits} : impayée, mais quelqu’un contrefait un message',
};
