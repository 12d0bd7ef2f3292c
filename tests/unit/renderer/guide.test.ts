import { expect, test } from 'vitest'
import { guides, topics } from '../../../renderer/languages/guide/guide.ts'
import { languageCodes } from '../../../renderer/languages/languages.ts'
import { topicsWith } from '../../../renderer/screens/help/topicsWith.ts'

test.for(languageCodes)('the guide in %s explains each topic in as many paragraphs as in English', (language) => {
  const lengths = topics.map((topic) => guides[language][topic].text.length)
  expect(lengths).toEqual(topics.map((topic) => guides.en[topic].text.length))
})

test('a topic is found that has all words, in whatever form they are written', () => {
  expect(topicsWith(guides.en, ' Blind   SHEET ')).toEqual(['countSheets'])
  expect(topicsWith(guides.ja, 'ＣＳＶ')).toEqual(['import'])
  expect(topicsWith(guides.en, '')).toEqual(topics)
})
