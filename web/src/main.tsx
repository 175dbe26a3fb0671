import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/answer.js';
import { App } from './app.js';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/piece.css';
import './style/print.css';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
