import type { Action } from '../../shared/actions.ts'
import { type Variations, variations } from '../../shared/rules/cases.ts'

type Aspect = keyof Variations

/** What anyone may be to a dossier, beside owning it or answering for it, and the states it may be in. */
const dossier: readonly Aspect[] = ['dossier', 'share', 'assigned']
const guarded: readonly Aspect[] = [...dossier, 'confidential']
const document: readonly Aspect[] = [...guarded, 'author']
const transfer: readonly Aspect[] = [...guarded, 'asker']
const request: readonly Aspect[] = [...dossier, 'requester', 'request']
const link: readonly Aspect[] = ['holder', 'purpose', 'link']
const portal: readonly Aspect[] = [...guarded, 'modules']
const user: readonly Aspect[] = [...dossier, 'user']
const collaborative: readonly Aspect[] = ['companion', 'collaborativeSpace', 'companions']
const offer: readonly Aspect[] = [...guarded, 'offered', 'offer']
const room: readonly Aspect[] = ['groups']
const meeting: readonly Aspect[] = [...room, 'meeting', 'part']
const item: readonly Aspect[] = [...meeting, 'recused']
const space: readonly Aspect[] = ['space']
const application: readonly Aspect[] = ['space', 'application']

/** What may differ around each action: everything that is at hand when it is asked for. */
export const aspectsOf: { readonly [A in Action]: readonly Aspect[] } = {
  'member.list': [],
  'member.read': ['member'],
  'member.add': ['proposal'],
  'member.read-self': [],
  'member.change-roles': ['member'],
  'member.read-inventory': ['member'],
  'member.hand-over': ['member', 'successor'],
  'member.deactivate': ['member'],
  'member.reactivate': ['member'],
  'sheet.read': ['member'],
  'sheet.change': ['member'],
  'assignment.list': ['member'],
  'assignment.give': ['member', 'grantee'],
  'assignment.end': ['member'],
  'settings.read': [],
  'settings.change': [],
  'client.create': [],
  'client.list': [],
  'client.read': ['assigned'],
  'client.change': ['assigned'],
  'dossier.create': [],
  'dossier.list': [],
  'dossier.know': [...guarded, 'contents'],
  'dossier.read': [...guarded, 'contents'],
  'dossier.configure': guarded,
  'dossier.change-state': [...guarded, 'contents'],
  'dossier.mark-confidential': guarded,
  'dossier.meet': [...guarded, 'contents', 'met'],
  'dossier.see-reads': guarded,
  'owner-request.make': [...guarded, 'contents', 'met'],
  'owner-request.list': guarded,
  'owner-request.read': [...guarded, 'requester', 'request'],
  'owner-request.withdraw': [...guarded, 'requester', 'request'],
  'owner-request.answer': [...guarded, 'requester', 'request'],
  'offer.list': [],
  'offer.make': [...guarded, 'grantee'],
  'offer.read': offer,
  'offer.answer': offer,
  'offer.answer-by-link': ['dossier', 'offered', 'offer', ...link],
  'offer.withdraw': offer,
  'bulk-transfer.make': ['successor'],
  'bulk-transfer.read': [],
  'bulk-transfer.resume': [],
  'share.list': [...guarded, 'contents'],
  'share.give': [...guarded, 'grantee'],
  'share.end': [...guarded, 'grantee'],
  'note.list': guarded,
  'note.read': guarded,
  'note.write': guarded,
  'form.read': guarded,
  'form.write': guarded,
  'item.mark-confidential': document,
  'item.copy': [...document, 'copy'],
  'item.move': [...document, 'copy'],
  'item.restore': [...document, 'copy'],
  'item.copy-to-space': [...document, 'companion', 'collaborativeSpace'],
  'client-user.create': dossier,
  'client-user.list': dossier,
  'client-user.change-profile': [...user, 'uses'],
  'client-user.end-access': user,
  'client-user.deactivate': user,
  'client-user.reactivate': user,
  'document.import': [...guarded, 'archive'],
  'document.list': [...guarded, 'archive'],
  'document.read': [...document, 'archive', 'approver'],
  'document.process': [...document, 'approver'],
  'document.approve': [...document, 'approver'],
  'document.send': [...document, 'archive'],
  'transfer.list': [...guarded, 'archive'],
  'transfer.read': [...transfer, 'archive'],
  'transfer.resume': [...transfer, 'archive'],
  'archive.read': [...document, 'archive'],
  'figures.read': portal,
  'history.read': portal,
  'payment.use': portal,
  'financial.read': portal,
  'portal-settings.change': portal,
  'message.use': portal,
  'access-request.create': dossier,
  'access-request.list': dossier,
  'access-request.read': request,
  'access-request.withdraw': request,
  'access-request.decide': ['dossier', 'requester', 'request', 'standIn', ...link],
  'account.activate': link,
  'appointment.read': ['calendar'],
  'appointment.edit': ['calendar'],
  'invoice.read': ['assigned', 'invoice'],
  'invoice.edit': ['assigned', 'invoice'],
  'invoice.process': ['assigned', 'invoice'],
  'question.explain-self': [],
  'question.what-can-self': [],
  'question.ask-about-person': ['member'],
  'question.ask-about-dossier': guarded,
  'question.ask-about-client': ['assigned'],
  'question.ask-about-settings': [],
  'feed.read': [],
  'mail-preference.read': [],
  'mail-preference.change': [],
  'collaborative-space.list': [],
  'collaborative-space.create': [],
  'collaborative-space.read': collaborative,
  'collaborative-space.write': collaborative,
  'collaborative-space.invite': [...collaborative, 'grantee'],
  'collaborative-space.leave': collaborative,
  'collaborative-space.close': collaborative,
  'room.create': [],
  'room.change': room,
  'room.read': room,
  'room-user.manage': room,
  'group.create': room,
  'group.manage': room,
  'group.set-members': room,
  'meeting.read': meeting,
  'meeting.manage': meeting,
  'meeting.reopen': meeting,
  'meeting.present': meeting,
  'agenda.change': meeting,
  'agenda-item.read': item,
  'minutes.read': item,
  'minutes.write': item,
  'minutes.sign': [...item, 'signatory'],
  'vote.cast': [...item, 'vote', 'voice'],
  'evaluation.answer': [...meeting, 'evaluation'],
  'evaluation.read-results': [...meeting, 'evaluation'],
  'annotation.create': item,
  'annotation.read': [...room, 'annotation', 'recused'],
  'comment.create': item,
  'library.read': room,
  'library.change': room,
  'task.update': [...room, 'task'],
  'task.manage': [...room, 'task'],
  'task.accept': [...room, 'task'],
  'report.read': [],
  'subscription-invoice.read': [],
  'space.create': [],
  'space.change': space,
  'space.read': space,
  'space.see-people': space,
  'space.choose-applications': space,
  'space.set-rights': space,
  'application.read': application,
  'application.write': application,
  'application.administer': application,
}

/** Every combination of what may differ, none left out. */
export const circumstancesOf = (action: Action): readonly Partial<Variations>[] =>
  aspectsOf[action].reduce<readonly Partial<Variations>[]>(
    (combinations, aspect) =>
      combinations.flatMap((so) =>
        variations[aspect].map((value) => ({ ...so, [aspect]: value }) as Partial<Variations>),
      ),
    [{}],
  )

/** For titles: `dossier closed, archive on`. */
export const inWords = (circumstances: object): string =>
  Object.entries(circumstances)
    .map(([aspect, value]) => `${aspect} ${[value].flat().join(' or ')}`)
    .join(', ')
