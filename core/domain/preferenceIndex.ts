import { available, type Batch, byPreference } from './batch.ts'

/**
 * The batches of a product in the order of preference, in which the first with enough room is found in logarithmic time:
 * a segment tree of the largest room, rebuilt when a batch comes, goes, or arrives on another day.
 */
export class PreferenceIndex {
  readonly #batches = new Map<string, Batch>()
  #inOrder: Batch[] = []
  #positions = new Map<string, number>()
  /** Node 1 is the root, node n has the children 2n and 2n + 1, and the leaves are the batches in order. */
  #largest: number[] = []
  #leaves = 0
  #isStale = false

  set(batch: Batch): void {
    const known = this.#batches.get(batch.ref)
    this.#batches.set(batch.ref, batch)
    if (!known || known.eta !== batch.eta) this.#isStale = true
    else if (!this.#isStale) this.#update(this.#positions.get(batch.ref)!, batch)
  }

  delete(ref: string): void {
    this.#isStale = this.#batches.delete(ref) || this.#isStale
  }

  /** The most preferred batch with room for the units; undefined: none has. */
  first(units: number): Batch | undefined {
    const position = this.#firstFrom(0, units)
    return this.#inOrder[position]
  }

  /** The batches with room for a unit at least, most preferred first. */
  *withRoom(): Iterable<Batch> {
    for (let at = this.#firstFrom(0, 1); at < this.#inOrder.length; at = this.#firstFrom(at + 1, 1))
      yield this.#inOrder[at]!
  }

  /** The most units that a batch has room for. */
  get largestRoom(): number {
    this.#refresh()
    return Math.max(0, this.#largest[1] ?? 0)
  }

  #refresh(): void {
    if (!this.#isStale) return
    this.#isStale = false
    this.#inOrder = [...this.#batches.values()].sort(byPreference)
    this.#positions = new Map(this.#inOrder.map(({ ref }, position) => [ref, position]))
    this.#leaves = 1
    while (this.#leaves < this.#inOrder.length) this.#leaves *= 2
    this.#largest = new Array(2 * this.#leaves).fill(0)
    for (const [position, batch] of this.#inOrder.entries()) this.#largest[this.#leaves + position] = available(batch)
    for (let node = this.#leaves - 1; node > 0; node--) this.#pull(node)
  }

  #update(position: number, batch: Batch): void {
    this.#inOrder[position] = batch
    this.#largest[this.#leaves + position] = available(batch)
    for (let node = (this.#leaves + position) >> 1; node > 0; node >>= 1) this.#pull(node)
  }

  #pull(node: number): void {
    this.#largest[node] = Math.max(this.#largest[2 * node]!, this.#largest[2 * node + 1]!)
  }

  /** The first position, from this one on, with room for the units; the number of batches when there is none. */
  #firstFrom(from: number, units: number): number {
    this.#refresh()
    let node = this.#leaves + from
    if (from >= this.#inOrder.length) return this.#inOrder.length
    while (this.#largest[node]! < units) {
      while (node % 2 === 1) node >>= 1 // a right child: everything under its parent was passed
      if (node === 0) return this.#inOrder.length
      node++
    }
    while (node < this.#leaves) node = this.#largest[2 * node]! >= units ? 2 * node : 2 * node + 1
    return node - this.#leaves
  }
}
