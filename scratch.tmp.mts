import { openWarehouse } from './core/index.ts'
import { skuAt } from './tests/bench/data/plan.ts'
import { longestTurn } from './tests/support/longestTurn.ts'
const warehouse = await openWarehouse({ database: '/tmp/h4/big.db', asItIs: true })
for (const sku of [skuAt(0), skuAt(0), skuAt(0), skuAt(500), skuAt(500), skuAt(1998), skuAt(1998)]) {
  const c = process.cpuUsage()
  const turn = await longestTurn(warehouse.view('standing', { sku, seq: 9e9 }))
  const { user, system } = process.cpuUsage(c)
  console.log(sku, 'cpu ms', (user + system) / 1000, 'longest turn', turn)
}
process.exit()
