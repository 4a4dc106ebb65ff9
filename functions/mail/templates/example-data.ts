/** One believable example of each mail, for tests and for looking at the templates. Everything in it is invented. */
import type { MailData } from './mail-data.ts'

const common = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const dossier = 'Ateliers Vauclair – comptabilité 2026'

const accessRequest: MailData['access-request'] = {
  ...common,
  responsible: 'Odile Marchetti-Brun',
  requester: 'Théodore Vauclair',
  dossier,
  newUser: { name: 'Inès Quintal-Roy', email: 'ines.quintal@vauclair.example' },
  profile: 'client-document-processing-archive',
  message: "Inès reprend la saisie des factures.\nElle commence lundi ; l'archive lui servira pour l'exercice passé.",
  link: 'https://local.greffe.example/d/decide?request=0198&key=3q2-7w_Zb&lang=fr',
  expiresAt: '2026-11-30T17:05:00.000Z',
  earlier: 1,
}

const offer: MailData['offer'] = {
  ...common,
  name: 'Aurèle Quintard-Bosc',
  giver: 'Odile Marchetti-Brun',
  dossier,
  message: 'Je pars en congé à la fin du mois.\nLe client est prévenu.',
  link: 'https://local.greffe.example/offer-answers/3q2-7w_Zb',
  expiresAt: '2026-11-30T17:05:00.000Z',
}

export const exampleData: MailData = {
  offer,
  'offer-reminder': { ...offer, message: null },
  'offer-ended': {
    ...common,
    name: 'Odile Marchetti-Brun',
    reader: 'giver',
    outcome: 'refused',
    by: 'Aurèle Quintard-Bosc',
    giver: 'Odile Marchetti-Brun',
    recipient: 'Aurèle Quintard-Bosc',
    dossier,
    reason: "Je n'ai plus de place avant janvier.",
  },
  'offer-without-giver': {
    ...common,
    name: 'Philippine Auzoux',
    giver: 'Odile Marchetti-Brun',
    recipient: 'Aurèle Quintard-Bosc',
    dossier: '12',
    expiresAt: '2026-11-30T17:05:00.000Z',
  },
  'dossier-assigned': {
    ...common,
    name: 'Aurèle Quintard-Bosc',
    invitedBy: 'Odile Marchetti-Brun',
    dossier,
  },
  'client-user-created': {
    ...common,
    name: 'Odile Marchetti-Brun',
    by: 'Théodore Vauclair',
    dossier,
    newUser: { name: 'Inès Quintal-Roy', email: 'ines.quintal@vauclair.example' },
    profile: 'client-document-processing',
  },
  'dossier-handed-over': {
    ...common,
    name: 'Aurèle Quintard-Bosc',
    from: 'Basile Tournemire',
    owned: ['12', '15', '240'],
    answered: ['12'],
  },
  'dossier-shared': {
    ...common,
    name: 'Aurèle Quintard-Bosc',
    by: 'Odile Marchetti-Brun',
    dossier,
    mayWrite: true,
    endsAt: '2026-12-18T17:00:00.000Z',
  },
  'share-ended': {
    ...common,
    name: 'Aurèle Quintard-Bosc',
    by: 'Odile Marchetti-Brun',
    dossier,
  },
  invitation: {
    ...common,
    name: 'Inès Quintal-Roy',
    invitedBy: 'Odile Marchetti-Brun',
    dossier,
    link: 'https://local.greffe.example/activate?key=k9_XyZ-41&step=1',
    expiresAt: '2026-11-30T17:05:00.000Z',
  },
  'access-request': accessRequest,
  'access-request-reminder': { ...accessRequest, earlier: 0, message: null },
  'access-request-approved': {
    ...common,
    requester: 'Théodore Vauclair',
    newUser: { name: 'Inès Quintal-Roy' },
    dossier,
    profile: 'client-document-processing',
    askedProfile: 'client-document-processing-archive',
    decidedBy: 'Odile Marchetti-Brun',
  },
  'access-request-refused': {
    ...common,
    requester: 'Théodore Vauclair',
    newUser: { name: 'Inès Quintal-Roy' },
    dossier,
    reason: "Le contrat n'est pas encore signé.\nRefaites la demande après la signature.",
    decidedBy: 'Odile Marchetti-Brun',
  },
  'access-request-expired': {
    ...common,
    requester: 'Théodore Vauclair',
    newUser: { name: 'Inès Quintal-Roy' },
    dossier,
    askedAt: '2026-11-16T08:30:00.000Z',
  },
  'documents-sent': {
    ...common,
    name: 'Odile Marchetti-Brun',
    dossier,
    by: 'Théodore Vauclair',
    documents: [
      { name: 'facture-2026-0187.pdf', length: 48_211 },
      { name: 'Procès-verbal — assemblée (copie n°2).pdf', length: 31_904 },
      { name: 'plan-atelier.pdf', length: 20_000_000 },
    ],
    sentAt: '2026-11-24T17:05:00.000Z',
  },
  'documents-not-sent': {
    ...common,
    name: 'Théodore Vauclair',
    dossier,
    reason: "L'empreinte d'un document ne correspondait pas à celle de l'original.",
    sent: 4,
    failed: 1,
  },
}
