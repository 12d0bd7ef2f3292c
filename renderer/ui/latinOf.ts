/** What a key types where that is Latin, as on a German layout; else by its place, as while the layout is Korean. null: no letter. */
export const latinOf = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | null =>
  /^[\x21-\x7e]$/.test(key) ? key.toUpperCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? null)
