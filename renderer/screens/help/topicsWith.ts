import { type Guide, type Topic, topics } from '../../languages/guide/guide.ts'

/** Words as they are compared: alike in every form of a letter. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The topics that have every word of the search. */
export function topicsWith(guide: Guide, search: string): readonly Topic[] {
  const words = wordsOf(search)
  return topics.filter((topic) => {
    const text = plain([guide[topic].title, ...guide[topic].text].join(' '))
    return words.every((word) => text.includes(word))
  })
}

export const wordsOf = (search: string): readonly string[] => plain(search).split(/\s+/).filter(Boolean)
