import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import { causesOf, compile, decide, readingsOf } from '../../shared/rules/decide.ts'
import type { Rule, Who } from '../../shared/rules/rule.ts'
import type { Module, Situation } from '../../shared/rules/situation.ts'
import { type Area, breadthsOf, type Right, reaches, type Sheet } from '../../shared/sheet.ts'
import { shutSheet } from '../world.ts'
import {
  ACTION,
  aClientUser,
  allActions,
  aMember,
  anAction,
  aRule,
  aSheet,
  aSituation,
  oneOf,
  someRules,
  things,
  without,
} from './arbitrary.ts'

const policy = compile(rules)

/** The same words, allowing: whether they speak of a situation at all. */
const insteadAllowing = ({ never, ...row }: Rule & { never?: Who }): Rule => ({ ...row, allow: never as Who }) as Rule
const says = (of: readonly Rule[], situation: Situation): boolean => decide(compile(of), ACTION, situation).allowed

describe('the engine, whatever the rules', () => {
  test('B-05: nobody is allowed what no rule allows', () => {
    fc.assert(fc.property(aSituation, anAction, (situation, action) => !decide(compile([]), action, situation).allowed))
  })

  test('D-04: a row that never allows wins over every row that allows, wherever it stands', () => {
    fc.assert(
      fc.property(someRules, aRule('never'), fc.nat(6), aSituation, (others, never, at, situation) => {
        const rows = [...others.slice(0, at), never, ...others.slice(at)]
        const speaks = says([insteadAllowing(never)], situation)
        return !speaks || !says(rows, situation)
      }),
    )
  })

  test('B-05: the order of rows changes no decision', () => {
    fc.assert(
      fc.property(
        someRules,
        aSituation,
        (rows, situation) => says(rows, situation) === says(rows.toReversed(), situation),
      ),
    )
  })

  test('B-04: one more allowing row takes no right away, one more never row gives none', () => {
    fc.assert(
      fc.property(someRules, aRule('allow'), aRule('never'), aSituation, (rows, allow, never, situation) => {
        const before = says(rows, situation)
        expect(says([...rows, allow], situation) || !before).toBe(true)
        expect(before || !says([...rows, never], situation)).toBe(true)
      }),
    )
  })

  test('B-01: a decision names the row that made it, and an allowed one the words that the person fulfils', () => {
    fc.assert(
      fc.property(someRules, aSituation, (rows, situation) => {
        const decision = decide(compile(rows), ACTION, situation)
        if (!decision.allowed) return decision.rule === null || 'never' in decision.rule
        const { rule, who, path } = decision
        return rows.includes(rule) && [(rule as { allow: Who }).allow].flat().includes(who) && path.length > 0
      }),
    )
  })

  test('B-02: there are causes where somebody may, the deciding one among them, and each alone would do', () => {
    fc.assert(
      fc.property(someRules, aSituation, (rows, situation) => {
        const decision = decide(compile(rows), ACTION, situation)
        const causes = causesOf(compile(rows), ACTION, situation)
        if (!decision.allowed) return causes.length === 0
        const forbidding = rows.filter((row) => 'never' in row)
        return (
          causes.some(({ rule, who }) => rule === decision.rule && who === decision.who) &&
          causes.every(({ rule }) => says([...forbidding, rule], situation))
        )
      }),
    )
  })

  test('B-01: how the rows read adds up to the decision', () => {
    fc.assert(
      fc.property(someRules, aSituation, (rows, situation) => {
        const readings = readingsOf(compile(rows), ACTION, situation)
        const applying = readings.filter(({ applies }) => applies)
        const may = applying.some(({ never }) => !never) && !applying.some(({ never }) => never)
        expect(readings).toHaveLength(rows.length)
        expect(says(rows, situation)).toBe(may && situation.actor.status === 'active')
      }),
    )
  })
})

