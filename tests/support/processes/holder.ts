import Database from 'better-sqlite3'

// Another program that works on the file: `node holder.ts <database> <sql>` does that, says so, and keeps the file until
// it is killed.

const [file = '', sql = ''] = process.argv.slice(2)
const db = new Database(file)
db.exec(sql)
console.log('held')
setInterval(() => db.open, 1000)
