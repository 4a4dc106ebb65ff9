import axe from 'axe-core'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../functions/pages/html/page.ts'
import { chromiumMissing, inChromium, openChromium, type PageServer, servePages } from './chromium.ts'
import { violations, wcag } from './find-violations.ts'
import { languages, samplePages } from './sample-pages.ts'

const cases = Object.keys(samplePages).flatMap((name) => languages.map((language) => ({ name, language })))

/** The dark scheme changes nothing but colours, so that only these rules can find more there. */
const aboutColours = ['color-contrast', 'link-in-text-block']

const scrollsSideways = (tab: Tab) =>
  tab.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** What can be pressed or typed into and is under 44 CSS pixels high (a radio button is pressed by its label). */
const smallTargets = (tab: Tab) =>
  tab.evaluate<string[]>(`
    [...document.querySelectorAll('a, button, summary, .choice label, input[type=password], textarea')]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML)`)

/** The element that has the focus, and the outline that shows it (a radio button's is around its whole choice). */
const focused = (tab: Tab) =>
  tab.evaluate<{ tag: string; id: string; className: string; outline: string }>(`(() => {
    const element = document.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.choice input') ? element.closest('.choice') : element)
    return { tag: element.tagName, id: element.id, className: element.className, outline: outlineStyle + ' ' + outlineWidth }
  })()`)

