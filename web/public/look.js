// Before anything is painted: light or dark as the reader last chose it here.
try {
  const look = localStorage.getItem('look');
  if (look === 'light' || look === 'dark') document.documentElement.dataset.look = look;
} catch {
  // Storage is closed to this page: it follows the system.
}
