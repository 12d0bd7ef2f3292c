import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { ListOnPaper } from '../warehouse/out/ListPaper.tsx'
import { NUMBERED_PAGES, Paper, paperIsDrawn } from '../warehouse/out/Paper.tsx'
import { unwrap } from '../warehouse/unwrap.ts'

/** The daily report, in a window that nobody sees, for main to save it as a PDF. */
export function ReportPage() {
  const { t } = useTranslation()
  const { time } = useFormat()
  const { data: report } = useQuery({ queryKey: ['report'], queryFn: () => unwrap(window.warehouse.report()) })
  useEffect(() => {
    if (report) void paperIsDrawn().then(() => window.warehouse.reportDrawn())
  }, [report])
  if (!report) return null
  return (
    <Paper page={NUMBERED_PAGES}>
      <h1>{report.title}</h1>
      <p>{t('report.since', { time: time(report.since) })}</p>
      {report.parts.map((part) => (
        <ListOnPaper
          key={part.title}
          list={part}
          none={t('report.none')}
          cut={t('report.cut', { most: part.rows.length })}
        />
      ))}
    </Paper>
  )
}