describe.skipIf(chromiumMissing)(`B-16: the pages ${inChromium}`, { timeout: 60_000 }, () => {
  let browser: Browser
  let pages: PageServer
  let tab: Tab
  const objections: string[] = []

  beforeAll(async () => {
    pages = await servePages(samplePages)
    browser = await openChromium()
    tab = await browser.newPage()
    tab.on('console', (message) => {
      // That a page's status is an error is reported too; some of these pages are errors.
      if (!message.text().startsWith('Failed to load resource')) objections.push(message.text())
    })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  /** Opens a page on a phone with its real policy, and collects what the browser objects to. */
  const open = async (name: string, language: Language) => {
    objections.length = 0
    await tab.emulateMedia({ colorScheme: 'light' })
    await tab.setViewportSize({ width: 360, height: 800 })
    await tab.goto(pages.address(name, language))
  }

  test.each(cases)(
    '"$name" in $language meets WCAG 2.2 AA at 360 and 1280 px, light and dark, and fits a phone',
    async ({ name, language }) => {
      await open(name, language)
      await tab.evaluate(axe.source)
      for (const width of [360, 1280]) {
        await tab.setViewportSize({ width, height: 800 })
        await tab.emulateMedia({ colorScheme: 'light' })
        expect(await violations(tab, wcag), `${width} px, light`).toEqual([])
        await tab.emulateMedia({ colorScheme: 'dark' })
        expect(await violations(tab, aboutColours), `${width} px, dark`).toEqual([])
      }
      for (const width of [320, 360]) {
        await tab.setViewportSize({ width, height: 800 })
        expect(await scrollsSideways(tab), `scrolls sideways at ${width} px`).toBe(false)
        expect(await smallTargets(tab), `too small to press at ${width} px`).toEqual([])
      }
      expect(objections).toEqual([])
    },
  )

  test('these checks find faults: planted ones are named', async () => {
    await open('activation', 'en')
    await tab.evaluate(axe.source)
    await tab.evaluate(`{
      document.querySelector('label').remove()
      document.querySelector('.lead').style.color = 'gray'
      document.querySelector('button').style.minHeight = document.querySelector('button').style.padding = '0'
      document.querySelector('form').style.width = '500px'
    }`)
    expect([...new Set((await violations(tab, wcag)).map((line) => line.split(':')[0]))]).toEqual([
      'color-contrast',
      'label',
    ])
    expect(await scrollsSideways(tab)).toBe(true)
    expect(await smallTargets(tab)).toEqual([expect.stringContaining('<button')])
  })

  test('the style applies under the policy that is sent, in both schemes', async () => {
    await open('decision', 'en')
    const paper = () => tab.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const light = await paper()
    await tab.emulateMedia({ colorScheme: 'dark' })
    const dark = await paper()
    expect(objections).toEqual([])
    expect(new Set([light, dark, 'rgba(0, 0, 0, 0)']).size).toBe(3)
  })

  test.each([
    'decision, reason missing',
    'decision, changed meanwhile',
    'offer, choice missing',
    'approval, not their turn',
    'activation, mismatch',
  ])('"%s" opens with the focus on what is wrong, and its link leads to the field', async (name) => {
    await open(name, 'fr')
    expect(await tab.title()).toMatch(/^Erreur/)
    expect((await focused(tab)).className).toBe('errors')
    const target = (await tab.getAttribute('.errors a', 'href')) ?? ''
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Enter')
    expect(`#${(await focused(tab)).id}`).toBe(target)
  })

  test.each([
    ['decision', 'BUTTON'],
    ['activation', 'BUTTON'],
    ['dead link', 'A'],
  ])('every stop of the Tab key on "%s" shows where it is, to the last', async (name, last) => {
    await open(name, 'en')
    let stop = { tag: 'BODY', id: '', outline: '' }
    for (let presses = 0; stop.tag !== last && presses < 30; presses++) {
      await tab.keyboard.press('Tab')
      stop = await focused(tab)
      expect(stop.outline, `${stop.tag} ${stop.id}`).toBe('solid 3px')
    }
    expect(stop.tag).toBe(last)
  })

  test('only what belongs to the chosen answer is shown', async () => {
    await open('decision', 'en')
    const shown = async () => [await tab.isVisible('#profiles'), await tab.isVisible('#reason')]
    expect(await shown()).toEqual([true, true])
    await tab.check('#decision-approve')
    expect(await shown()).toEqual([true, false])
    await tab.check('#decision-refuse')
    expect(await shown()).toEqual([false, true])
    await open('offer', 'en')
    await tab.check('#decision-accept')
    expect(await tab.isVisible('#reason')).toBe(false)
  })

  describe('without script', () => {
    const openWithoutScript = async (name: string) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
      const tab = await context.newPage()
      await tab.goto(pages.address(name, 'fr'))
      return { context, tab }
    }

    test('P-11: opening the decision page sends nothing; approving sends the choice to its own address', async () => {
      const { context, tab } = await openWithoutScript('decision')
      expect(pages.sent).toEqual([])
      await tab.getByLabel('Oui, donner l’accès').check()
      await tab.getByLabel('Remise de documents', { exact: true }).check()
      await tab.getByRole('button').click()
      expect(pages.sent.splice(0)).toEqual([
        {
          address: '/decision?language=fr',
          fields: { version: '3', decision: 'approve', profile: 'client-document-delivery', question: '', reason: '' },
        },
      ])
      await context.close()
    })

    test('D-11: opening the page of an offer sends nothing; accepting sends the choice to its own address', async () => {
      const { context, tab } = await openWithoutScript('offer')
      expect(pages.sent).toEqual([])
      await tab.getByLabel('Oui, je l’accepte').check()
      await tab.getByRole('button').click()
      expect(pages.sent.splice(0)).toEqual([
        { address: '/offer?language=fr', fields: { version: '1', decision: 'accept', reason: '' } },
      ])
      await context.close()
    })

    test('P-11: refusing sends the reason', async () => {
      const { context, tab } = await openWithoutScript('decision')
      await tab.getByLabel('Non, refuser').check()
      await tab.getByLabel('Pourquoi refusez-vous').fill('Cette personne n’est plus chez nous.')
      await tab.getByRole('button').click()
      expect(pages.sent.splice(0)).toMatchObject([
        { fields: { version: '3', decision: 'refuse', reason: 'Cette personne n’est plus chez nous.' } },
      ])
      await context.close()
    })

    test('a password is sent twice and nothing else with it', async () => {
      const { context, tab } = await openWithoutScript('activation')
      await tab.getByLabel('Nouveau mot de passe').fill('quatre mots sans lien')
      await tab.getByLabel('Le même mot de passe').fill('quatre mots sans lien')
      await tab.getByRole('button').click()
      expect(pages.sent.splice(0)).toEqual([
        {
          address: '/activation?language=fr',
          fields: { password: 'quatre mots sans lien', repeat: 'quatre mots sans lien' },
        },
      ])
      await context.close()
    })

    test('the language switch stays on the page', async () => {
      const { context, tab } = await openWithoutScript('decision')
      await tab.getByRole('link', { name: 'English' }).click()
      expect(tab.url()).toBe(pages.address('decision', 'en'))
      await context.close()
    })
  })
})
