import type { Page, ViewName, ViewQuery, ViewResult } from '../../../../core/index.ts'
import type { BoundViews, Key, PlainPage, Row } from './boundViews.ts'

export type List = { [N in ViewName]: ViewResult<N> extends Page<unknown> ? N : never }[ViewName]
export type Reader = () => readonly Row[]

/** A page of a view, and the same one as the bound reads it. */
export type PageCase = { readonly name: string; readonly plain: PlainPage } & {
  readonly [N in List]: { readonly view: N; readonly params: ViewQuery<N> }
}[List] & {
    /** The page in the middle of the list; else its first. */
    readonly inTheMiddle?: boolean
    /** Where one statement is not the fastest. */
    readonly read?: (views: BoundViews, after: Key | undefined) => Reader
  }

/** Pages of one kind, each with and without what is said of it. */
export const middleOf = (page: PageCase): PageCase => ({
  ...page,
  name: `${page.name}, in the middle`,
  inTheMiddle: true,
})
