/** What circumstances are called in the tables of the permission page: few words, in both languages. */
import type { Bilingual } from '../../shared/roles.ts'
import { type Variations, variations } from '../../shared/rules/cases.ts'

type Aspect = keyof Variations
type Words<A extends Aspect> = { readonly [V in Variations[A]]: Bilingual }

const own: Bilingual = { en: 'own', fr: 'le sien' }
const anothers: Bilingual = { en: "another's", fr: "celui d'autrui" }
const ofOneself = { oneself: own, another: anothers } as const

const values: { readonly [A in Aspect]: Words<A> } = {
  dossier: {
    active: { en: 'active dossier', fr: 'dossier actif' },
    closed: { en: 'closed dossier', fr: 'dossier fermé' },
    archived: { en: 'archived dossier', fr: 'dossier archivé' },
  },
  archive: {
    on: { en: 'archive on', fr: 'archive activée' },
    off: { en: 'archive off', fr: 'archive désactivée' },
  },
  author: ofOneself,
  asker: ofOneself,
  member: {
    oneself: { en: 'themself', fr: 'soi-même' },
    another: { en: 'others, not themself', fr: 'les autres, pas soi-même' },
  },
  requester: {
    oneself: { en: 'own request', fr: 'sa demande' },
    'joined by oneself': { en: 'request joined', fr: 'demande rejointe' },
    another: { en: "another's request", fr: "demande d'autrui" },
  },
  request: {
    pending: { en: 'pending', fr: 'en attente' },
    'information-asked': { en: 'more information asked', fr: 'informations demandées' },
    ended: { en: 'ended', fr: 'terminée' },
  },
  asked: {
    'by name': { en: 'asked by name', fr: 'sollicité·e à son nom' },
    'as a stand-in': { en: 'asked instead of the responsible', fr: 'sollicité·e à la place du responsable' },
    'for the absent': { en: 'standing in for the absent', fr: 'remplaçant·e de la personne absente' },
    'for somebody who is back': { en: 'stood in, absence over', fr: 'remplaçant·e, absence terminée' },
    'for the client group': { en: 'answering for the client group', fr: 'répondant pour le groupe de clients' },
    'for another client group': { en: 'answering for another group', fr: 'répondant pour un autre groupe' },
    'as the office': { en: 'the office answers', fr: "l'office répond" },
  },
  holder: {
    oneself: { en: 'own link', fr: 'son lien' },
    another: { en: "another's link", fr: "lien d'autrui" },
  },
  purpose: {
    this: { en: 'for this', fr: 'pour cela' },
    'something else': { en: 'for something else', fr: 'pour autre chose' },
  },
  link: {
    live: { en: 'live', fr: 'valable' },
    over: { en: 'used or expired', fr: 'utilisé ou expiré' },
  },
  modules: {
    all: { en: 'every module on', fr: 'tous les modules activés' },
    'without figures': { en: 'figures off', fr: 'chiffres désactivés' },
    'without history': { en: 'history off', fr: 'historique désactivé' },
    'without payment': { en: 'payment off', fr: 'paiement désactivé' },
    'without financial': { en: 'financial menu off', fr: 'menu financier désactivé' },
    none: { en: 'no module on', fr: 'aucun module activé' },
  },
  share: {
    none: { en: 'not shared', fr: 'non partagé' },
    read: { en: 'shared to read', fr: 'partagé en lecture' },
    write: { en: 'shared to write', fr: 'partagé en écriture' },
    ended: { en: 'share ended', fr: 'partage terminé' },
  },
  assigned: {
    no: { en: 'client not assigned', fr: 'client non attribué' },
    'by name': { en: 'client assigned', fr: 'client attribué' },
    'as owner of another dossier': { en: 'owner of another dossier', fr: "propriétaire d'un autre dossier" },
  },
  confidential: {
    nothing: { en: 'nothing confidential', fr: 'rien de confidentiel' },
    item: { en: 'confidential item', fr: 'élément confidentiel' },
    dossier: { en: 'confidential dossier', fr: 'dossier confidentiel' },
  },
  contents: {
    'some open': { en: 'some of it not marked', fr: 'en partie non marqué' },
    'all marked': { en: 'everything in it marked', fr: 'tout son contenu marqué' },
  },
  met: {
    'may be met': { en: 'dossiers may be met', fr: 'les dossiers peuvent être rencontrés' },
    'may not be met': { en: 'dossiers are not met', fr: 'les dossiers ne se rencontrent pas' },
  },
  offered: {
    'to oneself': { en: 'offered to them', fr: 'qui leur est offert' },
    'by oneself': { en: 'offered by them', fr: 'offert par eux' },
    'between others': { en: 'offered between others', fr: 'offert entre autres personnes' },
  },
  offer: {
    pending: { en: 'pending', fr: 'en attente' },
    accepted: { en: 'accepted', fr: 'acceptée' },
    refused: { en: 'refused', fr: 'refusée' },
    withdrawn: { en: 'withdrawn', fr: 'retirée' },
    expired: { en: 'expired', fr: 'expirée' },
  },
  approver: {
    named: { en: 'named', fr: 'nommé·e' },
    'for the absent': { en: 'standing in for the named', fr: 'remplaçant·e de la personne nommée' },
    'for somebody who is back': { en: 'stood in, absence over', fr: 'remplaçant·e, absence terminée' },
    'not named': { en: 'not named', fr: 'non nommé·e' },
  },
  approval: {
    'to approve': { en: 'waiting for approval', fr: "en attente d'approbation" },
    'in process': { en: 'not waiting for approval', fr: "sans attente d'approbation" },
  },
  copy: {
    widens: { en: 'shown to more people', fr: 'montré à davantage de personnes' },
    'does not widen': { en: 'shown to nobody more', fr: 'montré à personne de plus' },
  },
  grantee: {
    colleague: { en: 'to a colleague', fr: 'à un·e collègue' },
    'colleague who keeps no dossiers': {
      en: 'to a colleague who is no practitioner',
      fr: 'à un·e collègue qui n’est pas intervenant·e',
    },
    owner: { en: 'to the owner', fr: 'au propriétaire' },
    guest: { en: 'to a guest', fr: 'à un·e invité·e' },
    'inactive colleague': { en: 'to an inactive colleague', fr: 'à un·e collègue inactif·ve' },
    'client user': { en: 'to a client user', fr: 'à un utilisateur-client' },
  },
  proposal: {
    plain: { en: 'with plain rights', fr: 'avec des droits ordinaires' },
    'wider role': { en: 'with a wider role', fr: 'avec un rôle plus large' },
    'own sheet': { en: 'with a sheet of their own', fr: 'avec une fiche particulière' },
  },
  successor: {
    oneself: { en: 'to oneself', fr: 'à soi-même' },
    another: { en: 'to another', fr: 'à une autre personne' },
  },
  uses: {
    'this dossier alone': { en: 'uses this dossier alone', fr: 'utilise ce seul dossier' },
    'others too': { en: 'uses others, too', fr: 'en utilise aussi d’autres' },
  },
  user: {
    'of the dossier': { en: 'user of the dossier', fr: 'utilisateur du dossier' },
    elsewhere: { en: 'user of another dossier', fr: "utilisateur d'un autre dossier" },
    oneself: { en: 'themself', fr: 'soi-même' },
    'a member': { en: 'a member', fr: 'un membre' },
  },
  calendar: ofOneself,
  invoice: {
    draft: { en: 'draft', fr: 'brouillon' },
    issued: { en: 'issued', fr: 'émise' },
    'part-paid': { en: 'part paid', fr: 'payée en partie' },
    paid: { en: 'paid', fr: 'payée' },
    credited: { en: 'credited', fr: 'créditée' },
  },
  companion: {
    member: { en: 'member of the space', fr: "membre de l'espace" },
    'not a member': { en: 'no member of the space', fr: "non-membre de l'espace" },
  },
  collaborativeSpace: {
    open: { en: 'open space', fr: 'espace ouvert' },
    closed: { en: 'closed space', fr: 'espace fermé' },
  },
  companions: {
    one: { en: 'last member', fr: 'dernier membre' },
    several: { en: 'not the last member', fr: 'pas le dernier membre' },
  },
  groups: {
    in: { en: 'own groups', fr: 'ses groupes' },
    manages: { en: 'groups they manage', fr: "groupes qu'ils gèrent" },
    neither: { en: 'other groups', fr: 'autres groupes' },
  },
  meeting: {
    draft: { en: 'draft', fr: 'brouillon' },
    published: { en: 'published', fr: 'publiée' },
    running: { en: 'running', fr: 'en cours' },
    closed: { en: 'closed', fr: 'close' },
  },
  part: {
    'takes part': { en: 'as participant', fr: 'comme participant·e' },
    'does not': { en: 'no participant', fr: 'non-participant·e' },
  },
  recused: {
    recused: { en: 'recused', fr: 'récusé·e' },
    'not recused': { en: 'not recused', fr: 'non récusé·e' },
  },
  signatory: {
    signatory: { en: 'signatory', fr: 'signataire' },
    'not a signatory': { en: 'no signatory', fr: 'non signataire' },
  },
  evaluation: {
    'has results': { en: 'results there', fr: 'résultats connus' },
    'has none': { en: 'evaluation open', fr: 'évaluation ouverte' },
  },
  vote: {
    open: { en: 'open vote', fr: 'vote ouvert' },
    closed: { en: 'closed vote', fr: 'vote clos' },
  },
  voice: {
    own: { en: 'no proxy', fr: 'sans mandataire' },
    'by proxy': { en: 'by proxy', fr: 'par mandataire' },
  },
  annotation: {
    oneself: own,
    'their member': { en: "their member's", fr: 'celle de leur membre' },
    'their assistant': { en: "their Assistant's", fr: 'celle de leur assistant·e' },
    another: anothers,
  },
  task: ofOneself,
  space: {
    open: { en: 'open space', fr: 'espace ouvert' },
    closed: { en: 'closed space', fr: 'espace fermé' },
    archived: { en: 'archived space', fr: 'espace archivé' },
  },
  application: {
    pages: { en: 'pages', fr: 'pages' },
    messages: { en: 'messages', fr: 'messages' },
    files: { en: 'files', fr: 'fichiers' },
    agenda: { en: 'agenda', fr: 'agenda' },
    project: { en: 'project', fr: 'projet' },
    forum: { en: 'forum', fr: 'forum' },
  },
}

