import { userInfo } from 'node:os'
import type { Operator } from './contract.ts'

let name: string | null = null

export const operator = (): Operator => ({ name, suggested: userInfo().username })

export function setOperator(given: string): Operator {
  name = given
  return operator()
}

/** Who a message is from: before anybody has said so, the user of this computer. */
export const operatorName = (): string => name ?? userInfo().username
