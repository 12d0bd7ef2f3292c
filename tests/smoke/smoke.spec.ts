import { dataItems } from './items/data.ts'
import { languageItems } from './items/languages.ts'
import { leavingItems } from './items/leaving.ts'
import { packedItems } from './items/packed.ts'
import { pageItems } from './items/page.ts'
import { programItems } from './items/program.ts'
import { workItems } from './items/work.ts'

// In this order, in which they need the fewest starts of the app.

programItems()
pageItems()
languageItems()
workItems()
dataItems()
leavingItems()
packedItems()
