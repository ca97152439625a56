/** What `npm start` says in the terminal. */
export const startWordingEn = {
  'start.starting': 'Affilia is starting…',
  'start.databaseCreated': 'A new database was made in {directory}.',
  'start.databaseAdopted': 'The database was already running on port {port}.',
  'start.databaseElsewhere':
    'This folder cannot be entered by the user that runs the database, so its {what, select, data {data} other {programs}} are kept in {place}.',
  'start.demoLoaded': 'Demo data was loaded.',
  'start.demoThere': 'The demo data was there already.',
  'start.demoIsForTests': 'Demo data is for test realms only: REALM_MODE is LIVE.',
  'start.demoInLive':
    'The database holds demo data, with passwords that everybody knows: give a LIVE realm a database of its own.',
  'start.movedClockInLive':
    'The database belongs to a test realm whose clock was moved: give a LIVE realm a database of its own.',
  'start.noDemo': 'This database has no demo data: `npm run demo` loads it for the next start.',
  'start.ready': 'Affilia is ready. Press Ctrl-C to stop.',
  'start.stopping': 'Stopping…',
  'start.stopped': 'Stopped.',
  'start.stoppedKept': 'Stopped. Everything is kept for the next start; `npm run reset` clears it.',
  'start.resetDone': 'Everything was cleared. `npm start` begins afresh.',
  'start.resetRefused.LIVE': '`npm run reset` is for test realms only: REALM_MODE is LIVE.',
  'start.resetRefused.DATABASE_URL':
    '`npm run reset` clears only the database that comes with the product: the one at DATABASE_URL is yours to clear.',
  'start.administrator.usage':
    'Write `npm run administrator -- alex@example.org` to make somebody a realm administrator, and add `--end` to end it. They are named by their username or an e-mail address, and must have confirmed one.',
  'start.administrator.unknown': 'Nobody with a confirmed address signs in here as {identifier}.',
  'start.administrator.appointed': '{identifier} is a realm administrator from now on.',
  'start.administrator.already': '{identifier} is a realm administrator already.',
  'start.administrator.dismissed': '{identifier} is no realm administrator any more.',
  'start.administrator.none': '{identifier} is no realm administrator.',
  'start.table.api': 'API',
  'start.table.graphiql': 'GraphiQL',
  'start.table.partnerSite': 'Demo partner site',
  'start.table.internalTool': 'Staff tool',
  'start.table.oneSite': 'One sign-in: OPPI',
  'start.table.otherSite': 'One sign-in: CIP',
  'start.table.serverSite': 'Site of a server',
  'start.table.mailbox': 'Mailbox',
  'start.table.accounts': 'Accounts to sign in with',
  'start.table.password': 'password',
  'start.portTaken':
    'Port {port} is taken (Affilia uses PORT and, for the demo, the four ports after it): stop the program that uses it, or choose others with PORT=4100 npm start.',
  'start.portForbidden': 'This user may not listen on port {port}: choose one above 1023, such as PORT=4000.',
  'start.hostUnusable':
    'The address in HOST is none of this machine: give one that is, such as HOST=127.0.0.1.',
  'start.dataInUse':
    'Affilia is running on the data in {directory}: stop it first, with Ctrl-C where it was started.',
  'start.dataUnusable':
    'The folder {directory} cannot be written to: give this user the right to, or choose another with DATA_DIR.',
  'start.database.UNREACHABLE':
    'The database at {variable} cannot be reached: check that it runs and that host and port are right.',
  'start.database.REFUSED':
    'The database refused {variable}: check the user, the password and the name of the database.',
  'start.database.ENCRYPTION':
    'The database and {variable} do not agree on encryption: check `sslmode` in the address and the certificate of the server.',
  'start.database.UNREADABLE':
    '{variable} cannot be read: write special characters of the user and the password as percent codes, such as `%25` for `%`.',
  'start.database.BUSY':
    'The database at {variable} takes no connections now: start again in a moment, or allow it more connections.',
  'start.databaseIsNewer':
    'The database was written by a newer version of Affilia: start that version, or restore a backup made before it.',
  'start.databaseIsTooOld': 'PostgreSQL {version} is too old: Affilia needs version 15 or newer.',
  'start.migration.RIGHTS':
    'The database user may not change the tables: give MIGRATION_DATABASE_URL with the user that owns them.',
  'start.migration.EXTENSION':
    'PostgreSQL lacks the extension `btree_gist`: install its contrib package, or choose a server that has it.',
  'start.migration.OTHER':
    'The tables could not be brought up to this version (step {step}, fault {state}) and are as they were before that step: restore a backup, or give DATABASE_URL an empty database.',
  'start.splitNeedsDatabase':
    '`--role=api` and `--role=worker` share one database: give its address in DATABASE_URL.',
  'start.badRole': '`--role` is `api` or `worker`; leave it out to run both.',
  'start.embedded.NO_BINARIES':
    'PostgreSQL does not come with the package for this machine: install one and give its address in DATABASE_URL.',
  'start.embedded.CANNOT_CREATE': 'The embedded database could not be made: {detail}',
  'start.embedded.CANNOT_START': 'The embedded database could not start: {detail}',
  'start.embedded.CANNOT_STOP': 'The embedded database could not be stopped: {detail}',
  'start.embedded.DATA_OF_ANOTHER_VERSION':
    'The data in DATA_DIR were written by PostgreSQL {detail}: `npm run reset` clears them, or give another DATA_DIR.',
  'start.embedded.DATA_OF_ANOTHER_USER':
    'The data in DATA_DIR belong to another user: start as that user, or give another DATA_DIR.',
  'start.embedded.DATA_OUT_OF_REACH': 'The data in DATA_DIR cannot be read: check the rights of {detail}.',
  'start.embedded.CREDENTIALS_LOST':
    'The passwords of the embedded database are gone ({detail}): `npm run reset` clears the data and begins afresh.',
  'start.embedded.PLACE_TAKEN':
    'The folder {detail} belongs to somebody else: remove it, or give another DATA_DIR.',
} as const;
