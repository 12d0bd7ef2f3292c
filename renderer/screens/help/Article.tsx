import screen from '../../ui/screen.module.css'
import { plain, wordsOf } from './topicsWith.ts'

type Props = { topic: string; title: string; text: readonly string[]; search: string }

/** One topic of the guide, in which the words that were searched for are marked. */
export const Article = ({ topic, title, text, search }: Props) => (
  <article className={`${screen.panel} ${screen.card}`} data-topic={topic}>
    <h2 tabIndex={-1}>
      <Marked text={title} search={search} />
    </h2>
    {text.map((paragraph) => (
      <p key={paragraph}>
        <Marked text={paragraph} search={search} />
      </p>
    ))}
  </article>
)

function Marked({ text, search }: { text: string; search: string }) {
  const words = wordsOf(search).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return text
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'iu'))
  const isFound = new Set(wordsOf(search))
  return parts.map((part, at) => (isFound.has(plain(part)) ? <mark key={at}>{part}</mark> : part))
}
