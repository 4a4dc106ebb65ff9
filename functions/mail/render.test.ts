import { describe, expect, test } from 'vitest'
import { profiles } from '../../shared/roles.ts'
import { type MailKind, renderMail } from './render.ts'
import { exampleData } from './templates/example-data.ts'

const kinds = Object.keys(exampleData) as MailKind[]
const languages = ['fr', 'en'] as const
const mails = kinds.flatMap((kind) => languages.map((language) => [kind, language] as const))

/** What a reader of the HTML part sees: no head, no tags, entities decoded. */
const readable = (html: string): string =>
  html
    .replace(/^[\s\S]*<body/, '<body')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

describe.each(mails)('%s in %s', (kind, language) => {
  const rendered = renderMail(kind, exampleData[kind], language)

  test('B-16: both parts are there, in the language asked for', async () => {
    const { html, text } = await rendered
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`))
    expect(html).not.toContain(`lang="${language === 'fr' ? 'en' : 'fr'}"`)
    expect(html).toContain('<h1')
    expect(text.length).toBeGreaterThan(200)
  })

  test('nothing of the template leaks into the mail', async () => {
    const { subject, html, text } = await rendered
    for (const part of [subject, html, text])
      expect(part).not.toMatch(/undefined|\[object|\bnull\b|NaN|\$\{|Invalid Date/)
    expect(text).not.toMatch(/<[a-z/]|&[a-z#0-9]+;/i)
  })

  test('the subject is one line that names no person and no dossier', async () => {
    const { subject } = await rendered
    expect(subject).toContain(exampleData[kind].organisation)
    expect(subject).not.toMatch(/\p{Cc}/u)
    expect(subject).not.toMatch(/Vauclair|Odile|Inès|Théodore|comptabilité/)
  })

  test('neither does the preview that locked screens show', async () => {
    const { html } = await rendered
    const preview = /<div[^>]*data-skip-in-text="true"[^>]*>([^<]*)/.exec(html)?.[1] ?? ''
    expect(preview.length).toBeGreaterThan(10)
    expect(preview).not.toMatch(/Vauclair|Odile|Inès|Théodore|comptabilité/)
  })

  test('the link is exactly the one given, in both parts, and there is no other', async () => {
    const { html, text } = await rendered
    const data = exampleData[kind]
    if ('link' in data) {
      expect(hrefs(html)).toEqual([data.link, data.link])
      expect(readable(html)).toContain(data.link)
      expect(text.split('\n')).toContain(data.link)
    } else {
      expect(hrefs(html)).toEqual([])
      expect(text).not.toContain('://')
    }
  })

  test('it fetches nothing and runs nothing: no image, script, form or remote style', async () => {
    const { html } = await rendered
    expect(html).not.toMatch(/<(img|script|link|iframe|form|input|object|embed)\b|url\(|@import| on[a-z]+=/i)
  })

  test('the footer says who sends it and why', async () => {
    const { html, text } = await rendered
    const footer = text.split('----').at(-1) ?? ''
    expect(footer).toContain('Cabinet Marchetti-Brun')
    expect(footer).toMatch(language === 'fr' ? /vous envoie ce courriel parce qu/ : /sends you this e-mail because/)
    expect(readable(html)).toContain(footer.replace(/^-+/, '').trim())
  })

  test('the text part reads by itself: short lines of its own, no gaps, the same words as the HTML part', async () => {
    const { html, text } = await rendered
    expect(text).not.toMatch(/\n{4,}/)
    expect(text.split('\n').filter((line) => line !== line.trimEnd())).toEqual([])
    const shown = readable(html).replace(/\s+/g, ' ')
    for (const line of text.split('\n').filter((line) => line !== '' && !/^-+$/.test(line))) {
      expect(shown).toContain(line.replace(/^(> ?| \* )/, '').replace(/\s+/g, ' '))
    }
  })

  test('it stays far below the size at which mail programs cut a message', async () => {
    const { html } = await rendered
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
  })

  test('hostile names are shown as text and break nothing', async () => {
    const hostile =
      '<script>alert("x")</script>\r\nBcc: a@b.example\u202e\u0000 {{name}} &amp; <a href="https://evil.example">'
    const { subject, html, text } = await renderMail(kind, withNames(exampleData[kind], hostile), language)
    expect(subject).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(html).not.toMatch(/<script|<a href="https:\/\/evil/)
    expect(hrefs(html).filter((href) => href.includes('evil'))).toEqual([])
    for (const part of [html, text]) expect(part).not.toMatch(/\u202e|\p{Cc}(?<!\n)/u)
    expect(text).not.toMatch(/^Bcc:/m)
    expect(readable(html)).toContain(
      '<script>alert("x")</script> Bcc: a@b.example {{name}} &amp; <a href="https://evil.example">',
    )
  })

  test('names of 500 characters are cut, and the rest of the mail stays', async () => {
    const { subject, html, text } = await renderMail(kind, withNames(exampleData[kind], 'é'.repeat(500)), language)
    expect(subject.length).toBeLessThanOrEqual(150)
    expect(text).toContain('é…')
    expect(text).not.toContain('é'.repeat(256))
    expect(html).toContain('</html>')
  })
})

/** The same data with every name replaced. */
const withNames = <T>(value: T, name: string): T =>
  JSON.parse(JSON.stringify(value), (key, item) =>
    typeof item === 'string' &&
    !/^(link|timeZone|profile|askedProfile|reader|outcome|message|reason|question|answer|.*At)$/.test(key)
      ? name
      : item,
  )

test.each(kinds)('B-16: %s says in French what it says in English', async (kind) => {
  const [french, english] = await Promise.all(
    languages.map((language) => renderMail(kind, exampleData[kind], language)),
  )
  expect(french?.subject).not.toBe(english?.subject)
  const [ours = [], theirs = []] = [french, english].map((mail) => mail?.text.split('\n'))
  expect(ours.length).toBe(theirs.length)
  const same = ours.filter((line, index) => line === theirs[index])
  expect(same.filter((line) => !/^$|^>|^https:|^-+$|^Cabinet Marchetti-Brun$/.test(line))).toEqual([])
})

test('C-02: the invitation carries a one-time link with its end, and says that no password is mailed', async () => {
  const { text } = await renderMail('invitation', exampleData.invitation, 'fr')
  expect(text).toContain('sert une seule fois')
  expect(text).toContain('lundi 30 novembre 2026 à 18:05 (UTC+1)')
  expect(text).toContain('ne vous sera jamais envoyé par courriel')
  expect(text).toContain('Ateliers Vauclair')
})

test('C-02: a member of the organisation is invited without any dossier', async () => {
  const { text } = await renderMail('invitation', { ...exampleData.invitation, dossier: null }, 'en')
  expect(text).toContain('invites you to join the online space of Cabinet Marchetti-Brun')
  expect(text).not.toContain('dossier')
})

test('D-05: a collaborator reads what is shared with them, by whom, how far and until when', async () => {
  const data = exampleData['dossier-shared']
  const { text } = await renderMail('dossier-shared', data, 'en')
  for (const fact of [
    'Odile Marchetti-Brun shares a whole dossier with you',
    'The dossier: Ateliers Vauclair – comptabilité 2026',
    'You may: read it and write in it',
    'The share ends: Friday, 18 December 2026 at 18:00 (UTC+1)',
  ])
    expect(text).toContain(fact)
  const plain = await renderMail('dossier-shared', { ...data, mayWrite: false, endsAt: null }, 'fr')
  expect(plain.text).toContain('Vous pouvez\u00a0: le lire\n')
  expect(plain.text).toContain('Fin du partage\u00a0: aucune date n’est prévue')
})

test('D-05: the end of a share says who ended it, or that its date did', async () => {
  const data = exampleData['share-ended']
  expect((await renderMail('share-ended', data, 'fr')).text).toContain('Odile Marchetti-Brun a mis fin au partage')
  const { text } = await renderMail('share-ended', { ...data, by: null }, 'en')
  expect(text).toContain('has ended at the date that was set')
})

test('P-11: the responsible reads who asks for what, for whom, and what the link does', async () => {
  const { text } = await renderMail('access-request', exampleData['access-request'], 'en')
  for (const fact of [
    'Asked by: Théodore Vauclair',
    'For: Inès Quintal-Roy (ines.quintal@vauclair.example)',
    'Dossier: Ateliers Vauclair – comptabilité 2026',
    'Profile asked for: Document Processing + Archive',
    'Earlier requests for this person: 1',
    "> Inès reprend la saisie des factures.\n> Elle commence lundi ; l'archive lui servira pour l'exercice passé.",
    'Opening the page decides nothing',
    '30 November 2026 at 18:05 (UTC+1)',
  ]) {
    expect(text).toContain(fact)
  }
})

test('P-12: request and reminder both say that silence gives no access', async () => {
  for (const kind of ['access-request', 'access-request-reminder'] as const) {
    expect((await renderMail(kind, exampleData[kind], 'fr')).text).toContain('Sans décision, aucun accès n’est donné')
    expect((await renderMail(kind, exampleData[kind], 'en')).text).toContain('Without a decision, no access is given')
  }
})

test('a message cannot pass for words of the mail: each of its lines is marked', async () => {
  const message = 'Merci.\n\n------\nOuvrez plutôt https://evil.example'
  const { text, html } = await renderMail('access-request', { ...exampleData['access-request'], message }, 'fr')
  expect(text).toContain('> Merci.\n>\n> ------\n> Ouvrez plutôt https://evil.example')
  expect(html).toContain('<blockquote')
})

test('P-11: an approval with another profile says so, and one with the profile asked for does not', async () => {
  const data = exampleData['access-request-approved']
  const other = await renderMail('access-request-approved', data, 'fr')
  expect(other.text).toContain('Profil accordé\u00a0: Traitement de documents\n')
  expect(other.text).toContain('que vous aviez demandé (Traitement de documents + Archive)')
  const same = await renderMail('access-request-approved', { ...data, askedProfile: data.profile }, 'fr')
  expect(same.text).not.toContain('aviez demandé')
})

test('each of the six profiles has its name in both languages', async () => {
  for (const profile of Object.keys(profiles) as (keyof typeof profiles)[]) {
    for (const language of languages) {
      const { text } = await renderMail('access-request', { ...exampleData['access-request'], profile }, language)
      expect(text).toContain(`: ${profiles[profile][language]}\n`)
    }
  }
})

test('P-11: a refusal carries its reason, line by line', async () => {
  const { text } = await renderMail('access-request-refused', exampleData['access-request-refused'], 'en')
  expect(text).toContain("> Le contrat n'est pas encore signé.\n> Refaites la demande après la signature.")
  expect(text).toContain('No access was given')
})

test('P-12: an expired request says that silence is not a yes', async () => {
  const { text } = await renderMail('access-request-expired', exampleData['access-request-expired'], 'fr')
  expect(text).toContain('Le silence ne vaut jamais accord')
  expect(text).toContain('lundi 16 novembre 2026 à 09:30 (UTC+1)')
})

test('P-09: a long list of documents shows twenty and counts the others', async () => {
  const documents = Array.from({ length: 1234 }, (_, index) => ({ name: `pièce-${index + 1}.pdf`, length: 1000 }))
  const { text } = await renderMail('documents-sent', { ...exampleData['documents-sent'], documents }, 'fr')
  expect(text).toMatch(/a envoyé 1\s234\sdocuments/)
  expect(text).toMatch(/^ \* pièce-20\.pdf \(1\sko\)$/m)
  expect(text).not.toContain('pièce-21.pdf')
  expect(text).toMatch(/et 1\s214\sautres documents/)
})

test.each([
  ['fr', /^ \* Document confidentiel \(1\sko\)$/m],
  ['en', /^ \* Confidential document \(1\skB\)$/m],
] as const)('D-09: a confidential document has no name in a mail, in %s', async (language, line) => {
  const documents = [{ name: null, length: 1000 }]
  const { text } = await renderMail('documents-sent', { ...exampleData['documents-sent'], documents }, language)
  expect(text).toMatch(line)
})

test('P-09: one document too many is counted in the singular', async () => {
  const documents = Array.from({ length: 21 }, () => ({ name: 'a.pdf', length: 1 }))
  const { text } = await renderMail('documents-sent', { ...exampleData['documents-sent'], documents }, 'en')
  expect(text).toMatch(/and 1\sother document, in/)
})

test('P-09: a failed sending says how much arrived, how much did not, and why', async () => {
  const { text } = await renderMail('documents-not-sent', exampleData['documents-not-sent'], 'en')
  expect(text).toMatch(/Arrived in the archive: 4\sdocuments\nNot sent: 1\sdocument\n/)
  expect(text).toContain("> L'empreinte d'un document ne correspondait pas")
})

test('a link that is not an address is refused before anything is written', async () => {
  const data = { ...exampleData.invitation, link: 'javascript:alert(1)' }
  await expect(renderMail('invitation', data, 'fr')).rejects.toThrow(TypeError)
})

test('D-22: the owner reads who asks for what, until when, and that silence gives nothing', async () => {
  const data = exampleData['owner-request']
  const { text } = await renderMail('owner-request', data, 'en')
  for (const fact of [
    'Aurèle Quintard-Bosc asks you to share a dossier that you own.',
    'Number of the dossier: 240',
    'Asked for: a share to read and write',
    '8 December 2026 at 18:05 (UTC+1)',
    "> Je reprends l'exercice 2026.\n> Le client est prévenu.",
    'Without an answer, nothing is given.',
  ])
    expect(text).toContain(fact)
  const transfer = await renderMail('owner-request', { ...data, transfer: true, message: null }, 'fr')
  expect(transfer.text).toContain('le dossier lui-même')
  expect(transfer.text).not.toContain('message')
})

test('B-06: a daily mail lists what happened, and counts what it does not show', async () => {
  const data = exampleData['daily-digest']
  const { text } = await renderMail('daily-digest', data, 'fr')
  expect(text).toContain(' * Le dossier 12 est partagé avec vous par Odile Marchetti-Brun, en lecture.')
  expect(text).toMatch(/Votre fil en contient 3\sautres/)
  expect((await renderMail('daily-digest', { ...data, more: 0 }, 'en')).text).not.toContain('holds')
})
