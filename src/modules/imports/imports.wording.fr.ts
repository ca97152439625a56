import type { importsWordingEn } from './imports.wording.en.ts';

export const importsWordingFr: Record<keyof typeof importsWordingEn, string> = {
  'ImportKind.PEOPLE': 'Personnes',
  'ImportKind.ORGANIZATIONS': 'Organisations',
  'ImportKind.MEMBERSHIPS': 'Adhésions',
  'ImportKind.DELEGATIONS': 'Délégués',
  'ImportKind.ACCOUNTS': 'Comptes',
  'ImportMode.DRY_RUN': 'Essai',
  'ImportMode.COMMIT': 'Importation',
  'ImportState.WAITING': 'En attente',
  'ImportState.READING': 'Lecture du fichier',
  'ImportState.WRITING': 'Écriture',
  'ImportState.DONE': 'Terminée',
  'ImportState.FAULTY': 'À corriger',
  'ImportState.FAILED': 'Échouée',
  'ImportState.CANCELLED': 'Annulée',
  'ImportSeverity.FAULT': 'Erreur',
  'ImportSeverity.NOTICE': 'Avis',
  'ImportSeverity.DUPLICATE': 'Doublon possible',

  ImportFileNotFound: 'Nous n’avons pas ce fichier. Envoyez-le de nouveau.',
  ImportRunning:
    'L’association écrit déjà une autre importation. Attendez qu’elle soit terminée, ou annulez-la.',
  ImportRunNotFound: 'Cette importation n’existe pas.',
  ImportOver: 'Cette importation est déjà terminée.',
  'imports.issue.source':
    'Utilisez des lettres sans accent, des chiffres, des points, des tirets et des traits de soulignement.',
  'imports.answer.YES': 'Oui',
  'imports.answer.NO': 'Non',

  'imports.finding.NO_TEXT': 'Ce n’est pas un fichier texte. Enregistrez le tableau au format CSV.',
  'imports.finding.EMPTY': 'Le fichier est vide.',
  'imports.finding.COLUMN_UNKNOWN':
    'Cette colonne n’est pas connue ici. Supprimez-la ou donnez-lui l’un des noms de la documentation.',
  'imports.finding.COLUMN_TWICE': 'Le fichier a cette colonne deux fois.',
  'imports.finding.COLUMN_MISSING': 'Cette colonne manque au fichier.',
  'imports.finding.ROW_WIDTH':
    'La ligne a {cells, plural, one {# cellule} other {# cellules}}, mais le fichier a {names, plural, one {# colonne} other {# colonnes}}.',
  'imports.finding.UNREADABLE':
    'Le fichier est illisible à partir de cette ligne : un guillemet manque ou est mal placé.',
  'imports.finding.ROW_TWICE': 'La ligne {otherRow} est le même enregistrement. Retirez l’une des deux.',
  'imports.finding.RECORD_TWICE':
    'La ligne {otherRow} modifie la même fiche : deux fiches ont été fusionnées ici. Cette ligne est laissée de côté; importez le fichier de nouveau ou corrigez la fiche ici.',
  'imports.finding.PERSON_UNKNOWN':
    'Aucune personne de cette source ne porte cet identifiant. Importez d’abord les personnes.',
  'imports.finding.ORGANIZATION_UNKNOWN':
    'Aucune organisation de cette source ne porte cet identifiant. Importez d’abord les organisations.',
  'imports.finding.ONE_HOLDER': 'Nommez soit une personne, soit une organisation.',
  'imports.finding.CLASS_UNKNOWN':
    'L’association n’a aucune catégorie portant ce code. Corrigez le code ou faites d’abord ajouter la catégorie.',
  'imports.finding.CLASS_OF_OTHERS':
    'Cette catégorie ne convient pas à ce titulaire : elle est soit pour les personnes, soit pour les organisations.',
  'imports.finding.NUMBER_OF_OTHER':
    'Ce numéro de membre appartient à quelqu’un d’autre. Corrigez le numéro ou nommez son titulaire ; si les deux ne font qu’un, faites-les fusionner.',
  'imports.finding.SECOND_NUMBER':
    'Le titulaire a un autre numéro de membre : donnez le même à toutes ses lignes, celui qui est ici s’il y en a un.',
  'imports.finding.STAYS_OVERLAP':
    'Deux séjours de cette adhésion se chevauchent : chaque jour n’a qu’une catégorie. Faites finir le premier avant que le second commence.',
  'imports.finding.TERMS_OVERLAP':
    'Deux périodes de cette adhésion se chevauchent. Faites finir la première avant que la seconde commence.',
  'imports.finding.TERM_TWICE':
    'La ligne {otherRow} donne à la même période un autre dernier jour ou un autre type. Faites dire la même chose aux deux lignes ou retirez la période de l’une d’elles.',
  'imports.finding.NUMBER_MERGED':
    'Le membre qui porte ce numéro a été fusionné ici avec un autre, dont le numéro est conservé. La ligne est laissée de côté : inscrivez ce qu’elle a de nouveau sous le numéro conservé ou annulez la fusion.',
  'imports.finding.ROLE_TWICE':
    'La personne a déjà ce rôle à ce moment. Retirez la ligne, ou corrigez les dates pour que chaque jour n’y soit qu’une fois.',
  'imports.finding.TWO_PRINCIPALS':
    'L’organisation a un autre délégué principal à ce moment. Si ce rôle a été confié ici, il passe par une transmission, non par un fichier : retirez la ligne.',
  'imports.finding.PRINCIPAL_NOT_FOLLOWED':
    'L’organisation resterait sans délégué principal à compter de ce jour. Ajoutez qui lui succède.',
  'imports.finding.DELEGATE_LIMIT':
    'Plus de personnes agiraient pour l’organisation que sa catégorie ne le permet. Retirez la ligne, indiquez le dernier jour d’une personne qui est partie ou faites relever la limite.',
  'imports.finding.SECTION_UNKNOWN':
    'L’association n’a aucune section portant ce code. Corrigez le code ou ajoutez d’abord la section.',
  'imports.finding.SECTIONS_OVERLAP':
    'L’organisation est deux fois dans cette section un même jour. Corrigez les dates pour que les séjours ne se chevauchent pas.',
  'imports.finding.HOLDS_OVERLAP':
    'Deux interruptions du même type se chevauchent. Faites finir la première avant que la seconde commence, et nommez chacune dans une seule ligne.',
  'imports.finding.CHANGED_HERE':
    'Cela a été modifié ici depuis la dernière importation, et le fichier dit autre chose. Ce qui est ici demeure, et la ligne est laissée de côté : corrigez ici ou dans le fichier.',
  'imports.finding.OPENS_ACCOUNT':
    'Le compte de cette personne n’a aucune adresse, et ce courriel suffirait pour l’ouvrir. Rien n’est changé, et la ligne est laissée de côté\u00A0: donnez une adresse au compte en remplaçant l’adresse perdue, ou retirez la colonne.',
  'imports.finding.USERNAME_TAKEN':
    'Quelqu’un d’autre a ce nom d’utilisateur. Laissez la cellule vide ou choisissez-en un autre.',
  'imports.finding.ADDRESS_TAKEN':
    'Un compte a déjà cette adresse. Celui-ci est ouvert sans adresse; la personne pourra en ajouter une plus tard.',
  'imports.finding.ADDRESS_IN_FILE':
    'La ligne {otherRow} a la même adresse et la garde. Ce compte est ouvert sans adresse.',
  'imports.finding.HASH_UNKNOWN':
    'Ce type de mot de passe ne peut pas être repris. La personne en choisira un autre à son premier accès.',
  'imports.finding.HAS_ACCOUNT': 'La personne a déjà un compte. La ligne est laissée de côté.',
  'imports.finding.PERSON_TWICE':
    'La ligne {otherRow} ouvre le compte de la même personne : deux fiches ont été fusionnées. Cette ligne est laissée de côté.',
  'imports.finding.KIND_OF_REPRESENTED':
    'D’autres représentent cette personne : le compte n’est pas celui d’une seule personne. Laissez la cellule vide.',
  'imports.finding.KIND_OF_NOBODY_ELSE':
    'Cette personne n’agit pour aucune organisation, et personne ne la représente. Importez d’abord le rôle ou inscrivez la représentation, ou laissez la cellule vide.',
  'imports.finding.ACCOUNT_KEPT':
    'Le compte a été ouvert par une importation précédente. Un fichier ne change pas la façon de se connecter; la ligne est laissée de côté.',
  'imports.finding.OWN_RECORD':
    'C’est votre propre dossier, celui de votre ménage ou celui de votre organisation. La ligne est laissée de côté : demandez à une autre personne du personnel de l’importer.',
  'imports.finding.PERSON_ON_FILE':
    'Une personne de ce nom, avec la même adresse ou le même numéro de téléphone, est déjà au dossier.',
  'imports.finding.PERSON_IN_FILE':
    'La ligne {otherRow} a le même nom, avec la même adresse ou le même numéro de téléphone.',
  'imports.finding.ORGANIZATION_ON_FILE': 'Une organisation de ce nom est déjà au dossier.',
  'imports.finding.ORGANIZATION_IN_FILE': 'La ligne {otherRow} porte le même nom.',
  'imports.finding.RIGHT_GONE':
    'La personne qui a lancé l’importation n’a plus le droit d’importer ici. Une autre personne du personnel peut la relancer.',
  'imports.finding.FILE_GONE': 'Le fichier a été supprimé. Envoyez-le de nouveau.',
  'imports.finding.CONFLICT': 'Un dossier a été modifié au même moment. Recommencez l’importation.',
  'imports.finding.GIVEN_UP':
    'L’importation a été interrompue à plusieurs reprises. Écrivez au soutien technique.',
};
