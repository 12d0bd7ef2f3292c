type Environment = Readonly<Record<string, string | undefined>>

/** The languages that Chromium ships more than one translation of, and what it takes for the rest of their regions. */
const regional = ['en-US', 'en-GB', 'es-419', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW']
const usual: Readonly<Record<string, string>> = { en: 'en-US', pt: 'pt-BR', zh: 'zh-CN' }

/** The system's language as a BCP 47 tag, by POSIX's rules: `ko_KR.UTF-8` is `ko-KR`, and C, POSIX or nothing is `en-US`. */
export function systemLanguage(environment: Environment): string {
  const name = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'C'
  const tag = (/^[^.@]*/.exec(name)?.[0] ?? '').replaceAll('_', '-')
  return tag === 'C' || tag === 'POSIX' ? 'en-US' : tag
}

/** The translation that Chromium picks for a language: `ko-KR` is shown in `ko`, `en-AU` in `en-US`. */
export function chromiumLocale(tag: string): string {
  const [language = ''] = tag.split('-')
  return regional.includes(tag) ? tag : (usual[language] ?? language)
}
