import { useMemo, useState } from 'react'

type Key = string | number

/** The rows of a list that a person selected. `all`: every row of the list, also those that were not read yet. */
export type Selected = { readonly all: boolean; readonly keys: ReadonlySet<Key> }

const nothing: Selected = { all: false, keys: new Set() }
const everything: Selected = { all: true, keys: new Set() }

export type Selection = ReturnType<typeof useSelection>

/** Several rows of a list, which are forgotten when it becomes another. `list`: what it is asked for. */
export function useSelection(list: string) {
  const [kept, keep] = useState({ list, selected: nothing })
  const selected = kept.list === list ? kept.selected : nothing
  return useMemo(() => {
    const set = (selected: Selected) => keep({ list, selected })
    return {
      selected,
      isEmpty: !selected.all && selected.keys.size === 0,
      has: (key: Key) => selected.all || selected.keys.has(key),
      only: (keys: readonly Key[]) => set({ all: false, keys: new Set(keys) }),
      toggle: (key: Key) => {
        const keys = new Set(selected.keys)
        if (!keys.delete(key)) keys.add(key)
        set({ all: false, keys })
      },
      all: () => set(everything),
      clear: () => set(nothing),
    }
  }, [list, selected])
}
