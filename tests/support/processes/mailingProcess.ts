import { openWarehouse } from '../../../core/index.ts'
import { runOut, transportTo } from '../mail/mails.ts'

// A process that runs out of stock and mails so: `node mailingProcess.ts <database> <port>`.

const [database = '', port = '0'] = process.argv.slice(2)
const warehouse = await openWarehouse({ database })
warehouse.mail.start(transportTo(Number(port)))
await runOut(warehouse)
await warehouse.mail.sendDue()
