import { useMutation, useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import screen from '../../ui/screen.module.css'
import { unwrap } from '../../warehouse/unwrap.ts'
import styles from './Settings.module.css'

/** Where the data lies. */
export function Data() {
  const { t } = useTranslation()
  const { data: folder } = useQuery({ queryKey: ['dataFolder'], queryFn: () => unwrap(window.warehouse.dataFolder()) })
  const opening = useMutation({
    mutationFn: () => unwrap(window.warehouse.openDataFolder()),
    networkMode: 'always',
  })
  return (
    <>
      <p className={screen.hint}>{t('setting.dataHint')}</p>
      <p className={styles.path}>
        <code>{folder}</code>
      </p>
      {opening.data === false && <Alert tone="bad">{t('setting.folderNotShown')}</Alert>}
      <div className={screen.actions}>
        <Button onPress={() => opening.mutate()}>
          <FolderOpen size={16} aria-hidden />
          {t('setting.openFolder')}
        </Button>
      </div>
    </>
  )
}
