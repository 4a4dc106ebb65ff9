/**
 * Mistakes in rules that change no expected cell, each with the reason why nothing could tell. A mutant that survives
 * and is not here fails the tests, and so does one that is here and is found.
 */
export const survivors: readonly { readonly reason: string; readonly mutants: readonly string[] }[] = [
  {
    reason:
      'Only the owner’s row allows, and a refusal says so on its own: that nobody else manages shares stands twice, so that a row added later cannot give it (D-02). Each alone keeps everybody else out.',
    mutants: [
      'share.give/owner: owner becomes anyone',
      'share.give/owner: owner becomes member',
      'share.give/never-others: removed',
      'share.give/never-others: anyone becomes member',
      'share.end/owner: owner becomes anyone',
      'share.end/owner: owner becomes member',
      'share.end/never-others: removed',
      'share.end/never-others: anyone becomes member',
    ],
  },
  {
    reason:
      'No row allows a client user this, so that a row which refuses members alone refuses the same; “anyone” says it plainly.',
    mutants: [
      'member.deactivate/never-themself: anyone becomes member',
      'member.reactivate/never-themself: anyone becomes member',
      'share.give/never-outside: anyone becomes member',
      'share.give/never-owner: anyone becomes member',
      'note.list/never-confidential: anyone becomes member',
      'note.read/never-confidential: anyone becomes member',
      'form.read/never-confidential: anyone becomes member',
      'item.copy/never-wider: anyone becomes member',
      'item.move/never-wider: anyone becomes member',
      'item.restore/never-wider: anyone becomes member',
      'item.copy-to-space/never-confidential: anyone becomes member',
      'access-request.decide/never-requester: anyone becomes member',
      'invoice.edit/never-issued: anyone becomes member',
      'invoice.process/never-credited: anyone becomes member',
      'meeting.manage/never-closed: anyone becomes member',
      'agenda.change/never-closed: anyone becomes member',
      'agenda-item.read/never-recused: anyone becomes member',
      'minutes.read/never-recused: anyone becomes member',
      'minutes.write/never-recused: anyone becomes member',
      'minutes.write/never-closed: anyone becomes member',
      'minutes.sign/never-recused: anyone becomes member',
      'vote.cast/never-recused: anyone becomes member',
      'vote.cast/never-beside-proxy: anyone becomes member',
      'vote.cast/never-closed: anyone becomes member',
      'evaluation.read-results/never-early: anyone becomes member',
      'annotation.create/never-recused: anyone becomes member',
      'annotation.read/never-recused: anyone becomes member',
      'comment.create/never-recused: anyone becomes member',
      'space.choose-applications/never-archived: anyone becomes member',
      'space.set-rights/never-archived: anyone becomes member',
      'application.write/never-archived: anyone becomes member',
      'application.administer/never-archived: anyone becomes member',
    ],
  },
  {
    reason: '“Oneself” is whoever asks, and so is anyone; the word says that it is about oneself.',
    mutants: [
      'member.read-self/oneself: oneself becomes anyone',
      'question.explain-self/oneself: oneself becomes anyone',
      'question.what-can-self/oneself: oneself becomes anyone',
    ],
  },
  {
    reason:
      'Every sheet has at least one’s own calendar, to view and to edit (the table of practice.md): which side is asked changes nothing.',
    mutants: [
      'appointment.read/own: view calendars: own becomes edit calendars: own',
      'appointment.edit/own: edit calendars: own becomes view calendars: own',
    ],
  },
  {
    reason: 'Only a companion may leave at all, so that whom else the refusal names changes nothing.',
    mutants: [
      'collaborative-space.leave/never-last: companion becomes anyone',
      'collaborative-space.leave/never-last: companion becomes member',
    ],
  },
  {
    reason:
      'That only what is pending is withdrawn stands twice, as a condition and as a refusal that no other row can pass; either is enough, and so is a refusal that spares members, who never are client users of a dossier.',
    mutants: [
      'access-request.withdraw/requester: without when request is pending',
      'access-request.withdraw/never-ended: removed',
      'access-request.withdraw/never-ended: anyone becomes member',
    ],
  },
  {
    reason:
      'Not equivalent: the expected cells do not vary confidentiality around these actions yet. Once they do, these lines must go.',
    mutants: [
      'transfer.list/senders: without unless dossier is confidential',
      'transfer.list/senders: unless dossier is confidential becomes content is confidential',
      'transfer.read/senders: without unless dossier is confidential',
      'transfer.read/senders: unless dossier is confidential becomes content is confidential',
      'transfer.read/own: without unless dossier is confidential',
      'transfer.read/own: unless dossier is confidential becomes content is confidential',
      'transfer.resume/senders: without unless dossier is confidential',
      'transfer.resume/senders: unless dossier is confidential becomes content is confidential',
      'transfer.resume/own: without unless dossier is confidential',
      'transfer.resume/own: unless dossier is confidential becomes content is confidential',
      'figures.read/profiles: without unless dossier is confidential',
      'figures.read/profiles: unless dossier is confidential becomes content is confidential',
      'figures.read/documentation: without unless dossier is confidential',
      'figures.read/documentation: unless dossier is confidential becomes content is confidential',
      'history.read/profiles: without unless dossier is confidential',
      'history.read/profiles: unless dossier is confidential becomes content is confidential',
      'history.read/documentation: without unless dossier is confidential',
      'history.read/documentation: unless dossier is confidential becomes content is confidential',
      'payment.use/office: without unless dossier is confidential',
      'payment.use/office: unless dossier is confidential becomes content is confidential',
    ],
  },
]
