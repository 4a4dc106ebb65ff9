import type { ReactNode } from 'react'
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email'
import { dark, light } from './colours.ts'
import type { Content, Language } from './mail-data.ts'

const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'

/** Readers without this style see the light palette, which stands on each element. Body's own cell is the one with `lang`. */
const styles = `
.page, .page td { word-break: break-word; overflow-wrap: anywhere; }
@media (max-width: 480px) { .sheet-cell { padding: 20px 16px !important; } .button { display: block !important; } }
@media (prefers-color-scheme: dark) {
  .page, .page td[lang] { background-color: ${dark.page} !important; }
  .sheet { background-color: ${dark.sheet} !important; border-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .muted { color: ${dark.muted} !important; }
  .link { color: ${dark.link} !important; }
  .button { background-color: ${dark.button} !important; color: ${dark.buttonText} !important; }
  .line { border-color: ${dark.line} !important; }
}`

type LayoutProps = Omit<Content, 'body'> & { organisation: string; language: Language; children: ReactNode }

/** The page that all mails share: the organisation's name, one column, and a footer that says who sends this and why. */
export const Layout = ({ organisation, language, subject, preview, heading, why, children }: LayoutProps) => (
  <Html lang={language}>
    <Head>
      <title>{subject}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      {/* Names and messages are other people's words: they must not turn into links of their own. */}
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
      <style>{styles}</style>
    </Head>
    <Body lang={language} className="page" style={{ backgroundColor: light.page, margin: 0, padding: '24px 12px' }}>
      <Preview useTitleTag={false}>{preview}</Preview>
      <div role="main">
        <Container
          className="sheet"
          tdClassName="sheet-cell"
          style={{
            backgroundColor: light.sheet,
            border: `1px solid ${light.line}`,
            borderRadius: 8,
            maxWidth: 600,
            padding: 32,
            fontFamily,
          }}
        >
          <Text className="muted" style={{ ...paragraph, color: light.muted, fontWeight: 600, margin: 0 }}>
            {organisation}
          </Text>
          <Heading
            as="h1"
            className="text"
            style={{ color: light.text, fontSize: 22, lineHeight: '30px', margin: '8px 0 20px' }}
          >
            {heading}
          </Heading>
          {children}
          <Hr className="line" style={{ borderTop: `1px solid ${light.line}`, margin: '28px 0 16px' }} />
          <Small>{why}</Small>
        </Container>
      </div>
    </Body>
  </Html>
)

const paragraph = { fontSize: 16, lineHeight: '24px', margin: '0 0 16px' }
const small = { fontSize: 14, lineHeight: '21px', margin: '0 0 12px' }

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text className="text" style={{ ...paragraph, color: light.text }}>
    {children}
  </Text>
)

export const Small = ({ children }: { children: ReactNode }) => (
  <Text className="muted" style={{ ...small, color: light.muted }}>
    {children}
  </Text>
)

/** Labels with their values, one a line in both parts of the mail. Labels bring their own colon. */
export const Facts = ({ facts }: { facts: [label: string, value: string][] }) => (
  <Paragraph>
    {facts.map(([label, value], index) => (
      <span key={label}>
        {index > 0 && <br />}
        <strong>{label}</strong> {value}
      </span>
    ))}
  </Paragraph>
)

/** Words that somebody wrote, kept apart from the mail's own: the text part marks each line with “>”. */
export const Quote = ({ children }: { children: string }) => (
  <blockquote
    className="line text"
    style={{ borderLeft: `3px solid ${light.line}`, color: light.text, margin: '0 0 16px', padding: '0 0 0 14px' }}
  >
    <Text className="text" style={{ ...paragraph, color: light.text, margin: 0 }}>
      {children.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}
    </Text>
  </blockquote>
)

export const List = ({ items }: { items: string[] }) => (
  <ul className="text" style={{ ...paragraph, color: light.text, paddingLeft: 22 }}>
    {items.map((item, index) => (
      <li key={index} style={{ marginBottom: 4 }}>
        {item}
      </li>
    ))}
  </ul>
)

/** The one thing to do: a button, and its address in full for readers without HTML or without trust in buttons. */
export const Action = ({ label, address, link }: { label: string; address: string; link: string }) => (
  <>
    <Text style={{ ...paragraph, margin: '24px 0 12px' }} data-skip-in-text="true">
      <Button href={link} className="button" style={button}>
        {label}
      </Button>
    </Text>
    <Small>
      {address}
      <br />
      <Link
        href={link}
        className="link"
        style={{ color: light.link, textDecorationLine: 'underline', wordBreak: 'break-all' }}
      >
        {link}
      </Link>
    </Small>
  </>
)

const button = {
  backgroundColor: light.button,
  borderRadius: 6,
  color: light.buttonText,
  fontSize: 16,
  fontWeight: 600,
  padding: '13px 22px',
  textAlign: 'center' as const,
}
