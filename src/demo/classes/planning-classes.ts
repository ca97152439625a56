import type { DemoClass } from './demo-class.ts';

const common = { heldBy: 'PERSON', renewalOpensDays: 60, graceDays: 90 } as const;

/** Practises: learns, is insured, votes. */
const practising = {
  ...common,
  requiresCpl: true,
  insuranceEligible: true,
  certificateEligible: true,
  votes: true,
};
/** Practises under supervision: the same without a certificate and a vote. */
const supervised = { ...practising, certificateEligible: false, votes: false };
/** Neither practises nor may use a designation. */
const outside = { ...supervised, requiresCpl: false, insuranceEligible: false };

const candidate: DemoClass = {
  ...supervised,
  code: 'CANDIDATE',
  nameFr: 'Membre candidat',
  nameEn: 'Candidate',
};
const student: DemoClass = { ...outside, code: 'STUDENT', nameFr: 'Étudiant', nameEn: 'Student' };
const retired: DemoClass = { ...outside, code: 'RETIRED', nameFr: 'Retraité', nameEn: 'Retired' };
const preCandidate: DemoClass = {
  ...outside,
  code: 'PRE_CANDIDATE',
  nameFr: 'Précandidat',
  nameEn: 'Pre-Candidate',
};
const subscriber: DemoClass = {
  ...outside,
  code: 'SUBSCRIBER',
  nameFr: 'Abonné',
  nameEn: 'Public Subscriber',
};
const nonPractising: DemoClass = {
  ...outside,
  code: 'NON_PRACTISING',
  nameFr: 'Non praticien',
  nameEn: 'Non-Practising',
};

const full = (nameFr: string, nameEn: string): DemoClass => ({ ...practising, code: 'FULL', nameFr, nameEn });

/** By the code of the body; each keeps its own names. */
export const planningClasses: Readonly<Record<string, readonly DemoClass[]>> = {
  icu: [
    full('Membre à part entière (MICU)', 'Full Member (MCIP)'),
    candidate,
    preCandidate,
    student,
    nonPractising,
    retired,
  ],
  oppi: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    preCandidate,
    student,
    subscriber,
    nonPractising,
    retired,
  ],
  pibc: [
    full('Membre certifié', 'Certified Member'),
    { ...practising, code: 'FELLOW', nameFr: 'Fellow', nameEn: 'Fellow' },
    candidate,
    preCandidate,
    student,
    retired,
  ],
  // Its non-practising members must report their learning too.
  appi: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    { ...nonPractising, requiresCpl: true },
    { ...practising, code: 'NON_RESIDENT', nameFr: 'Non-résident', nameEn: 'Non-Resident' },
    student,
    subscriber,
    retired,
  ],
  sppi: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    preCandidate,
  ],
  mppi: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    student,
  ],
  nbap: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    preCandidate,
    student,
  ],
  nlapp: [full('Membre (MICU)', 'Member (MCIP)'), candidate, preCandidate, student],
  peiipp: [
    full('Urbaniste professionnel certifié (UPC)', 'Registered Professional Planner (RPP)'),
    candidate,
    preCandidate,
    student,
  ],
  lppans: [
    full('Urbaniste professionnel agréé (UPA)', 'Licensed Professional Planner (LPP)'),
    candidate,
    preCandidate,
    student,
  ],
  ouq: [full('Urbaniste', 'Urbaniste'), student, retired],
};
