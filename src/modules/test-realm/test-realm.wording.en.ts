export const testRealmWordingEn = {
  NothingToReset: 'This test realm has no demo data, so there is no beginning to go back to.',
  InvitationNotIssued: 'The invitation was not sent. {label}.',
  'testRealm.issue.everything': 'Say `true`: everything that anybody did in this realm is lost.',
  'testRealm.issue.toOrBy': 'Say either to when or by how much the clock moves.',
  'testRealm.issue.backwards': 'The clock moves forward only: `resetTestData` brings it back.',
  'testRealm.issue.tooFar': 'The clock moves by {years, number} years at most at once.',
};
