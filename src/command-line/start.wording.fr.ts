import type { startWordingEn } from './start.wording.en.ts';

export const startWordingFr: Record<keyof typeof startWordingEn, string> = {
  'start.starting': 'Affilia démarre…',
  'start.databaseCreated': 'Une nouvelle base de données a été créée dans {directory}.',
  'start.databaseAdopted': 'La base de données fonctionnait déjà sur le port {port}.',
  'start.databaseElsewhere':
    'L’utilisateur qui exécute la base de données ne peut pas entrer dans ce dossier : ses {what, select, data {données} other {programmes}} sont donc dans {place}.',
  'start.demoLoaded': 'Les données de démonstration ont été chargées.',
  'start.demoThere': 'Les données de démonstration étaient déjà là.',
  'start.demoIsForTests':
    'Les données de démonstration sont réservées aux environnements d’essai : REALM_MODE vaut LIVE.',
  'start.demoInLive':
    'La base de données contient la démonstration, avec des mots de passe que tout le monde connaît : donnez une autre base à un environnement LIVE.',
  'start.movedClockInLive':
    'La base de données est celle d’un environnement d’essai dont l’horloge a été avancée\u00A0: donnez une autre base à un environnement LIVE.',
  'start.noDemo':
    'Cette base de données n’a pas de données de démonstration : `npm run demo` les charge pour le prochain démarrage.',
  'start.ready': 'Affilia est prêt. Appuyez sur Ctrl-C pour arrêter.',
  'start.stopping': 'Arrêt en cours…',
  'start.stopped': 'Arrêté.',
  'start.stoppedKept': 'Arrêté. Tout est conservé pour le prochain démarrage; `npm run reset` efface tout.',
  'start.resetDone': 'Tout a été effacé. `npm start` repart de zéro.',
  'start.resetRefused.LIVE': '`npm run reset` est réservé aux environnements d’essai : REALM_MODE vaut LIVE.',
  'start.resetRefused.DATABASE_URL':
    '`npm run reset` n’efface que la base de données fournie avec le produit : celle de DATABASE_URL, c’est à vous de l’effacer.',
  'start.administrator.usage':
    'Écrivez `npm run administrator -- alex@exemple.org` pour qu’une personne administre tout le service, et ajoutez `--end` pour y mettre fin. Elle est désignée par son nom d’utilisateur ou par une adresse courriel, et doit en avoir confirmé une.',
  'start.administrator.unknown':
    'Personne qui ait confirmé une adresse n’ouvre de session ici sous le nom de {identifier}.',
  'start.administrator.appointed': 'Désormais, {identifier} administre tout le service.',
  'start.administrator.already': 'Cette personne administre déjà tout le service\u00A0: {identifier}.',
  'start.administrator.dismissed': 'Désormais, {identifier} n’administre plus tout le service.',
  'start.administrator.none': 'Cette personne n’administre pas tout le service\u00A0: {identifier}.',
  'start.table.api': 'API',
  'start.table.graphiql': 'GraphiQL',
  'start.table.partnerSite': 'Site partenaire de démonstration',
  'start.table.internalTool': 'Outil du personnel',
  'start.table.oneSite': 'Connexion unique : IPPO',
  'start.table.otherSite': 'Connexion unique : ICU',
  'start.table.serverSite': 'Site d’un serveur',
  'start.table.mailbox': 'Boîte aux lettres',
  'start.table.accounts': 'Comptes pour ouvrir une session',
  'start.table.password': 'mot de passe',
  'start.portTaken':
    'Le port {port} est occupé (Affilia prend PORT et, pour la démonstration, les quatre ports suivants) : arrêtez le programme qui l’utilise, ou choisissez-en d’autres avec PORT=4100 npm start.',
  'start.portForbidden':
    'Cet utilisateur ne peut pas écouter sur le port {port} : choisissez-en un au-dessus de 1023, par exemple PORT=4000.',
  'start.hostUnusable':
    'L’adresse de HOST n’appartient pas à cette machine : indiquez-en une qui est à elle, par exemple HOST=127.0.0.1.',
  'start.dataInUse':
    'Affilia fonctionne déjà avec les données de {directory} : arrêtez-le d’abord, avec Ctrl-C là où il a démarré.',
  'start.dataUnusable':
    'On ne peut pas écrire dans le dossier {directory} : donnez-en le droit à cet utilisateur, ou choisissez un autre dossier avec DATA_DIR.',
  'start.database.UNREACHABLE':
    'La base de données de {variable} est injoignable : vérifiez qu’elle fonctionne et que l’hôte et le port sont exacts.',
  'start.database.REFUSED':
    'La base de données a refusé {variable} : vérifiez l’utilisateur, le mot de passe et le nom de la base.',
  'start.database.ENCRYPTION':
    'La base de données et {variable} ne s’entendent pas sur le chiffrement : vérifiez `sslmode` dans l’adresse et le certificat du serveur.',
  'start.database.UNREADABLE':
    '{variable} est illisible : écrivez les caractères spéciaux de l’utilisateur et du mot de passe sous forme de codes, par exemple `%25` pour `%`.',
  'start.database.BUSY':
    'La base de données de {variable} n’accepte aucune connexion pour le moment : redémarrez dans un instant, ou permettez-lui plus de connexions.',
  'start.databaseIsNewer':
    'La base de données a été écrite par une version plus récente d’Affilia : démarrez cette version, ou restaurez une copie antérieure.',
  'start.databaseIsTooOld':
    'PostgreSQL {version} est trop ancien : Affilia demande la version 15 ou une plus récente.',
  'start.migration.RIGHTS':
    'L’utilisateur de la base de données ne peut pas modifier les tables : donnez dans MIGRATION_DATABASE_URL celui à qui elles appartiennent.',
  'start.migration.EXTENSION':
    'Il manque à PostgreSQL l’extension `btree_gist` : installez son paquet contrib, ou choisissez un serveur qui l’a.',
  'start.migration.OTHER':
    'Les tables n’ont pas pu être mises à jour (étape {step}, erreur {state}) et sont telles qu’avant cette étape : restaurez une copie, ou donnez à DATABASE_URL une base de données vide.',
  'start.splitNeedsDatabase':
    '`--role=api` et `--role=worker` partagent une base de données : donnez son adresse dans DATABASE_URL.',
  'start.badRole': '`--role` vaut `api` ou `worker`; ne l’indiquez pas pour exécuter les deux.',
  'start.embedded.NO_BINARIES':
    'Le paquet ne contient pas PostgreSQL pour cette machine : installez-le et donnez son adresse dans DATABASE_URL.',
  'start.embedded.CANNOT_CREATE': 'La base de données intégrée n’a pas pu être créée : {detail}',
  'start.embedded.CANNOT_START': 'La base de données intégrée n’a pas pu démarrer : {detail}',
  'start.embedded.CANNOT_STOP': 'La base de données intégrée n’a pas pu être arrêtée : {detail}',
  'start.embedded.DATA_OF_ANOTHER_VERSION':
    'Les données de DATA_DIR ont été écrites par PostgreSQL {detail} : `npm run reset` les efface; sinon, donnez un autre DATA_DIR.',
  'start.embedded.DATA_OF_ANOTHER_USER':
    'Les données de DATA_DIR appartiennent à un autre utilisateur : démarrez en son nom, ou donnez un autre DATA_DIR.',
  'start.embedded.DATA_OUT_OF_REACH':
    'Les données de DATA_DIR sont illisibles : vérifiez les droits de {detail}.',
  'start.embedded.CREDENTIALS_LOST':
    'Les mots de passe de la base de données intégrée ont disparu ({detail}) : `npm run reset` efface les données et repart de zéro.',
  'start.embedded.PLACE_TAKEN':
    'Le dossier {detail} appartient à quelqu’un d’autre : supprimez-le, ou donnez un autre DATA_DIR.',
};
