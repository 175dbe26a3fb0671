/** The questions that views share, one hook each. */
import { rowsOf, useAnswer, usePages } from './answer.js';
import type {
  About,
  DecisionOfRecord,
  DossierPage,
  DossierRow,
  DossierSuggestion,
  OneHappening,
  OneReport,
  ReportRow,
} from './types.js';

const segment = encodeURIComponent;

export const useAbout = () => useAnswer<About>('/about');
export const useDossiers = () => useAnswer<readonly DossierRow[]>('/dossiers');
export const useSuggestions = (wanted: boolean) =>
  useAnswer<readonly DossierSuggestion[]>(wanted ? '/dossiers/suggestions' : undefined);
export const useDossier = (name: string) => useAnswer<DossierPage>(`/dossiers/${segment(name)}`);
export const useHappening = (id: string) => useAnswer<OneHappening>(`/happenings/${segment(id)}`);
export const useReport = (id: string) => useAnswer<OneReport>(`/reports/${segment(id)}`);
export const useReports = (params = {}) => usePages<ReportRow>('/reports', params);
export const useDecisions = () => useAnswer<readonly DecisionOfRecord[]>('/decisions');
export { rowsOf };
