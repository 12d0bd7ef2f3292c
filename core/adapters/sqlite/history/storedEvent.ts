import type { Event } from '../../../domain/events.ts'
import type { Message } from '../../../domain/messages.ts'
import { type Place, shapes } from './shapes.ts'
import { type EarlierShape, earlierShapes } from './upcasters.ts'

// The one place where events become rows of history, and rows events: the fields that a row has columns for, and a list of
// the others, without their names.

/** As the column `event` has it. `details`: the list is as long as its last value that is not null. */
type Row = readonly [
  shape: number,
  sku: string | null,
  ref: string | null,
  orderId: string | null,
  undoes: number | null,
  details: readonly unknown[],
]

type Fields = Readonly<Record<string, Place>>
type Values = Readonly<Record<string, unknown>>

const current = Object.entries(shapes).map(([type, { number, fields }]) => ({ type, number, fields: fields as Fields }))
const detailsOf = new Map(current.map(({ type, fields }) => [type, detailNames(fields)]))
const zeroesOf = new Map(current.map(({ type, fields }) => [type, new Set(namesOf(fields, 'mostlyZero'))]))

/** What of an event is in no column that it is found by. */
export type EncodedEvent = readonly [shape: number, details: string]

export function encodeEvent(event: Event): EncodedEvent {
  const zeroes = zeroesOf.get(event.type)!
  const stored = (name: string) => {
    const value = (event as Values)[name] ?? null
    return value === 0 && zeroes.has(name) ? null : value
  }
  const values = detailsOf.get(event.type)!.map(stored)
  return [shapes[event.type].number, JSON.stringify(values.slice(0, 1 + values.findLastIndex(isGiven)))]
}

/** Reads what the column `event` of history has. */
export const decodeEvent = decoder(earlierShapes)

/** The same, of a row that is a message. */
export const decodeMessage = decodeEvent as (stored: string) => Message

/** @param earlier the shapes that are stored, beside those of today */
export function decoder(earlier: readonly EarlierShape[]): (stored: string) => Event {
  const readers = new Map<number, (row: Row) => Event>()
  for (const { type, number, fields } of current) readers.set(number, reader(type, fields) as (row: Row) => Event)
  for (const { type, number, fields, upcast } of earlier) {
    const read = reader(type, fields)
    readers.set(number, (row) => upcast(read(row)))
  }
  return (stored) => {
    const row = JSON.parse(stored) as Row
    const read = readers.get(row[0])
    if (!read) throw new Error(`history has an event of shape ${row[0]}, which this version does not know`)
    return read(row)
  }
}

/** The numbers of all shapes that events of this type have been stored in. */
export const shapesOf = (...types: Event['type'][]): readonly number[] =>
  [...types.map((type) => shapes[type]), ...earlierShapes.filter(({ type }) => types.includes(type))].map(
    ({ number }) => number,
  )

/** An SQL condition on a row of history. */
export const isOfType = (...types: Event['type'][]): string => `shape IN (${shapesOf(...types)})`

function reader(type: string, fields: Fields): (row: Row) => Values {
  const columns = Object.keys(fields).filter((name) => fields[name] === 'column')
  const details = detailNames(fields)
  return ([, sku, ref, orderId, undoes, values]) => {
    const event: Record<string, unknown> = { type }
    const inColumns: Values = { sku, ref, orderId, undoes }
    for (const name of columns) event[name] = inColumns[name]
    for (const [index, name] of details.entries()) {
      const value = values[index] ?? (fields[name] === 'mostlyZero' ? 0 : null)
      if (value !== null || fields[name] !== 'optional') event[name] = value
    }
    return event
  }
}

function namesOf(fields: Fields, place: Place): string[] {
  return Object.keys(fields).filter((name) => fields[name] === place)
}

function detailNames(fields: Fields): string[] {
  return Object.keys(fields).filter((name) => fields[name] !== 'column')
}

const isGiven = (value: unknown): boolean => value !== null
