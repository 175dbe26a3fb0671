/** The questions that views share, one hook each. */
import { rowsOf, useAnswer, usePages } from './answer.js';
import type {
  About,
  DecisionOfRecord,
  DossierLine,
  DossierPage,
  OneHappening,
  OneReport,
  ReportRow,
  Suggestion,
} from './types.js';

export interface Rows<Row> {
  readonly rows: readonly Row[];
}

const segment = encodeURIComponent;

export const useAbout = () => useAnswer<About>('/about');
export const useDossiers = () => useAnswer<Rows<DossierLine>>('/dossiers');
export const useSuggestions = (wanted: boolean) =>
  useAnswer<Rows<Suggestion>>(wanted ? '/dossiers/suggestions' : undefined);
export const useDossier = (name: string) => useAnswer<DossierPage>(`/dossiers/${segment(name)}`);
export const useHappening = (id: string) => useAnswer<OneHappening>(`/happenings/${segment(id)}`);
export const useReport = (id: string) => useAnswer<OneReport>(`/reports/${segment(id)}`);
export const useReports = (params = {}) => usePages<ReportRow>('/reports', params);
export const useDecisions = () => useAnswer<Rows<DecisionOfRecord>>('/decisions');
export { rowsOf };
