import { Bug } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** An error in one screen leaves the others working; the screen can be tried again. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <ScreenFailed error={error} onRetry={() => this.setState({ error: null })} />
  }
}

function ScreenFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState icon={Bug} title={t('list.failed')} hint={error.message}>
      <Button onPress={onRetry}>{t('list.retry')}</Button>
    </EmptyState>
  )
}
