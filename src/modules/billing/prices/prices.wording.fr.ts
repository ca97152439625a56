import type { pricesWordingEn } from './prices.wording.en.ts';

export const pricesWordingFr: Record<keyof typeof pricesWordingEn, string> = {
  'billing.rule.PRICE': 'Le prix est de {amount} depuis {since}.',
  'billing.rule.PRICE_LATE': 'Frais de retard de {amount} : une somme restait due après {lastDay}.',
  'billing.rule.PRICE_SHARE_OF_OWING': '{rate} de la somme qui restait due après {lastDay} : {owing}.',
  'billing.rule.PRICE_BY_CLASS': 'C’est le prix de la catégorie de membre.',
  'billing.rule.PRICE_BY_PROVINCE': 'C’est le prix pour les membres d’une province : {province}.',
  'billing.rule.PRICE_BY_AGE': 'C’est le prix selon l’âge atteint {on} : {years}.',
  'billing.rule.PRICE_BY_SENIORITY':
    'C’est le prix selon le nombre d’années complètes d’adhésion {on} : {years}.',
  'billing.rule.PRICE_FOR_LENGTH':
    'La période commence {from} et se termine {lastDay} inclusivement : {share} du prix.',
  'billing.rule.PRORATED_BY_MONTH':
    'Le reste de la période commence {from} et se termine {lastDay} inclusivement : {share} du prix, selon le mois d’arrivée.',
  'billing.rule.PRORATED_BY_DAY':
    'Le reste de la période commence {from} et se termine {lastDay} inclusivement : {share} du prix, selon les jours.',
  'billing.rule.PLACE_BY_ADDRESS': 'Lieu de fourniture : {province}, selon l’adresse principale du membre.',
  'billing.rule.PLACE_BY_ASSOCIATION':
    'Lieu de fourniture : {province}, où se trouve l’association. Aucune adresse du membre n’est au dossier.',
  'billing.rule.PLACE_OUTSIDE_CANADA':
    'Lieu de fourniture : hors du Canada, selon l’adresse principale du membre.',
  'billing.rule.TAX_ON_SALE': '{tax} : {rate}, le taux en vigueur {on} ({province}).',
  'billing.rule.TAX_ON_PREMIUM': '{tax} : {rate}, le taux en vigueur {on} ({province}).',
  'billing.rule.TAX_NONE_ON_ITEM': 'Aucune taxe ne s’applique à cette somme.',
  'billing.rule.TAX_NONE_OUTSIDE_CANADA': 'Aucune taxe canadienne ne s’applique hors du Canada.',
  'billing.rule.TAX_NONE_ON_PREMIUMS':
    'Les primes d’assurance ne portaient aucune taxe {on} à cet endroit : {province}.',
  'billing.rule.TAX_EXEMPT': 'Cette cotisation était exonérée {on} : {basis}.',
  'billing.rule.TAX_ELECTED': 'Cette cotisation était taxée {on} en vertu d’un choix : {basis}.',
  'billing.rule.TAX_NOT_REGISTERED': '{tax} : non perçue, parce que l’organisme n’y était pas inscrit {on}.',
  'billing.rule.CLASS_DIFFERENCE':
    'Le prix de la nouvelle catégorie, moins celui de l’ancienne. Le changement prend effet {from}.',
  'billing.rule.CLASS_DIFFERENCE_BACK':
    'Le prix de l’ancienne catégorie, moins celui de la nouvelle, est rendu. Le changement prend effet {from}.',
  'billing.rule.CLASS_DIFFERENCE_UNTIL':
    'Le prix de la nouvelle catégorie, moins celui de l’ancienne. Le changement prend effet {from}, et le dernier jour compté est {lastDay} : une autre catégorie est prévue ensuite.',
  'billing.rule.CLASS_DIFFERENCE_BACK_UNTIL':
    'Le prix de l’ancienne catégorie, moins celui de la nouvelle, est rendu. Le changement prend effet {from}, et le dernier jour compté est {lastDay} : une autre catégorie est prévue ensuite.',
  'billing.rule.LATER_TERM_GIVEN_BACK':
    'La période qui devait commencer {from} ne servira pas : elle est rendue.',
  'billing.rule.NOTHING_ASKED_OF_ESTATE': 'Ce qui n’était pas encore payé n’est pas demandé à la succession.',
  'billing.rule.TERM_NOT_GIVEN_BACK':
    'La période commencée, qui se termine {lastDay} inclusivement, n’est pas rendue.',
  'billing.rule.TERM_GOES_ALONG':
    'Le reste de la période en cours, qui se termine {lastDay} inclusivement, suit le membre : il n’est ni rendu ni facturé de nouveau.',
  'billing.rule.OPEN_STAYS_OWING':
    'Ce qui n’est pas encore payé reste dû à l’association quittée : {amount}.',
  'billing.rule.HOLD_TAKEN_BACK':
    'La suspension temporaire n’aura pas lieu\u00a0: les frais sont rendus. Elle devait commencer {from}.',
  'billing.rule.TERM_FOR_LIFE_ENDS':
    'La période à vie reste à cette association : rien n’a été payé pour elle, et rien n’est rendu.',
  'billing.rule.HOLD_FEE_NOT_GIVEN_BACK':
    'Ce qui a été facturé pour une suspension temporaire n’est pas rendu si elle prend fin plus tôt.',

  'billing.change.ADMISSION': 'Admission d’un membre',
  'billing.change.RECLASSIFICATION': 'Changement de catégorie',
  'billing.change.HOLD': 'Suspension temporaire',
  'billing.change.HOLD_ENDED': 'Fin d’une suspension temporaire',
  'billing.change.RESIGNATION': 'Démission',
  'billing.change.RESIGNATION_WITHDRAWN': 'Démission retirée',
  'billing.change.REINSTATEMENT': 'Réintégration',
  'billing.change.TRANSFER': 'Transfert à une autre association',
  'billing.change.DEATH': 'Décès',

  'FeeOccasion.WITH_TERM': 'Avec chaque période',
  'FeeOccasion.AT_ADMISSION': 'À l’admission',
  'FeeOccasion.WHEN_LATE': 'En cas de retard',
  'FeeOccasion.AT_REINSTATEMENT': 'À la réintégration',
  'FeeOccasion.DURING_HOLD': 'Pendant une suspension temporaire',
  'FeeOccasion.ON_DEMAND': 'Sur demande',
  'Proration.NONE': 'Prix entier',
  'Proration.BY_MONTH': 'Selon le mois d’arrivée',
  'Proration.BY_DAY': 'Selon les jours restants',
  'DecidingDay.INVOICE_DAY': 'Jour de la facture',
  'DecidingDay.TERM_START': 'Premier jour de la période',
  'TaxTreatment.SALES': 'Taxes de vente',
  'TaxTreatment.PREMIUM': 'Taxe sur les primes d’assurance',
  'TaxTreatment.NONE': 'Aucune taxe',
  'TaxRegistrationKind.GST_HST': 'TPS/TVH',
  'TaxRegistrationKind.QST': 'TVQ',
  'TaxStatusBasis.SECTION_17': 'Loi sur la taxe d’accise, annexe V, partie VI, article 17',
  'TaxStatusBasis.SECTION_18': 'Loi sur la taxe d’accise, annexe V, partie VI, article 18',
  'TaxStatusBasis.GST23': 'formulaire GST23',
  'TaxStatusBasis.GST24': 'formulaire GST24',

  'billing.prices.issue.code':
    'Écrivez des majuscules, des chiffres et des traits de soulignement, en commençant par une lettre, au plus 40.',
  'billing.prices.issue.taxTreatment':
    'L’assurance porte la taxe sur les primes, et rien d’autre ne la porte.',
  'billing.prices.issue.effect':
    'Cet effet ne convient pas à ce que paient ces frais, ou au moment où ils sont exigés.',
  'billing.prices.issue.kind': 'Cette sorte ne convient pas au reste.',
  'billing.prices.issue.charged': 'Cette occasion ne convient pas au reste.',
  'billing.prices.issue.range': 'Ce nombre est trop petit ou trop grand.',
  'billing.prices.issue.percent':
    'Écrivez un pourcentage au-dessus de 0 avec un point, par exemple 10 ou 2.5, au plus 100.',
  'billing.prices.issue.amount': 'Indiquez soit un montant, soit un pourcentage de la somme due.',
  'billing.prices.issue.lateOnly': 'Seuls des frais de retard sont un pourcentage de la somme due.',
  'billing.prices.issue.monthTable':
    'La répartition par mois demande un tableau de parts de 0 à 10000 ; les autres n’en prennent pas.',
  'billing.prices.issue.lateAfter':
    'Seuls des frais de retard ont un dernier jour : un nombre de jours après l’échéance, ou un jour comme 03-31.',
  'billing.prices.issue.order': 'La fin ne peut pas précéder le début.',
  'billing.prices.issue.electionSupplier':
    'Choisissez un organisme pour lequel l’association facture, au-dessus ou au-dessous d’elle.',
  'billing.prices.issue.electionBilled':
    'L’association a facturé pour cet organisme ce jour-là ou plus tard. Choisissez un jour après sa dernière facture.',
  'billing.prices.issue.electionEnd':
    'Cette fin changerait qui rend compte de la taxe de factures déjà émises ou de jours fermés. Choisissez le jour de la dernière facture ou un jour ultérieur, ou inscrivez un choix qui commence plus tard.',
  'billing.prices.issue.class': 'Choisissez une catégorie de l’association ou d’une association sous elle.',
  'billing.prices.issue.number.GST_HST': 'Écrivez neuf chiffres, RT et quatre chiffres : 123456789 RT0001.',
  'billing.prices.issue.number.QST': 'Écrivez dix chiffres, TQ et quatre chiffres : 1234567890 TQ0001.',

  FeeItemNotFound: 'Ces frais sont introuvables parmi ceux dont vous fixez le prix.',
  FeeItemStands:
    'Des frais avec ce code existent et sont exigés ou taxés autrement. Seuls leurs noms changent : prenez un autre code.',
  PriceVersionStands: 'Une version qui commence ce jour-là est déjà au dossier. Choisissez un autre jour.',
};