/** Several values at once that have a name of their own, by the values in their order. */
const together: Partial<Record<Aspect, Readonly<Record<string, Bilingual>>>> = {
  confidential: {
    'nothing, item': { en: 'dossier not confidential', fr: 'dossier non confidentiel' },
    'item, dossier': { en: 'confidential', fr: 'confidentiel' },
  },
  groups: { 'in, manages': { en: 'own groups', fr: 'ses groupes' } },
  assigned: { 'by name, as owner of another dossier': { en: 'assigned client', fr: 'client attribué' } },
  share: {
    'read, write': { en: 'shared', fr: 'partagé' },
    'none, read, ended': { en: 'not shared to write', fr: 'non partagé en écriture' },
  },
  grantee: {
    'colleague, colleague who keeps no dossiers': {
      en: 'to a colleague, practitioner or not',
      fr: 'à un·e collègue, intervenant·e ou non',
    },
    'colleague, colleague who keeps no dossiers, owner': {
      en: 'to any colleague, the owner among them',
      fr: 'à tout collègue, le propriétaire compris',
    },
  },
  offered: {
    'to oneself, by oneself': { en: 'offered to or by them', fr: 'qui leur est offert, ou offert par eux' },
  },
  annotation: {
    'oneself, their member': { en: "own and their member's", fr: 'la sienne et celle de leur membre' },
    'oneself, their assistant': { en: "own and their Assistant's", fr: 'la sienne et celle de leur assistant·e' },
  },
  requester: {
    'oneself, joined by oneself': { en: 'own or joined request', fr: 'sa demande, ou rejointe' },
    'joined by oneself, another': { en: 'not made by them', fr: "qu'ils n'ont pas faite" },
  },
  meeting: {
    'published, running, closed': { en: 'once published', fr: 'une fois publiée' },
    'draft, published, running': { en: 'until closed', fr: "jusqu'à sa clôture" },
  },
  invoice: { 'draft, issued, part-paid, paid': { en: 'not credited', fr: 'non créditée' } },
  // The four configurations of six in which one module is on (P-02).
  modules: {
    'all, without history, without payment, without financial': { en: 'figures on', fr: 'chiffres activés' },
    'all, without figures, without payment, without financial': { en: 'history on', fr: 'historique activé' },
    'all, without figures, without history, without financial': { en: 'payment on', fr: 'paiement activé' },
    'all, without figures, without history, without payment': {
      en: 'financial menu on',
      fr: 'menu financier activé',
    },
  },
}

const or: Bilingual = { en: ' or ', fr: ' ou ' }

/** What an aspect must be, in words: one of these values; nothing to say where it may be anything. */
export const valuesInWords = (aspect: Aspect, of: readonly string[], language: keyof Bilingual): string | undefined => {
  const order: readonly string[] = variations[aspect]
  if (of.length === order.length) return undefined
  const named = order.filter((value) => of.includes(value))
  const words = values[aspect] as Readonly<Record<string, Bilingual>>
  return (
    together[aspect]?.[named.join(', ')]?.[language] ??
    named.map((value) => words[value]?.[language] ?? value).join(or[language])
  )
}
