/** The pages as people meet them: from the mailed link, on the deployed stack, in a real browser. */
import axe from 'axe-core'
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { routes as approvals } from '../../functions/approvals/routes.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as processing } from '../../functions/processing/routes.ts'
import { askingIn } from '../journeys/ask-for-access.ts'
import { localStack } from '../journeys/local-stack.ts'
import { upload } from '../journeys/move-files.ts'
import { takeClock } from '../journeys/own-clock.ts'
import { linkIn } from '../journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../journeys/settlers.ts'
import { chromiumMissing, inChromium, openChromium } from '../pages/chromium.ts'
import { violations, wcag } from '../pages/find-violations.ts'

const password = 'verrière mauve, douze lampions'

describe.skipIf(chromiumMissing)(`P-11, B-16: mailed links ${inChromium}`, () => {
  const prepare = async () => {
    const stack = localStack()
    const settlement = settlementOf(stack)
    const settled = await settledDossier(settlement)
    return { stack, settlement, settled, ...askingIn(settlement, settled) }
  }
  let prepared: Awaited<ReturnType<typeof prepare>>
  let browser: Browser
  let letClockGo = () => {}

  beforeAll(async () => {
    prepared = await prepare()
    letClockGo = await takeClock(prepared.stack)
    browser = await openChromium()
  }, 180_000)
  afterEach(() => prepared.settlement.forgetDeadLinks())
  afterAll(async () => {
    letClockGo()
    await browser?.close()
  })

  const phone = { viewport: { width: 360, height: 800 } }
  /** A browser window of its own, and what it objects to: a policy that is broken, something that could not be fetched. */
  const openWindow = async (options: Parameters<Browser['newContext']>[0]) => {
    const window: BrowserContext = await browser.newContext({ ...phone, ...options })
    const tab = await window.newPage()
    const objections: string[] = []
    tab.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) objections.push(message.text())
    })
    const fetched: string[] = []
    tab.on('request', (request) => void fetched.push(`${request.method()} ${request.resourceType()}`))
    return { window, tab, objections, fetched }
  }

  const headingOf = (tab: Tab) => tab.locator('h1').textContent()
  const invitationTo = async (email: string) =>
    linkIn(await prepared.settlement.town.mailTo(email, ({ text }) => text.includes('/activations/')), 'activations')

  test('without script, in French: an approval and an activation, from the two mails to signing in', async () => {
    const { request, settlement } = prepared
    const asked = await request('Ysoline Rambaud', 'client-full-access')
    const { window, tab, fetched } = await openWindow({ locale: 'fr-CH', javaScriptEnabled: false })

    await tab.goto(asked.link)
    expect(await tab.locator('html').getAttribute('lang')).toBe('fr')
    expect(await tab.locator('main').textContent()).toContain(asked.email)
    await tab.locator('#decision-approve').check()
    await tab.locator('#profile-client-document-delivery').check()
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Accès donné')
    expect(await asked.state()).toBe('approved')
    await tab.goto(asked.link)
    expect(await headingOf(tab)).toBe('Ce lien ne fonctionne pas')

    const invitation = await invitationTo(asked.email)
    await tab.goto(invitation)
    await tab.locator('#password').fill(password)
    await tab.locator('#repeat').fill(`${password}?`)
    await tab.locator('button[type=submit]').click()
    expect(await tab.locator('.errors').textContent()).toContain('ne sont pas identiques')
    await tab.locator('#password').fill(password)
    await tab.locator('#repeat').fill(password)
    await tab.locator('button[type=submit]').click()
    expect(await tab.locator('main').textContent()).toContain(asked.email)
    await tab.goto(invitation)
    expect(await headingOf(tab)).toBe('Ce lien ne fonctionne pas')

    expect(await settlement.town.signIn(asked.email, password)).toMatch(/^eyJ/)
    expect(new Set(fetched)).toEqual(new Set(['GET document', 'POST document']))
    await window.close()
  })

  test('with script, in English: a refusal; every page on the way meets WCAG 2.2 AA and breaks no policy', async () => {
    const { request } = prepared
    const asked = await request('Fulgence Yzeure')
    const { window, tab, objections } = await openWindow({ locale: 'en-GB' })
    const clean = async (what: string) => {
      await tab.evaluate(axe.source)
      expect(await violations(tab, wcag), what).toEqual([])
    }

    await tab.goto(asked.link)
    expect(await tab.locator('html').getAttribute('lang')).toBe('en')
    await clean('the decision')
    await tab.locator('#decision-refuse').check()
    await tab.locator('button[type=submit]').click()
    expect(await tab.title()).toMatch(/^Error/)
    await clean('the decision without its reason')
    await tab.locator('#reason').fill('We have not met this person yet.')
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Access refused')
    await clean('the refusal')
    await tab.goto(asked.link)
    expect(await headingOf(tab)).toBe('This link does not work')
    await clean('the dead link')
    expect(await asked.state()).toBe('refused')

    const other = await request('Donatien Wissant')
    await tab.goto(other.link)
    await tab.locator('#decision-approve').check()
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Access given')
    await tab.goto(await invitationTo(other.email))
    await clean('the activation')
    await tab.locator('#password').fill(password)
    await tab.locator('#repeat').fill(password)
    await tab.locator('button[type=submit]').click()
    await clean('the activated account')
    expect(objections).toEqual([])
    await window.close()
  })

  test('P-11: forwarded, opened by a scanner, used twice: the link is one person’s, and serves once', async () => {
    const { request } = prepared
    await prepared.forgetDeadLinks()
    const asked = await request('Léopoldine Daguerre')
    // A scanner opens it over and over, by whatever method opens.
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) await fetch(asked.link, { method })
    const { window, tab } = await openWindow({ locale: 'en-GB', javaScriptEnabled: false })
    await tab.goto(asked.link)
    // Whoever it was forwarded to reads whose it is, and that it decides in their name.
    const page = (await tab.locator('body').textContent()) ?? ''
    expect(page).toContain('This link was made for')
    expect(page).toContain(prepared.settled.practitioner.name)
    expect(page).toContain('do not forward')
    const second = await window.newPage()
    await second.goto(asked.link)
    await tab.locator('#decision-ask').check()
    await tab.locator('#question').fill('Since when do they work for you?')
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Information asked for')
    await second.locator('#decision-approve').check()
    await second.locator('button[type=submit]').click()
    expect(await headingOf(second)).toBe('This link does not work')
    expect(await asked.state()).toBe('information-asked')
    await window.close()
  })

  test('P-12: withdrawn meanwhile, or changed meanwhile, the page that is open decides nothing', async () => {
    const { request, withdraw, settled, forgetDeadLinks } = prepared
    const { office, params } = settled
    const [withdrawn, changed] = [await request('Gersende Zuber'), await request('Josselin Cazaubon')]
    const { window, tab } = await openWindow({ locale: 'en-GB' })
    await tab.goto(withdrawn.link)
    await tab.locator('#decision-approve').check()
    await withdraw(withdrawn.requestId)
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('This link does not work')
    expect(await withdrawn.state()).toBe('withdrawn')

    await forgetDeadLinks()
    await tab.goto(changed.link)
    await tab.locator('#decision-approve').check()
    await office.call(dossiers.configureDossier, { params, input: { modules: ['archive', 'payment'] } })
    await tab.locator('button[type=submit]').click()
    expect(await tab.locator('.errors').textContent()).toContain('has changed since you opened it')
    expect(await changed.state()).toBe('pending')
    await tab.locator('#decision-approve').check()
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Access given')
    await window.close()
  })

  test('P-07: a document is rejected from its mail; every page on the way meets WCAG 2.2 AA and breaks no policy', async () => {
    const { settlement, settled } = prepared
    const { params, practitioner, administrator } = settled
    const rule = { name: 'Tout', approverIds: [administrator.personId], mode: 'any' as const }
    await practitioner.call(approvals.addApprovalRule, { params, input: rule })
    const file = { name: 'facture-vitrail.pdf', bytes: Buffer.from('Facture') }
    const of = { ...params, documentId: await upload(practitioner, params, file) }
    await practitioner.call(processing.submitDocument, { params: of })
    const mail = await settlement.town.mailTo(administrator.email, ({ text }) => text.includes(file.name))
    const link = linkIn(mail, 'document-approvals')

    const { window, tab, objections } = await openWindow({ locale: 'en-GB' })
    const clean = async (what: string) => {
      await tab.evaluate(axe.source)
      expect(await violations(tab, wcag), what).toEqual([])
    }
    await tab.goto(link)
    expect(await tab.locator('main').textContent()).toContain(file.name)
    await clean('the approval')
    await tab.locator('#decision-refuse').check()
    await tab.locator('button[type=submit]').click()
    expect(await tab.title()).toMatch(/^Error/)
    await clean('the approval without its reason')
    await tab.locator('#reason').fill('This is not our invoice.')
    await tab.locator('button[type=submit]').click()
    expect(await headingOf(tab)).toBe('Document rejected')
    await clean('the rejection')
    await tab.goto(link)
    expect(await headingOf(tab)).toBe('This link does not work')
    expect((await practitioner.call(documents.readDocument, { params: of })).state).toBe('rejected')
    expect(objections).toEqual([])
    await window.close()
  })
})