describe('the rules of the organisation, in every situation', () => {
  const allowed = (action: Action, situation: Situation): boolean => decide(policy, action, situation).allowed
  const actionsOf = (...kinds: string[]): Action[] =>
    allActions.filter((one) => kinds.includes(one.split('.')[0] ?? ''))
  const notActive = oneOf(['invited', 'inactive'] as const)
  const dossierContent = oneOf([
    ...actionsOf('note', 'form', 'document', 'archive'),
    ...(['item.copy', 'item.move', 'item.restore'] as const),
  ])
  const roomContent = oneOf(
    actionsOf(
      'meeting',
      'agenda',
      'agenda-item',
      'minutes',
      'vote',
      'evaluation',
      'annotation',
      'comment',
      'library',
      'task',
    ),
  )
  const inSpaces = oneOf(actionsOf('space', 'application'))
  const inCollaborativeSpaces = oneOf(actionsOf('collaborative-space'))

  /** Whatever somebody may with this, they may without it. */
  const givesNothing = (action: Action, more: Situation, key: keyof Situation): boolean =>
    !allowed(action, more) || allowed(action, without(key, more))

  test('D-06: an invited or inactive person is refused everything without a link', () => {
    fc.assert(
      fc.property(aSituation, anAction, notActive, (situation, action, status) => {
        const plain = without('link', situation)
        return !allowed(action, { ...plain, actor: { ...plain.actor, status } } as Situation)
      }),
      { numRuns: 1000 },
    )
  })

  test('D-06: with a link, whoever is not active can at most activate their account', () => {
    fc.assert(
      fc.property(aSituation, things.link, anAction, notActive, (situation, link, action, status) => {
        const actor = { ...situation.actor, status }
        return action === 'account.activate' || !allowed(action, { ...situation, actor, link } as Situation)
      }),
      { numRuns: 1000 },
    )
  })

  test('D-06: an inactive person is refused everything, whatever link they hold', () => {
    fc.assert(
      fc.property(aSituation, anAction, (situation, action) => {
        return !allowed(action, { ...situation, actor: { ...situation.actor, status: 'inactive' } } as Situation)
      }),
      { numRuns: 1000 },
    )
  })

  test('P-11: a dead link, or one mailed to somebody else, gives nothing that is not given without it', () => {
    fc.assert(
      fc.property(aSituation, things.link, anAction, fc.boolean(), (situation, link, action, dead) => {
        const useless = dead ? { ...link, live: false } : { ...link, personId: 'dorothee' }
        return givesNothing(action, { ...situation, link: useless }, 'link')
      }),
      { numRuns: 1000 },
    )
  })

  test("P-01, P-12: a client user not assigned to the dossier reaches nothing of it, nor by an assignment of somebody else's, or one that has ended", () => {
    const aboutThemself: readonly Action[] = [
      'dossier.list',
      'member.read-self',
      'account.activate',
      'question.explain-self',
      'question.what-can-self',
      'feed.read',
      'mail-preference.read',
      'mail-preference.change',
      'approval.list',
      'absence.read',
      'absence.set',
    ]
    const ofTheDossier = oneOf(allActions.filter((action) => !aboutThemself.includes(action)))
    fc.assert(
      fc.property(
        aSituation,
        aClientUser,
        ofTheDossier,
        oneOf(['none', 'others', 'ended']),
        (at, actor, action, how) => {
          const access = { others: { personId: 'dorothee' }, ended: { personId: actor.personId, live: false } }[how]
          return !allowed(action, { ...without('access', at), actor, ...(access && { access }) })
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('S-03: a wider sheet takes no right away', () => {
    const widest = (a: Right, b: Right): Right => ({
      view: reaches(a.view, b.view) ? a.view : b.view,
      edit: reaches(a.edit, b.edit) ? a.edit : b.edit,
    })
    fc.assert(
      fc.property(aSituation, aMember, aSheet, anAction, (situation, actor, more, action) => {
        const areas = Object.keys(breadthsOf) as Area[]
        const sheet = Object.fromEntries(areas.map((area) => [area, widest(actor.sheet[area], more[area])])) as Sheet
        return (
          !allowed(action, { ...situation, actor }) || allowed(action, { ...situation, actor: { ...actor, sheet } })
        )
      }),
      { numRuns: 1000 },
    )
  })

  test("S-03: an assignment of somebody else's, or one by which nobody is assigned, gives nothing", () => {
    fc.assert(
      fc.property(aSituation, things.assignment, anAction, fc.boolean(), (situation, assignment, action, others) => {
        const useless = others
          ? { ...assignment, personId: 'dorothee' }
          : { ...assignment, assigned: null, dossierIds: [] }
        return givesNothing(action, { ...situation, assignment: useless }, 'assignment')
      }),
      { numRuns: 1000 },
    )
  })

  test('C-05: a guest may no more with the widest sheet than with a shut one', () => {
    fc.assert(
      fc.property(aSituation, aMember, anAction, (situation, member, action) => {
        const guest = { ...member, roles: ['guest' as const] }
        const shut = { ...situation, actor: { ...guest, sheet: shutSheet } }
        return !allowed(action, { ...situation, actor: guest }) || allowed(action, shut)
      }),
      { numRuns: 1000 },
    )
  })

  test('C-05, D-11, D-22, P-11: a guest takes part in no offer, asks no owner, transfers nothing and decides no access request, whatever else they are', () => {
    const amongColleagues = oneOf([
      'offer.list',
      'offer.answer',
      'offer.answer-by-link',
      'owner-request.make',
      'owner-request.withdraw',
      'bulk-transfer.make',
      'bulk-transfer.read',
      'bulk-transfer.resume',
      'collaborative-space.list',
      'client-group.read',
      'client-group.manage',
      'access-request.decide',
    ] as const)
    fc.assert(
      fc.property(aSituation, aMember, amongColleagues, (situation, member, action) => {
        return !allowed(action, { ...situation, actor: { ...member, roles: [...member.roles, 'guest' as const] } })
      }),
      { numRuns: 2000 },
    )
  })

  test('D-03: a share that ended, or of somebody else, gives nothing', () => {
    fc.assert(
      fc.property(aSituation, things.share, anAction, fc.boolean(), (situation, share, action, ended) => {
        const useless = ended ? { ...share, live: false } : { ...share, personId: 'dorothee' }
        return givesNothing(action, { ...situation, share: useless }, 'share')
      }),
      { numRuns: 1000 },
    )
  })

  test('D-09: confidential content is reached by its owner and by collaborators, and by nobody else', () => {
    fc.assert(
      fc.property(aSituation, things.dossier, dossierContent, (situation, dossier, action) => {
        const whole = { ...dossier, confidential: true, ownerId: 'dorothee' }
        return !allowed(action, { ...without('share', situation), dossier: whole })
      }),
      { numRuns: 2000 },
    )
  })

  test('D-07, D-09: set confidential as a whole or marked item by item, a dossier is closed alike', () => {
    const asSuch = oneOf([
      'dossier.know',
      'dossier.read',
      'share.list',
      'dossier.change-state',
      'dossier.meet',
    ] as const)
    fc.assert(
      fc.property(aSituation, things.dossier, asSuch, (situation, dossier, action) => {
        const whole = { ...dossier, confidential: true }
        const marked = { ...dossier, confidential: false, contents: { open: 0, confidential: 1 } }
        return allowed(action, { ...situation, dossier: whole }) === allowed(action, { ...situation, dossier: marked })
      }),
      { numRuns: 2000 },
    )
  })

  test('D-07: a dossier that holds nothing is not confidential by that', () => {
    fc.assert(
      fc.property(aSituation, things.dossier, anAction, (situation, dossier, action) => {
        const empty = { ...situation, dossier: { ...dossier, contents: { open: 0, confidential: 0 } } }
        return (
          allowed(action, empty) === allowed(action, { ...situation, dossier: { ...dossier, contents: undefined } })
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('D-11: nobody but its recipient answers an offer, and nobody one that is decided', () => {
    const answers = oneOf(['offer.answer', 'offer.answer-by-link'] as const)
    fc.assert(
      fc.property(aSituation, things.offer, answers, fc.boolean(), (situation, offer, action, others) => {
        const useless = others ? { ...offer, recipientId: 'dorothee' } : { ...offer, state: 'withdrawn' }
        return !allowed(action, { ...situation, offer: useless })
      }),
      { numRuns: 1000 },
    )
  })

  test('D-11: until it is accepted an offer opens nothing of the dossier', () => {
    const otherThanOffers = oneOf(allActions.filter((action) => !action.startsWith('offer.')))
    fc.assert(
      fc.property(aSituation, things.offer, otherThanOffers, (situation, offer, action) => {
        return givesNothing(action, { ...situation, offer }, 'offer')
      }),
      { numRuns: 2000 },
    )
  })

  test('D-11, D-12: nobody but the owner offers a dossier, nobody but a coordinator moves those of others', () => {
    fc.assert(
      fc.property(aSituation, things.dossier, aMember, (situation, dossier, member) => {
        const actor = { ...member, roles: member.roles.filter((role) => role !== 'coordinator') }
        return (
          !allowed('offer.make', { ...situation, dossier: { ...dossier, ownerId: 'dorothee' } }) &&
          !allowed('bulk-transfer.make', { ...situation, actor })
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('D-22: that dossiers may be met gives a card and a question to the owner, and nothing else', () => {
    fc.assert(
      fc.property(aSituation, anAction, (situation, action) => {
        const open = { ...situation, workspace: { dossiersMet: true } }
        return ['dossier.meet', 'owner-request.make'].includes(action) || givesNothing(action, open, 'workspace')
      }),
      { numRuns: 2000 },
    )
  })

  test('D-10: who read what is confidential is shown to nobody but the owner', () => {
    fc.assert(
      fc.property(aSituation, things.dossier, (situation, dossier) => {
        return !allowed('dossier.see-reads', { ...situation, dossier: { ...dossier, ownerId: 'dorothee' } })
      }),
      { numRuns: 1000 },
    )
  })

  test('D-21: what would show an item to more people is done by nobody', () => {
    fc.assert(
      fc.property(aSituation, oneOf(['item.copy', 'item.move', 'item.restore'] as const), (situation, action) => {
        return (
          !allowed(action, { ...situation, copy: { widens: true } }) && !allowed(action, without('copy', situation))
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('P-11: nobody decides a request that they made or joined, by whatever link, whoever they stand in for', () => {
    fc.assert(
      fc.property(aSituation, things.link, things.absence, fc.boolean(), (situation, link, absence, joined) => {
        const { personId } = situation.actor
        const by = joined ? { requestedBy: 'dorothee', joinedBy: [personId] } : { requestedBy: personId }
        const request = { ...by, state: 'pending' }
        const standsIn = { ...absence, deputyId: personId, live: true }
        return !allowed('access-request.decide', { ...situation, link, request, absence: standsIn })
      }),
      { numRuns: 1000 },
    )
  })

  const approving = oneOf(['document.approve', 'document.approve-by-link'] as const)

  test('P-07: nobody approves what they put in themself, by whatever right, nor what does not wait for it', () => {
    fc.assert(
      fc.property(aSituation, things.document, approving, fc.boolean(), (situation, document, action, own) => {
        const not = own
          ? { ...document, createdBy: situation.actor.personId, state: 'to-approve' }
          : { ...document, state: 'approved' }
        return !allowed(action, { ...situation, document: not })
      }),
      { numRuns: 2000 },
    )
  })

  test('B-11: an absence that is over, or in which somebody else stands in, gives nothing', () => {
    fc.assert(
      fc.property(aSituation, things.absence, anAction, fc.boolean(), (situation, absence, action, over) => {
        const useless = over ? { ...absence, live: false } : { ...absence, deputyId: 'dorothee' }
        return givesNothing(action, { ...situation, absence: useless }, 'absence')
      }),
      { numRuns: 2000 },
    )
  })

  test('P-11: a client group that the dossier is not in gives nothing, nor does one of which one is none', () => {
    fc.assert(
      fc.property(aSituation, things.clientGroup, anAction, fc.boolean(), (situation, group, action, elsewhere) => {
        const useless = elsewhere ? { ...group, clientGroupId: 'attic' } : { ...group, responsibleIds: ['dorothee'] }
        return givesNothing(action, { ...without('absence', situation), clientGroup: useless }, 'clientGroup')
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['archive', 'archive.read'],
    ['figures', 'figures.read'],
    ['history', 'history.read'],
    ['payment', 'payment.use'],
    ['financial', 'financial.read'],
    ['financial', 'financial.change'],
  ] as const satisfies readonly (readonly [Module, Action])[])(
    'P-02: no profile reaches the module %s of a dossier that has it off (%s)',
    (which, action) => {
      fc.assert(
        fc.property(aSituation, aClientUser, things.dossier, (situation, actor, dossier) => {
          const off = { ...dossier, modules: dossier.modules.filter((module) => module !== which) }
          return !allowed(action, { ...situation, actor, dossier: off, access: { personId: actor.personId } })
        }),
        { numRuns: 500 },
      )
    },
  )

  test('R-01: a seat in another room, or of somebody else, gives nothing', () => {
    fc.assert(
      fc.property(aSituation, things.seat, anAction, fc.boolean(), (situation, seat, action, elsewhere) => {
        const useless = elsewhere ? { ...seat, roomId: 'attic' } : { ...seat, personId: 'dorothee' }
        return givesNothing(action, { ...situation, seat: useless }, 'seat')
      }),
      { numRuns: 2000 },
    )
  })

  test('R-01, R-04: nobody without a seat reaches what is in a room', () => {
    fc.assert(
      fc.property(aSituation, roomContent, (situation, action) => !allowed(action, without('seat', situation))),
      { numRuns: 1000 },
    )
  })

  test('R-08: an Assistant attached to nobody, or to somebody who is not active, reaches nothing', () => {
    fc.assert(
      fc.property(
        aSituation,
        things.seat,
        anAction,
        fc.boolean(),
        (situation, { attachedTo, ...rest }, action, alone) => {
          const left = attachedTo === undefined || alone ? {} : { attachedTo: { ...attachedTo, active: false } }
          const seat = { ...rest, ...left, role: 'assistant' as const, personId: situation.actor.personId }
          return givesNothing(action, { ...situation, seat, room: { roomId: seat.roomId } }, 'seat')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('R-21: who is recused from an item reaches nothing of it, nor does their Assistant', () => {
    const ofItems = oneOf([
      ...actionsOf('agenda-item', 'annotation', 'comment'),
      ...(['minutes.read', 'minutes.write', 'vote.cast'] as const),
    ])
    fc.assert(
      fc.property(aSituation, things.seat, ofItems, fc.boolean(), (situation, seat, action, assists) => {
        const own = { ...seat, personId: situation.actor.personId }
        const attachedTo = { personId: 'dorothee', role: 'admin' as const, groupIds: [], active: true }
        const at = assists ? { ...own, role: 'assistant' as const, attachedTo } : own
        const agendaItem = { recused: [assists ? 'dorothee' : situation.actor.personId] }
        return !allowed(action, { ...situation, seat: at, room: { roomId: seat.roomId }, agendaItem })
      }),
      { numRuns: 2000 },
    )
  })

  test('C-03: a membership of another space, or of somebody else, gives nothing', () => {
    fc.assert(
      fc.property(aSituation, things.membership, inSpaces, fc.boolean(), (situation, membership, action, elsewhere) => {
        const useless = elsewhere ? { ...membership, spaceId: 'attic' } : { ...membership, personId: 'dorothee' }
        return givesNothing(action, { ...situation, membership: useless }, 'membership')
      }),
      { numRuns: 1000 },
    )
  })

  test('C-03: who is made administrator of a space loses nothing in it', () => {
    fc.assert(
      fc.property(aSituation, things.membership, inSpaces, (situation, membership, action) => {
        const before = { ...situation, membership: { ...membership, level: 'member' as const } }
        const after = { ...situation, membership: { ...membership, level: 'administrator' as const } }
        return !allowed(action, before) || allowed(action, after)
      }),
      { numRuns: 1000 },
    )
  })

  test('D-16: nobody but its members, guests never, reaches a collaborative space', () => {
    fc.assert(
      fc.property(aSituation, inCollaborativeSpaces, fc.boolean(), (situation, action, guest) => {
        if (['collaborative-space.create', 'collaborative-space.list'].includes(action) && !guest) return true
        if (!guest) return !allowed(action, { ...situation, companion: { personId: 'dorothee' } })
        const actor = { ...situation.actor, kind: 'member' as const, roles: ['guest' as const], sheet: shutSheet }
        return !allowed(action, { ...situation, actor, companion: { personId: actor.personId } })
      }),
      { numRuns: 1000 },
    )
  })

  test('D-02: nobody but the owner manages the shares of a dossier', () => {
    fc.assert(
      fc.property(
        aSituation,
        things.dossier,
        oneOf(['share.give', 'share.end'] as const),
        (situation, dossier, action) => {
          return !allowed(action, { ...situation, dossier: { ...dossier, ownerId: 'dorothee' } })
        },
      ),
      { numRuns: 1000 },
    )
  })
})
