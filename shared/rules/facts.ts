/**
 * The named facts that rules may ask for: few, each a question about the situation. Where the situation does not say,
 * the fact does not hold, so a `when` row then allows nothing.
 */
import type { Bilingual } from '../roles.ts'
import type { Module, Situation } from './situation.ts'

type FactKind = Bilingual & { readonly holds: (situation: Situation) => boolean }

const moduleOn = (module: Module) => (situation: Situation) => situation.dossier?.modules.includes(module) === true

export const facts = {
  'dossier is active': {
    en: 'the dossier is active',
    fr: 'le dossier est actif',
    holds: ({ dossier }) => dossier?.state === 'active',
  },
  'archive is on': {
    en: 'the dossier has the digital archive on',
    fr: "le dossier a l'archive numérique activée",
    holds: moduleOn('archive'),
  },
  'actor is not active': {
    en: 'the person is not active',
    fr: "la personne n'est pas active",
    holds: ({ actor }) => actor.status !== 'active',
  },
  'document is their own': {
    en: 'the person put the document in themself',
    fr: 'la personne a déposé le document elle-même',
    holds: ({ actor, document }) => document?.createdBy === actor.personId,
  },
  'transfer is their own': {
    en: 'the person asked for the sending themself',
    fr: "la personne a demandé l'envoi elle-même",
    holds: ({ actor, transfer }) => transfer?.askedBy === actor.personId,
  },
  'actor is the requester': {
    en: 'the person made the request themself, or joined it',
    fr: "la personne a fait la demande elle-même, ou s'y est jointe",
    holds: ({ actor, request }) =>
      request?.requestedBy === actor.personId || request?.joinedBy?.includes(actor.personId) === true,
  },
  'actor uses the dossier': {
    en: 'the person is a client user of the dossier',
    fr: 'la personne est utilisatrice-cliente du dossier',
    holds: ({ actor, access }) => actor.kind === 'client-user' && access?.personId === actor.personId,
  },
  'actor is invited': {
    en: 'the person was invited and has set no password yet',
    fr: "la personne est invitée et n'a pas encore choisi de mot de passe",
    holds: ({ actor }) => actor.status === 'invited',
  },
  'request is pending': {
    en: 'the request is pending',
    fr: 'la demande est en attente',
    holds: ({ request }) => request?.state === 'pending',
  },
  'link is live': {
    en: 'the link has neither been used nor expired',
    fr: "le lien n'a ni servi ni expiré",
    holds: ({ link }) => link?.live === true,
  },
  'link is their own': {
    en: 'the link was mailed to the person themself',
    fr: 'le lien a été envoyé à la personne elle-même',
    holds: ({ actor, link }) => link?.personId === actor.personId,
  },
  'link decides a request': {
    en: 'the link is for deciding an access request',
    fr: "le lien sert à décider d'une demande d'accès",
    holds: ({ link }) => link?.purpose === 'access-decision',
  },
  'link activates an account': {
    en: 'the link is for activating an account',
    fr: 'le lien sert à activer un compte',
    holds: ({ link }) => link?.purpose === 'activation',
  },
} as const satisfies Record<string, FactKind>
export type Fact = keyof typeof facts
